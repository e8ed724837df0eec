"""Fixtures: the office."""

from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.shared.ids import TenantId
from tests.doubles import FrozenClock
from tests.integration.support.office import Office
from tests.redis_server import patient_client


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A client of the test's own Redis."""
    async with patient_client(redis_url) as client:
        yield client


@pytest.fixture
def office(uow: PostgresUnitOfWork, redis: Redis, frozen_clock: FrozenClock, tenant_id: TenantId) -> Office:
    """A company on a Wednesday, 09:00 in São Paulo."""
    return Office(uow, redis, frozen_clock, tenant_id)
