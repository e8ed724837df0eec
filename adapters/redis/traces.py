"""What Redis remembers of a tenant, and how it is forgotten at once."""

from redis.asyncio import Redis
from redis.exceptions import RedisError

from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId

KEYS_AT_ONCE = 1_000
"""Redis looks through so many at a time, and serves others between."""


class RedisTraces:
    """Every key that is a tenant's carries the tenant's id."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def erase(self, tenant_id: TenantId) -> int:
        """Delete all keys that name the tenant; give how many. Raises UnavailableError."""
        erased = 0
        try:
            async for key in self._redis.scan_iter(match=f"*{tenant_id}*", count=KEYS_AT_ONCE):
                erased += int(await self._redis.unlink(key))
        except (RedisError, OSError) as error:
            raise UnavailableError("Redis does not answer.") from error
        return erased
