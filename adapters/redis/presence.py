"""Presence in Redis: of each tenant who stirred when (two sorted sets, in milliseconds), and what was told (a hash)."""

from collections.abc import Awaitable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import structlog
from redis.asyncio import Redis

from adapters.redis.breaker import REDIS_AWAY, Breaker
from adapters.redis.presence_scripts import BEAT, FORGET, TELL
from domain.people.status import Marks, Status
from domain.shared.ids import TenantId, UserId

KEEP = timedelta(days=1)
"""After the last sign of life in a tenant; long before, everybody in it was told to be offline."""

TENANTS = "presence:tenants"

T = TypeVar("T")

_log = structlog.get_logger(__name__)


class RedisPresence:
    """Keeps signs of life; while Redis is away nothing is kept and nobody is there."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._breaker = Breaker()
        self._beat = redis.register_script(BEAT)
        self._tell = redis.register_script(TELL)
        self._forget = redis.register_script(FORGET)

    async def beat(self, tenant_id: TenantId, user_id: UserId, *, at: datetime, is_active: bool) -> Marks | None:
        """Keep a sign of life; give those before it, None while Redis is away."""
        seen, active, _ = _keys(tenant_id)
        arguments: list[str | int] = [str(user_id), _score(at), int(is_active), _seconds(KEEP), str(tenant_id)]
        if not self._breaker.allows():
            return None
        found = await self._or(self._beat(keys=[seen, active, TENANTS], args=arguments), list[bytes]())
        return Marks(seen_at=_time(found[0] or 0), active_at=_time(found[1] or 0)) if found else None

    async def marks(self, tenant_id: TenantId) -> dict[UserId, Marks]:
        """Give the last signs of everybody of a tenant who is remembered; of nobody while Redis is away."""
        if not self._breaker.allows():
            return {}
        seen, active, _ = _keys(tenant_id)
        async with self._redis.pipeline(transaction=True) as pipeline:
            pipeline.zrange(seen, 0, -1, withscores=True)
            pipeline.zrange(active, 0, -1, withscores=True)
            nothing: list[list[tuple[bytes, float]]] = [[], []]
            seen_at, active_at = await self._or(pipeline.execute(), nothing)
        was_active = {_user(user): _time(score) for user, score in active_at}
        return {
            _user(user): Marks(seen_at=_time(score), active_at=was_active.get(_user(user), _time(score)))
            for user, score in seen_at
        }

    async def tell(self, tenant_id: TenantId, statuses: Mapping[UserId, Status]) -> set[UserId]:
        """Note what the others are told, and give for whom it is new; for nobody while Redis is away."""
        if not statuses or not self._breaker.allows():
            return set()
        words = (word for user, status in statuses.items() for word in (str(user), status.value))
        arguments: list[str | int] = [_seconds(KEEP), *words]
        fresh = await self._or(self._tell(keys=[_keys(tenant_id)[2]], args=arguments), list[bytes]())
        return {_user(user) for user in fresh}

    async def told(self, tenant_id: TenantId) -> dict[UserId, Status]:
        """Give what the others were told last, of everybody who is not offline by that."""
        if not self._breaker.allows():
            return {}
        found = await self._or(self._redis.hgetall(_keys(tenant_id)[2]), dict[bytes, bytes]())
        return {_user(user): Status(status.decode()) for user, status in found.items()}

    async def tenants(self) -> list[TenantId]:
        """Give the tenants of which anybody may still be seen as there."""
        if not self._breaker.allows():
            return []
        found = await self._or(self._redis.zrange(TENANTS, 0, -1), list[bytes]())
        return [TenantId(UUID(name.decode())) for name in found]

    async def forget(self, tenant_id: TenantId, *, before: datetime) -> None:
        """Remember no signs from before a time, and not the tenant when none are left."""
        if self._breaker.allows():
            keys = [*_keys(tenant_id), TENANTS]
            await self._or(self._forget(keys=keys, args=[_score(before), str(tenant_id)]), None)

    async def _or(self, asked: Awaitable[Any], without: T) -> T:
        """Give the answer, or `without` when Redis is away."""
        try:
            answer: T = await asked
        except REDIS_AWAY as error:
            if self._breaker.failed():
                _log.warning("presence_unavailable", error=type(error).__name__)
            return without
        self._breaker.succeeded()
        return answer


def _keys(tenant_id: TenantId) -> tuple[str, str, str]:
    """Name who was seen, who was active, what was told."""
    return f"presence:{tenant_id}:seen", f"presence:{tenant_id}:active", f"presence:{tenant_id}:told"


def _user(name: bytes) -> UserId:
    return UserId(UUID(name.decode()))


def _score(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _time(score: bytes | float) -> datetime:
    return datetime.fromtimestamp(float(score) / 1000, UTC)


def _seconds(span: timedelta) -> int:
    return int(span.total_seconds())
