"""Whether what we stand on answers."""

import asyncio

from dishka import Provider, Scope, from_context, provide
from redis.asyncio import Redis
from redis.exceptions import RedisError

from adapters.postgres.door import PostgresDoor
from adapters.redis.door import RedisClientDoor
from application.ports.health import DatabaseDoor, Readiness, RedisDoor
from domain.shared.errors import UnavailableError
from entrypoints.ioc.stores import PlatformDatabase
from entrypoints.settings import Settings

PATIENCE = 2.0
"""Seconds; a balancer asks again in five."""


class StoresReadiness:
    """Asks PostgreSQL and Redis the shortest question there is."""

    def __init__(self, database: PlatformDatabase, redis: Redis) -> None:
        self._database, self._redis = database, redis

    async def check(self) -> dict[str, bool]:
        """Ask both at once."""
        database, redis = await asyncio.gather(self._ask_database(), self._ask_redis())
        return {"database": database, "redis": redis}

    async def _ask_database(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE), self._database.connection() as connection:
                return bool(await connection.fetchval("SELECT true"))
        except (UnavailableError, TimeoutError):
            return False

    async def _ask_redis(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                return bool(await self._redis.ping())
        except (RedisError, OSError, TimeoutError):
            return False


class HealthProvider(Provider):
    """Readiness, the ways in, and the settings themselves."""

    scope = Scope.APP
    settings = from_context(Settings)
    readiness = provide(StoresReadiness, provides=Readiness)
    redis_door = provide(RedisClientDoor, provides=RedisDoor)

    @provide
    def database_door(self, settings: Settings) -> DatabaseDoor:
        """Try the way into the database."""
        return PostgresDoor(settings.database_url)
