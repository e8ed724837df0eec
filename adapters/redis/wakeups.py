"""Wake-ups as Redis messages: lost when nobody listens, which is all right, for workers also look by themselves."""

import asyncio
from collections.abc import Collection
from types import TracebackType
from typing import Self

import structlog
from redis.asyncio import Redis

from adapters.redis.breaker import REDIS_AWAY, Breaker
from adapters.redis.subscription import Subscription
from application.ports.lanes import LaneKind

CHANNEL = "wakeups"
RELAY = "relay"

SPACING = 0.005
"""Seconds from one nudge to the next of the same kind: under load a batch is kept every millisecond, and whoever was
woken for the last one is still at it."""

_log = structlog.get_logger(__name__)


class RedisWakeups:
    """Publishes nudges, and makes nobody wait for it: what is said within `SPACING` of the last one goes together.

    The first is told at once. While Redis is away they are dropped at once.
    """

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._breaker = Breaker()
        self._words: set[str] = set()
        self._told_at: dict[str, float] = {}
        self._telling: asyncio.Task[None] | None = None

    async def nudge(self, kinds: Collection[LaneKind]) -> None:
        """Say that lanes of these kinds are due. Never raises."""
        self._tell(kinds)

    async def nudge_relay(self) -> None:
        """Say that there are events to publish. Never raises."""
        self._tell([RELAY])

    async def close(self) -> None:
        """Return when what was said is told."""
        if self._telling is not None:
            await asyncio.wait([self._telling])

    def _tell(self, words: Collection[str]) -> None:
        self._words.update(words)
        if self._words and (self._telling is None or self._telling.done()):
            self._telling = asyncio.create_task(self._publish_all())

    async def _publish_all(self) -> None:
        clock = asyncio.get_running_loop().time
        while self._words:
            now = clock()
            words = sorted(word for word in self._words if now - self._told_at.get(word, 0.0) >= SPACING)
            self._words.difference_update(words)
            self._told_at.update(dict.fromkeys(words, now))
            await (self._publish(words) if words else asyncio.sleep(SPACING / 2))

    async def _publish(self, words: list[str]) -> None:
        if not self._breaker.allows():
            return
        try:
            await self._redis.publish(CHANNEL, ",".join(words))
        except REDIS_AWAY as error:
            if self._breaker.failed():
                _log.warning("wakeups_unavailable", error=type(error).__name__)
        else:
            self._breaker.succeeded()


class RedisWakeupListener:
    """Waits for nudges: `async with RedisWakeupListener(redis) as listener: await listener.wait(kinds, 1.0)`."""

    def __init__(self, redis: Redis) -> None:
        self._subscription = Subscription(redis, name="wakeups", on_message=self._hear, on_connect=self._hear_all)
        self._heard: set[str] = set()
        self._news = asyncio.Event()

    @property
    def is_alive(self) -> bool:
        """Whether nudges arrive now."""
        return self._subscription.is_alive

    async def __aenter__(self) -> Self:
        self._subscription.start()
        await self._subscription.add(CHANNEL)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._subscription.stop()

    async def wait(self, kinds: Collection[LaneKind], seconds: float) -> None:
        """Return at a nudge for one of these kinds, or after `seconds`."""
        await self._wait({*kinds}, seconds)

    async def wait_for_relay(self, seconds: float) -> None:
        """Return when there may be events to publish, or after `seconds`."""
        await self._wait({RELAY}, seconds)

    async def _wait(self, words: set[str], seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not self._heard & words:
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            return
        self._heard -= words

    def _hear(self, _channel: str, words: bytes) -> None:
        self._heard.update(words.decode().split(","))
        self._news.set()

    def _hear_all(self) -> None:
        """After a reconnection anything may have been missed, so everybody looks once."""
        self._heard.update([RELAY, *LaneKind])
        self._news.set()
