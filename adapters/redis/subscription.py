"""One pub/sub connection that comes back by itself, for as long as its process lives."""

import asyncio
import contextlib
import random
from collections.abc import Callable
from typing import Literal

import structlog
from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.exceptions import ConnectionError as RedisConnectionError

from adapters.redis.breaker import REDIS_AWAY

HEARTBEAT_SECONDS = 5.0
"""Silence after which a ping is sent; twice this long without an answer, the connection is dead."""
FIRST_BACKOFF_SECONDS = 0.05
MAX_BACKOFF_SECONDS = 2.0
"""Long enough not to hammer a Redis that restarts, short enough to be back soon after it."""
CONFIRM_SECONDS = 1.0
"""How long `add` waits for Redis to confirm before it leaves the channel to the next connection."""

_log = structlog.get_logger(__name__)


class Subscription:
    """Subscribes to channels, now and after every reconnection, and hands each message to `on_message`.

    `on_connect` is called when all channels are subscribed again: what was published before may have been missed.
    """

    def __init__(
        self,
        redis: Redis,
        *,
        name: str,
        on_message: Callable[[str, bytes], None],
        on_connect: Callable[[], None] = lambda: None,
    ) -> None:
        self._redis = redis
        self._log = _log.bind(subscription=name)
        self._on_message = on_message
        self._on_connect = on_connect
        self._channels: dict[str, asyncio.Event] = {f"subscription:{name}": asyncio.Event()}
        self._state = _State()

    @property
    def is_alive(self) -> bool:
        """Whether it is supervised and connected."""
        task = self._state.task
        return self._state.is_connected and task is not None and not task.done()

    def start(self) -> None:
        """Begin in the background; the second call does nothing."""
        if self._state.task is None:
            self._state.task = asyncio.create_task(self._supervise())

    async def stop(self) -> None:
        """Unsubscribe and close."""
        task, self._state.task = self._state.task, None
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def add(self, channel: str) -> None:
        """Subscribe; returns when Redis has confirmed it, or soon when Redis is away (then `on_connect` comes)."""
        confirmed = self._channels.setdefault(channel, asyncio.Event())
        try:
            async with asyncio.timeout(CONFIRM_SECONDS):
                if await self._send("subscribe", channel):
                    await confirmed.wait()
        except (*REDIS_AWAY, TimeoutError):  # the reader sees the same error and connects again
            if channel in self._channels:
                self._state.awaited.add(channel)

    async def remove(self, channel: str) -> None:
        """Unsubscribe."""
        if self._channels.pop(channel, None) is None:
            return
        with contextlib.suppress(*REDIS_AWAY, TimeoutError):
            async with asyncio.timeout(CONFIRM_SECONDS):
                await self._send("unsubscribe", channel)

    async def _send(self, order: Literal["subscribe", "unsubscribe"], channel: str) -> bool:
        """Send the order if there is a connection and it is still wanted; one at a time, so the last word counts."""
        async with self._state.lock:
            pubsub = self._state.pubsub
            if pubsub is None or (order == "subscribe") != (channel in self._channels):
                return False
            await (pubsub.subscribe(channel) if order == "subscribe" else pubsub.unsubscribe(channel))
            return True

    async def _supervise(self) -> None:
        backoff = FIRST_BACKOFF_SECONDS
        while True:
            try:
                await self._follow()
            except REDIS_AWAY as error:
                was_connected = self._disconnected()
                backoff = FIRST_BACKOFF_SECONDS if was_connected else min(backoff * 2, MAX_BACKOFF_SECONDS)
                self._log.warning("subscription_lost", error=type(error).__name__, was_connected=was_connected)
            except Exception as error:  # noqa: BLE001  # a mistake in a listener must not end the supervision
                self._disconnected()
                self._log.error("subscription_failed", error=type(error).__name__)
            await asyncio.sleep(backoff * random.uniform(0.5, 1))  # noqa: S311  # processes must not come back at once

    async def _follow(self) -> None:
        async with self._redis.pubsub() as pubsub:
            wanted = set(self._channels)
            self._state.awaited = set(wanted)
            await pubsub.subscribe(*wanted)
            self._state.pubsub = pubsub
            await self._catch_up(pubsub, since=wanted)
            await self._read(pubsub)

    async def _catch_up(self, pubsub: PubSub, *, since: set[str]) -> None:
        """Do what was asked for while the connection was being made."""
        missed, left = set(self._channels) - since, since - set(self._channels)
        self._state.awaited = self._state.awaited - left | missed
        async with self._state.lock:
            if missed:
                await pubsub.subscribe(*missed)
            if left:
                await pubsub.unsubscribe(*left)

    async def _read(self, pubsub: PubSub) -> None:
        is_waiting_for_pong = False
        while True:
            message = await pubsub.get_message(timeout=HEARTBEAT_SECONDS)
            if message is not None:
                is_waiting_for_pong = False
                self._take(message["type"], message["channel"], message["data"])
            elif is_waiting_for_pong:
                raise RedisConnectionError("Redis does not answer")
            else:
                await pubsub.ping()
                is_waiting_for_pong = True

    def _take(self, kind: str, channel: bytes | None, data: bytes) -> None:
        name = channel.decode() if channel else ""
        if kind == "message" and name in self._channels:
            self._on_message(name, data)
        elif kind == "subscribe":
            self._confirm(name)

    def _confirm(self, channel: str) -> None:
        if channel in self._channels:
            self._channels[channel].set()
        if channel not in self._state.awaited:
            return
        self._state.awaited.discard(channel)
        if not self._state.awaited & set(self._channels):
            self._state.is_connected = True
            self._on_connect()

    def _disconnected(self) -> bool:
        was_connected = self._state.is_connected
        self._state.pubsub = None
        self._state.is_connected = False
        for confirmed in self._channels.values():
            confirmed.clear()
        return was_connected


class _State:
    """What changes while a subscription lives."""

    def __init__(self) -> None:
        self.task: asyncio.Task[None] | None = None
        self.pubsub: PubSub | None = None
        self.is_connected = False
        self.awaited: set[str] = set()
        self.lock = asyncio.Lock()
