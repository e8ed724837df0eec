from collections.abc import AsyncIterator, Iterator

import pytest
from redis.asyncio import Redis

from adapters.redis.client import close_redis, connect_redis
from entrypoints.embedded.services import RunningServices
from tests.redis_server import own_redis


@pytest.fixture(scope="session")
def redis_service() -> Iterator[RunningServices]:
    with own_redis() as running:
        yield running


@pytest.fixture
async def redis(redis_service: RunningServices) -> AsyncIterator[Redis]:
    redis_service.redis.start()
    client = connect_redis(redis_service.services.redis_url)
    await client.flushall()
    yield client
    await close_redis(client)
