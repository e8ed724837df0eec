"""Who looks at what, in Redis: a sorted set a conversation, of `user:place` by when each lapses, in milliseconds."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from redis.asyncio import Redis

from adapters.redis.breaker import REDIS_AWAY, Breaker
from application.ports.clock import Clock
from application.ports.viewers import Looking
from domain.shared.ids import ConversationId, TenantId, UserId

LAPSES_AFTER = timedelta(seconds=45)
"""Two heartbeats and some: a process that dies takes its viewers along so soon."""

_NOTE = """
-- KEYS  who looks at it    ARGV  now, when this lapses, who and where, look or away, milliseconds to keep
local before = redis.call('ZRANGE', KEYS[1], 0, -1)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
if ARGV[4] == 'look' then
  redis.call('ZADD', KEYS[1], ARGV[2], ARGV[3])
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
else
  redis.call('ZREM', KEYS[1], ARGV[3])
end
return {before, redis.call('ZRANGE', KEYS[1], 0, -1)}
"""

_log = structlog.get_logger(__name__)


class RedisViewers:
    """Keeps who looks; while Redis is away nobody does."""

    def __init__(self, redis: Redis, *, clock: Clock) -> None:
        self._redis, self._clock = redis, clock
        self._breaker = Breaker()
        self._note = redis.register_script(_NOTE)

    async def look(self, tenant_id: TenantId, conversation_id: ConversationId, user_id: UserId, *, at: str) -> Looking:
        """Note that somebody has it open at a place, such as a socket; say it again before it lapses."""
        return await self._say("look", _key(tenant_id, conversation_id), f"{user_id}:{at}")

    async def look_away(
        self, tenant_id: TenantId, conversation_id: ConversationId, user_id: UserId, *, at: str
    ) -> Looking:
        """Note that they have it open there no more."""
        return await self._say("away", _key(tenant_id, conversation_id), f"{user_id}:{at}")

    async def of(self, tenant_id: TenantId, conversation_id: ConversationId) -> tuple[UserId, ...]:
        """Give who has it open."""
        if not self._breaker.allows():
            return ()
        try:
            key = _key(tenant_id, conversation_id)
            found: Any = await self._redis.zrangebyscore(key, self._now(), "+inf")
        except REDIS_AWAY as error:
            self._failed(error)
            return ()
        self._breaker.succeeded()
        return _users(found)

    async def _say(self, what: str, key: str, member: str) -> Looking:
        if not self._breaker.allows():
            return Looking()
        now = self._now()
        lapses_after = int(LAPSES_AFTER.total_seconds() * 1000)
        try:
            before, after = await self._note(keys=[key], args=[now, now + lapses_after, member, what, lapses_after])
        except REDIS_AWAY as error:
            self._failed(error)
            return Looking()
        self._breaker.succeeded()
        users = _users(after)
        return Looking(users=users, is_news=users != _users(before))

    def _now(self) -> int:
        return int(self._clock.now().timestamp() * 1000)

    def _failed(self, error: Exception) -> None:
        if self._breaker.failed():
            _log.warning("viewers_unavailable", error=type(error).__name__)


def _key(tenant_id: TenantId, conversation_id: ConversationId) -> str:
    return f"viewers:{tenant_id}:{conversation_id}"


def _users(members: Iterable[bytes]) -> tuple[UserId, ...]:
    return tuple(sorted({UserId(UUID(member.decode().partition(":")[0])) for member in members}))
