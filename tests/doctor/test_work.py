"""Workers, lanes, dead letters, clocks."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import asyncpg
import pytest
from dishka import AsyncContainer, Provider, Scope

from application.ports.clock import Clock
from application.ports.lanes import DeadLetter, LaneKind
from application.ports.unit_of_work import UnitOfWork
from entrypoints.cli.doctor import examination
from entrypoints.ioc.container import make_container
from entrypoints.settings import Settings
from tests.doctor.clinic import WORDS, Clinic

LANE = """
INSERT INTO platform.lanes (kind, key, tenant_id, due_at, leased_until, lease_owner, attempts, crashes, error)
VALUES ($1, $2, $3, now() + $4, now() + $5, $6, $7, $8, $9)
"""
LATER = timedelta(hours=1)
LONG_AGO = timedelta(minutes=-10)


async def test_no_worker(sick: Clinic) -> None:
    told = await sick.doctor()

    told.names("workers", seen="none is running", fix="`pytake work`")
    assert told.not_tried == {"Aurora: loop-back"}


async def test_no_worker_and_work_that_waits_for_one(sick: Clinic, owner: asyncpg.Connection) -> None:
    await owner.execute(LANE, "number", str(uuid4()), sick.stage.tenant_id, LONG_AGO, None, None, 0, 0, None)

    told = await sick.doctor()

    told.names("workers", seen="none is running", fix="`pytake work`")
    assert told.not_tried == {"lanes", "Aurora: loop-back"}


async def test_a_worker_that_fell_silent(sick: Clinic, owner: asyncpg.Connection) -> None:
    await owner.execute("INSERT INTO platform.workers VALUES ('host:7', now(), now() - interval '3 minutes', 1)")

    told = await sick.doctor()

    told.names("workers", seen="host:7 was seen 180 s ago", fix="`pytake work`")


class TestLanes:
    async def test_one_that_nobody_takes(self, clinic: Clinic, owner: asyncpg.Connection) -> None:
        """A company without a turn is never served: it stands for whatever keeps workers from a lane."""
        key = str(uuid4())
        await owner.execute(LANE, "number", key, uuid4(), LONG_AGO, None, None, 0, 0, None)

        told = await clinic.doctor()

        told.names("lanes", seen=f"a number lane ({key}) waits since 60", fix="`pytake lanes list`")
        assert told.not_tried == set()

    async def test_one_that_fails_again_and_again(self, clinic: Clinic, owner: asyncpg.Connection) -> None:
        key = f"{clinic.stage.config_id}:5511988887777"
        error = f"KeyError: {WORDS}"
        await owner.execute(LANE, "contact", key, clinic.stage.tenant_id, LATER, None, None, 4, 0, error)

        told = await clinic.doctor()

        told.names("lanes", seen="4 errors, 0 crashes (KeyError)", fix="lane_failed")
        assert f"a contact lane ({clinic.stage.config_id}:…7777)" in told.of("lanes").seen
        assert "5511988887777" not in told.of("lanes").seen

    async def test_one_on_which_workers_die(self, clinic: Clinic, owner: asyncpg.Connection) -> None:
        await owner.execute(LANE, "journal", str(uuid4()), clinic.stage.tenant_id, LATER, None, None, 0, 2, None)

        told = await clinic.doctor()

        told.names("lanes", seen="0 errors, 2 crashes", fix="`pytake lanes list`")

    async def test_one_that_a_worker_does_not_let_go(self, clinic: Clinic, owner: asyncpg.Connection) -> None:
        await owner.execute(LANE, "number", str(uuid4()), clinic.stage.tenant_id, LONG_AGO, LATER, "host:7", 0, 0, None)

        told = await clinic.doctor()

        told.names("lanes", seen="waits since 60", fix="`pytake lanes list`")
        assert " s, held by host:7" in told.of("lanes").seen


class TestDeadLetters:
    async def test_more_and_more(self, clinic: Clinic) -> None:
        for error in (f"KeyError: {WORDS}", f"KeyError: {WORDS}", "unreadable: no type"):
            await bury(clinic, error)

        told = await clinic.doctor()

        told.names("dead letters", seen="3 in the last hour, 3 in all: KeyError ×2, unreadable ×1", fix="lanes replay")
        assert told.not_tried == set()

    async def test_old_ones_are_told_and_are_not_broken(self, clinic: Clinic, owner: asyncpg.Connection) -> None:
        await bury(clinic, "unreadable: no type")
        await owner.execute("UPDATE platform.dead_letters SET at = now() - interval '2 hours'")

        told = await clinic.doctor()

        assert told.of("dead letters").seen.startswith("1, none of them of the last hour")
        assert told.exit_code == 0


@pytest.mark.parametrize("off", [timedelta(hours=1), timedelta(seconds=-40)])
async def test_a_clock_that_is_off(clinic: Clinic, monkeypatch: pytest.MonkeyPatch, off: timedelta) -> None:
    """Ours, that is; what a worker says is stamped by the database, so no worker is called dead."""

    def opened(settings: Settings) -> AsyncContainer:
        skewed = Provider(scope=Scope.APP)
        skewed.provide(lambda: Skewed(off), provides=Clock)
        return make_container(settings, skewed)

    monkeypatch.setattr(examination, "make_container", opened)

    told = await clinic.doctor()

    told.names("clock", seen=f"{-off.total_seconds():+.0f} s off ours", fix="NTP")
    assert told.not_tried == set()


class Skewed:
    def __init__(self, off: timedelta) -> None:
        self._off = off

    def now(self) -> datetime:
        return datetime.now(UTC) + self._off


async def bury(clinic: Clinic, error: str) -> None:
    uow: UnitOfWork = await clinic.container.get(UnitOfWork)
    body = f'{{"text":"{WORDS}"}}'.encode()
    tenant_id = clinic.stage.tenant_id
    letter = DeadLetter(kind=LaneKind.JOURNAL, key="k", tenant_id=tenant_id, config_id=None, body=body, error=error)
    async with uow(tenant_id) as tx:
        tx.lanes.bury(letter)


JOB = """
INSERT INTO platform.jobs (priority, entrypoint, status, updated, execute_after) VALUES (0, 'mail_user', $1, $2, $2)
"""


class TestJobs:
    async def test_some_that_were_given_up_lately(self, clinic: Clinic, owner: asyncpg.Connection) -> None:
        for _ in range(2):
            await owner.execute(JOB, "failed", datetime.now(UTC))

        told = await clinic.doctor()

        told.names("jobs", seen="2 given up in the last hour, 2 in all: mail_user ×2", fix="`pytake jobs retry")

    async def test_those_of_yesterday_are_only_told(self, clinic: Clinic, owner: asyncpg.Connection) -> None:
        await owner.execute(JOB, "failed", datetime.now(UTC) - timedelta(days=1))

        told = await clinic.doctor()

        assert told.of("jobs").seen.startswith("0 are due, 1 were given up")

    async def test_one_that_nobody_takes(self, clinic: Clinic, owner: asyncpg.Connection) -> None:
        await owner.execute(JOB.replace("mail_user", "from_the_future"), "queued", datetime.now(UTC) + LONG_AGO)

        told = await clinic.doctor()

        told.names("jobs", seen="1 are due, the oldest since 60", fix="jobs_stand_still")
