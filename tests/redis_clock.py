"""A clock that only the test moves, for Redis's scripts too: each asks Redis for the time, and is told the test's."""

import re

from redis.asyncio import Redis

NOW = "the-tests-now"


class RedisClock:
    """Seconds. Processes read them by calling it, scripts in Redis."""

    def __init__(self, redis: Redis | None) -> None:
        self._redis, self._now = redis, 1_000.0

    def __call__(self) -> float:
        return self._now

    async def let_pass(self, seconds: float) -> None:
        """Let time pass at once."""
        self._now += seconds
        if self._redis is not None:
            await self._redis.set(NOW, round(self._now * 1_000_000))


def told(script: str) -> str:
    """Give the script as it is told the time; how long it keeps its keys by Redis's own clock then decides nothing."""
    assert "redis.call('TIME')" in script
    script = script.replace("redis.call('TIME')", f"{{0, redis.call('GET', '{NOW}')}}")
    return re.sub(r"math\.ceil\(\(times\[\w+\] - now\) / 1000\)", "3600000", script)
