"""The realtime bus: one Redis channel a tenant. What it loses is read from the event log by its number."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from uuid import UUID

import msgspec
import structlog
from redis.asyncio import Redis

from adapters.redis.breaker import REDIS_AWAY, Breaker
from adapters.redis.subscription import Subscription
from application.ports.events import NumberedEvent
from application.ports.realtime import LiveEvent, LiveListener, live_event
from domain.shared.ids import TenantId

PREFIX = "rt:"
MAX_EVENTS = 200
"""In one message, so that none is so large that Redis cuts a subscriber off (8 MiB of unsent output for 60 s)."""

_log = structlog.get_logger(__name__)
_decoder = msgspec.msgpack.Decoder(list[LiveEvent])


class RedisRealtime:
    """Publishes to all gateways: numbered events (`Realtime`) and what is not stored (`Signals`)."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._breaker = Breaker()

    async def publish(self, events: list[NumberedEvent]) -> None:
        """Tell all gateways, in one round trip. Never raises."""
        by_tenant = sorted(events, key=lambda event: event.tenant_id)
        await self._publish(
            [
                (tenant_id, batch)
                for tenant_id, group in groupby(by_tenant, key=lambda event: event.tenant_id)
                for batch in _batches(map(live_event, group))
            ]
        )

    async def send(self, tenant_id: TenantId, signal: LiveEvent) -> None:
        """Tell all gateways something that is not stored. Never raises."""
        await self._publish([(tenant_id, [signal])])

    async def _publish(self, batches: list[tuple[TenantId, list[LiveEvent]]]) -> None:
        if not batches or not self._breaker.allows():
            return
        try:
            async with self._redis.pipeline(transaction=False) as pipeline:
                for tenant_id, batch in batches:
                    pipeline.publish(_channel(tenant_id), msgspec.msgpack.encode(batch))
                await pipeline.execute()
        except REDIS_AWAY as error:
            if self._breaker.failed():
                _log.warning("realtime_unavailable", error=type(error).__name__)
        else:
            self._breaker.succeeded()


class RealtimeSubscription:
    """The gateway's end of the bus (`LiveFeed`): one connection per process."""

    def __init__(self, redis: Redis) -> None:
        self._subscription = Subscription(
            redis, name="realtime", on_message=self._hear, on_connect=self._tell_reconnected
        )
        self._listener: LiveListener | None = None

    @property
    def is_alive(self) -> bool:
        """Whether events arrive now."""
        return self._subscription.is_alive

    async def start(self, listener: LiveListener) -> None:
        """Begin, in the background."""
        self._listener = listener
        self._subscription.start()

    async def stop(self) -> None:
        """End."""
        await self._subscription.stop()

    async def follow(self, tenant_id: TenantId) -> None:
        """Subscribe to a tenant; returns when Redis has confirmed it, or soon when Redis is away."""
        await self._subscription.add(_channel(tenant_id))

    async def unfollow(self, tenant_id: TenantId) -> None:
        """Unsubscribe."""
        await self._subscription.remove(_channel(tenant_id))

    def _hear(self, channel: str, payload: bytes) -> None:
        if self._listener is None or not channel.startswith(PREFIX):
            return
        try:
            events = _decoder.decode(payload)
        except msgspec.DecodeError:  # another version's message; its events are read from the log
            _log.warning("realtime_unreadable")
            return
        self._listener.receive(TenantId(UUID(channel.removeprefix(PREFIX))), events)

    def _tell_reconnected(self) -> None:
        if self._listener is not None:
            self._listener.reconnected()


def _channel(tenant_id: TenantId) -> str:
    return f"{PREFIX}{tenant_id}"


def _batches(events: Iterable[LiveEvent]) -> Iterator[list[LiveEvent]]:
    events = list(events)
    for start in range(0, len(events), MAX_EVENTS):
        yield events[start : start + MAX_EVENTS]
