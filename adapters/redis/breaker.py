"""A circuit breaker: after an error Redis is left alone for a moment, so that nobody waits for it again and again."""

import time
from collections.abc import Callable

from redis.exceptions import RedisError

REST_SECONDS = 2.0
"""Between two tries while Redis is away; everything we keep there can be done without for as long."""

REDIS_AWAY = (RedisError, OSError)
"""What a client raises when Redis is away, restarting, full or slow."""


class Breaker:
    """Closed while Redis answers; after an error one caller in `REST_SECONDS` may try."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rests_until: float | None = None

    def allows(self) -> bool:
        """Whether to ask Redis now."""
        if self._rests_until is None:
            return True
        if self._clock() < self._rests_until:
            return False
        self._rest()
        return True

    def failed(self) -> bool:
        """Note an error; True if it is the first after a success, which is worth a line in the log."""
        was_closed = self._rests_until is None
        self._rest()
        return was_closed

    def succeeded(self) -> None:
        """Note an answer."""
        self._rests_until = None

    def _rest(self) -> None:
        self._rests_until = self._clock() + REST_SECONDS
