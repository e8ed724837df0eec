from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis

from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.redis.wakeups import RedisWakeupListener
from domain.shared.ids import TenantId
from entrypoints.consumers import worker as worker_module
from tests.consumers.workshop import Workshop, open_workshop, until


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits a second for the next look: most tests send no nudges."""
    monkeypatch.setattr(worker_module, "IDLE_PAUSE", 0.05)
    monkeypatch.setattr(worker_module, "TROUBLED_PAUSE", 0.05)


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    async with Redis.from_url(redis_url) as client:
        yield client


@pytest.fixture
async def listener(redis: Redis) -> AsyncIterator[RedisWakeupListener]:
    async with RedisWakeupListener(redis) as listening:
        await until(lambda: listening.is_alive)
        yield listening


@pytest.fixture
async def workshop(
    uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database, listener: RedisWakeupListener
) -> AsyncIterator[Workshop]:
    async with open_workshop(uow, tenant_id, platform_database, listener) as opened:
        yield opened
