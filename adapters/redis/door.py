"""The way into Redis, tried for `pytake doctor`."""

from redis.asyncio import Redis
from redis.exceptions import (
    AuthenticationError,
    BusyLoadingError,
    NoPermissionError,
    OutOfMemoryError,
    ReadOnlyError,
    RedisError,
)
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError

from application.ports.health import RedisTrouble

TRIED_KEY = "pytake:doctor"
TRIED_SECONDS = 1

_TROUBLES: tuple[tuple[type[Exception], RedisTrouble], ...] = (
    (NoPermissionError, RedisTrouble.FORBIDDEN),
    (AuthenticationError, RedisTrouble.LOGIN_REFUSED),
    (BusyLoadingError, RedisTrouble.LOADING),
    (OutOfMemoryError, RedisTrouble.FULL),
    (ReadOnlyError, RedisTrouble.READ_ONLY),
    (RedisTimeoutError, RedisTrouble.SILENT),
    (TimeoutError, RedisTrouble.SILENT),
    (RedisConnectionError, RedisTrouble.AWAY),
    (OSError, RedisTrouble.AWAY),
)
"""Looked through in order: the errors of a connection that was refused are ConnectionErrors too."""


class RedisClientDoor:
    """Writes one small key for one second."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def trouble(self) -> RedisTrouble | None:
        """Give what stands in the way, within a few seconds."""
        try:
            await self._redis.set(TRIED_KEY, "1", ex=TRIED_SECONDS)
        except (RedisError, OSError) as error:
            trouble = _trouble_of(error.__cause__) or _trouble_of(error) or RedisTrouble.OTHER
            return RedisTrouble.NEEDS_LOGIN if trouble is RedisTrouble.LOGIN_REFUSED and self._gives_none() else trouble
        return None

    def _gives_none(self) -> bool:
        return not self._redis.connection_pool.connection_kwargs.get("password")


def _trouble_of(error: BaseException | None) -> RedisTrouble | None:
    """Name the trouble; what happens while connecting is the cause of a ConnectionError."""
    return next((trouble for kind, trouble in _TROUBLES if isinstance(error, kind)), None)
