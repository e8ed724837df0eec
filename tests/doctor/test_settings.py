"""Settings that are missing or wrong: named, and the rest is proved all the same."""

from entrypoints.cli.doctor.finding import State
from tests.doctor.clinic import Clinic
from tests.doctor.test_well import HOPS

OTHER_KEY = "b3RoZXItb3RoZXItb3RoZXItb3RoZXItb3RoZXItMTI="
OF_NUMBERS = {hop for hop in HOPS if hop.startswith("Aurora")}


async def test_a_missing_key(clinic: Clinic) -> None:
    told = await clinic.doctor(PYTAKE_MASTER_KEY=None)

    told.names("settings", seen="PYTAKE_MASTER_KEY is missing", fix="restore it from its backup")
    assert told.not_tried == {"keys", "numbers"}
    assert told.hops(State.OK) == set(HOPS) - OF_NUMBERS - {"settings", "keys", "numbers"}


async def test_a_key_that_is_none(clinic: Clinic) -> None:
    told = await clinic.doctor(PYTAKE_MASTER_KEY="curta")

    told.names("settings", seen="PYTAKE_MASTER_KEY must be 32 random bytes", fix="restore it")
    assert "curta" not in str(told.findings)


async def test_another_key_than_the_one_that_sealed(clinic: Clinic) -> None:
    told = await clinic.doctor(PYTAKE_MASTER_KEY=OTHER_KEY)

    told.names("keys", seen="do not open with PYTAKE_MASTER_KEY", fix="restore it from its backup")
    assert told.not_tried == {"numbers"}
    assert OTHER_KEY not in str(told.findings)


async def test_no_database_is_named(clinic: Clinic) -> None:
    told = await clinic.doctor(DATABASE_URL=None)

    told.names("settings", seen="DATABASE_URL is missing", fix="docs/reference/settings.md")
    assert {"database", "role", "migrations", "keys", "workers", "lanes", "numbers"} <= told.not_tried
    assert {"redis", "public address", "disk"} <= told.hops(State.OK)
