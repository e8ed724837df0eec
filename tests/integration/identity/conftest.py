"""Standings as a process keeps them, on the real database and a Redis that may be killed."""

from collections.abc import AsyncIterator, Callable, Iterator

import pytest
from redis.asyncio import Redis

from adapters.postgres.api_keys import PostgresApiKeyFinder, PostgresApiKeyUses
from adapters.postgres.database import Database
from adapters.postgres.memberships import PostgresMemberships
from adapters.postgres.roles import PostgresRolePermissions
from adapters.postgres.standings import PostgresStandings
from adapters.redis.standings import RedisStandings
from adapters.system.clock import SystemClock
from application.identity.keep_standings import KeepStandings
from entrypoints.embedded.services import RunningServices
from tests.accounts import Accounts
from tests.integration.identity.process import Process, WatchedStore
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
def accounts(platform_database: Database) -> Accounts:
    return Accounts(platform_database)


@pytest.fixture
def store(platform_database: Database, app_database: Database) -> PostgresStandings:
    clock = SystemClock()
    return PostgresStandings(
        platform_database,
        roles=PostgresRolePermissions(app_database),
        memberships=PostgresMemberships(app_database),
        keys=PostgresApiKeyFinder(platform_database),
        uses=PostgresApiKeyUses(platform_database, clock=clock, seconds=3600),
        clock=clock,
    )


@pytest.fixture
async def new_process(redis: Redis, store: PostgresStandings) -> AsyncIterator[Callable[..., Process]]:
    """Makes what one process has: its own memory, the common Redis, the common database."""
    caches: list[RedisStandings] = []

    def make(client: Redis = redis) -> Process:
        watched, times = WatchedStore(store), [0.0]
        cache = RedisStandings(client)
        caches.append(cache)
        standings = KeepStandings(store=watched, cache=cache, clock=SystemClock(), monotonic=lambda: times[0])
        return Process(standings, watched, times)

    yield make
    for cache in caches:
        await cache.close()
