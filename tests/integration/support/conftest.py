"""Fixtures: the office."""

from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.redis.client import close_redis, connect_redis
from domain.shared.ids import TenantId
from tests.doubles import FrozenClock
from tests.integration.support.office import Office


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A client of the test's own Redis."""
    client = connect_redis(redis_url)
    yield client
    await close_redis(client)


@pytest.fixture
def office(uow: PostgresUnitOfWork, redis: Redis, frozen_clock: FrozenClock, tenant_id: TenantId) -> Office:
    """A company on a Wednesday, 09:00 in São Paulo."""
    return Office(uow, redis, frozen_clock, tenant_id)
