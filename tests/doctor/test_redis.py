"""Redis, away or with another password: nothing but itself is called broken, for nothing in it is the only copy."""

from collections.abc import AsyncIterator, Iterator

import pytest
from redis.asyncio import Redis

from entrypoints.embedded.services import RunningServices
from tests.doctor.clinic import Clinic
from tests.doctor.fronts import silent
from tests.redis_server import own_redis

PASSWORD = "segredo-do-redis"


@pytest.fixture(scope="module")
def own() -> Iterator[RunningServices]:
    with own_redis() as running:
        yield running


@pytest.fixture
async def locked(own: RunningServices) -> AsyncIterator[str]:
    """The path of a Redis that asks for a password."""
    url = own.services.redis_url
    async with Redis.from_url(url) as client:
        await client.config_set("requirepass", PASSWORD)
    yield url.removeprefix("unix://")
    async with Redis.from_url(f"unix://:{PASSWORD}@{url.removeprefix('unix://')}") as client:
        await client.config_set("requirepass", "")


async def test_a_redis_that_is_down(clinic: Clinic) -> None:
    told = await clinic.doctor(REDIS_URL="unix:///nowhere/redis.sock")

    told.names("redis", seen="nobody answers", fix="Start Redis, or mend host and port in REDIS_URL")
    assert told.not_tried == set()


async def test_a_redis_that_was_stopped(clinic: Clinic, own: RunningServices) -> None:
    own.redis.stop()
    try:
        told = await clinic.doctor(REDIS_URL=own.services.redis_url)
    finally:
        own.redis.start()

    told.names("redis", seen="nobody answers", fix="Start Redis")


async def test_a_redis_that_hangs(clinic: Clinic) -> None:
    async with silent() as place:
        told = await clinic.doctor(REDIS_URL=f"redis://{place}/0")

    told.names("redis", seen="does not answer in time", fix="firewall")


async def test_a_missing_password(clinic: Clinic, locked: str) -> None:
    told = await clinic.doctor(REDIS_URL=f"unix://{locked}")

    told.names("redis", seen="asks for a password", fix="Put the password into REDIS_URL")


async def test_a_wrong_password(clinic: Clinic, locked: str) -> None:
    told = await clinic.doctor(REDIS_URL=f"unix://:errada@{locked}")

    told.names("redis", seen="refuses the password", fix="Mend user and password in REDIS_URL")
    assert "errada" not in str(told.findings)


async def test_a_right_password(clinic: Clinic, locked: str) -> None:
    told = await clinic.doctor(REDIS_URL=f"unix://:{PASSWORD}@{locked}")

    assert told.of("redis").ok
