from collections.abc import AsyncIterator, Iterator

import pytest
from redis.asyncio import Redis

from adapters.redis import rate_limits, request_limits
from entrypoints.embedded.services import RunningServices
from tests.redis_clock import RedisClock, told
from tests.redis_server import own_redis, patient_client


@pytest.fixture(scope="session")
def redis_service() -> Iterator[RunningServices]:
    with own_redis() as running:
        yield running


@pytest.fixture
async def redis(redis_service: RunningServices) -> AsyncIterator[Redis]:
    redis_service.redis.start()
    async with patient_client(redis_service.services.redis_url) as client:
        await client.flushall()
        yield client


@pytest.fixture
async def clock(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> RedisClock:
    """What the rates' scripts are told, in a test that names it before it makes any."""
    monkeypatch.setattr(rate_limits, "SCRIPT", told(rate_limits.SCRIPT))
    monkeypatch.setattr(request_limits, "TAKE", told(request_limits.TAKE))
    made = RedisClock(redis)
    await made.let_pass(0)
    return made
