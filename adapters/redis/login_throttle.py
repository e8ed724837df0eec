"""Guessing made slow, for all processes together; each for itself while Redis is away."""

import secrets
import time
from collections.abc import Callable

import structlog
from redis.asyncio import Redis

from adapters.redis.breaker import REDIS_AWAY, Breaker
from adapters.redis.local_throttle import LocalThrottle
from adapters.redis.throttle_rules import (
    KNOWN_SECONDS,
    LEVEL_SECONDS,
    LONGER_TIMES,
    PAIR_TRIES,
    WIDE_TRIES,
    WINDOW_SECONDS,
    Keys,
    keys_of,
)
from adapters.redis.throttle_scripts import ATTEMPT, SUCCEEDED
from application.ports.login_throttle import Attempt, Purpose
from domain.shared.errors import RateLimitedError

MILLISECONDS = 1000
NUMBER_BYTES = 9

_log = structlog.get_logger(__name__)


class RedisLoginThrottle:
    """Counts tries (`LoginThrottle`), one round trip each."""

    def __init__(self, redis: Redis, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._attempt, self._succeeded = redis.register_script(ATTEMPT), redis.register_script(SUCCEEDED)
        self._breaker = Breaker(clock=clock)
        self._local = LocalThrottle(clock=clock)

    async def attempt(self, purpose: Purpose, *, account: str, ip: str | None) -> Attempt:
        """Count a try before anything costly is done for it. Raises RateLimitedError, and then counts nothing."""
        attempt = Attempt(purpose=purpose, account=account, ip=ip, number=secrets.token_urlsafe(NUMBER_BYTES))
        keys = keys_of(purpose, account=account, ip=ip)
        wait = await self._ask(keys, attempt.number)
        if wait is None:
            wait = self._local.attempt(keys, number=attempt.number)
        if wait > 0:
            raise RateLimitedError("Too many attempts; try again later.", retry_after=wait)
        return attempt

    async def succeeded(self, attempt: Attempt) -> None:
        """Say that this was no failure."""
        keys = keys_of(attempt.purpose, account=attempt.account, ip=attempt.ip)
        self._local.succeeded(keys, number=attempt.number)
        if not self._breaker.allows():
            return
        try:
            await self._succeeded(keys=_names(keys), args=[attempt.number, KNOWN_SECONDS * MILLISECONDS])
        except REDIS_AWAY as error:
            self._failed(error)

    async def _ask(self, keys: Keys, number: str) -> float | None:
        if not self._breaker.allows():
            return None
        window, level = WINDOW_SECONDS * MILLISECONDS, LEVEL_SECONDS * MILLISECONDS
        try:
            wait = await self._attempt(
                keys=_names(keys), args=[window, PAIR_TRIES, WIDE_TRIES, number, LONGER_TIMES, level]
            )
        except REDIS_AWAY as error:
            self._failed(error)
            return None
        self._breaker.succeeded()
        return int(wait) / MILLISECONDS

    def _failed(self, error: Exception) -> None:
        if self._breaker.failed():
            _log.warning("login_throttle_local", error=type(error).__name__)


def _names(keys: Keys) -> list[str]:
    return [keys.pair, keys.account, keys.level, keys.known, *([] if keys.network is None else [keys.network])]
