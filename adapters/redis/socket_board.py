"""What processes say of their sockets, in Redis: a hash a company by process, and a sorted set of the companies."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import msgspec
import structlog
from redis.asyncio import Redis

from adapters.redis.breaker import REDIS_AWAY, Breaker
from application.ports.clock import Clock
from application.ports.socket_stats import SocketStats
from domain.shared.ids import TenantId

COUNTS_FOR = 15.0
"""Seconds; three reports."""
TENANTS = "sockets:tenants"

_log = structlog.get_logger(__name__)


class _Report(msgspec.Struct, frozen=True, array_like=True):
    at: float
    stats: SocketStats


_decoder = msgspec.msgpack.Decoder(_Report)


class RedisSocketBoard:
    """Gathers what the processes say; while Redis is away nothing is known."""

    def __init__(self, redis: Redis, *, clock: Clock) -> None:
        self._redis, self._clock = redis, clock
        self._breaker = Breaker()

    async def report(self, process: str, stats: Mapping[TenantId, SocketStats]) -> None:
        """Say what one process holds, in one round trip."""
        if not stats or not self._breaker.allows():
            return
        now = self._now()
        try:
            async with self._redis.pipeline(transaction=False) as pipeline:
                for tenant_id, one in stats.items():
                    pipeline.hset(_key(tenant_id), process, msgspec.msgpack.encode(_Report(now, one)))
                    pipeline.expire(_key(tenant_id), int(COUNTS_FOR) * 2)
                pipeline.zadd(TENANTS, {str(tenant_id): now for tenant_id in stats})
                pipeline.zremrangebyscore(TENANTS, "-inf", now - COUNTS_FOR)
                await pipeline.execute()
        except REDIS_AWAY as error:
            self._failed(error)
        else:
            self._breaker.succeeded()

    async def of(self, tenant_id: TenantId) -> list[SocketStats]:
        """Give what each process holds of a company's."""
        if not self._breaker.allows():
            return []
        try:
            found: Any = await self._redis.hvals(_key(tenant_id))
        except REDIS_AWAY as error:
            self._failed(error)
            return []
        self._breaker.succeeded()
        since = self._now() - COUNTS_FOR
        return [report.stats for report in map(_decoder.decode, found) if report.at >= since]

    async def tenants(self) -> list[TenantId]:
        """Give the companies of which anybody holds sockets."""
        if not self._breaker.allows():
            return []
        try:
            since = self._now() - COUNTS_FOR
            found: Any = await self._redis.zrangebyscore(TENANTS, since, "+inf")
        except REDIS_AWAY as error:
            self._failed(error)
            return []
        self._breaker.succeeded()
        return [TenantId(UUID(name.decode())) for name in found]

    def _now(self) -> float:
        return self._clock.now().timestamp()

    def _failed(self, error: Exception) -> None:
        if self._breaker.failed():
            _log.warning("socket_stats_unavailable", error=type(error).__name__)


def _key(tenant_id: TenantId) -> str:
    return f"sockets:{tenant_id}"
