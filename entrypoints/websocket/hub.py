"""All sockets of this process, by tenant, and the one feed they share."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec
import structlog

from application.ports.events import EventLog
from application.ports.realtime import LiveEvent, LiveFeed
from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId
from entrypoints.logs import place_of
from entrypoints.websocket.connection import Connection
from entrypoints.websocket.protocol import CloseCode, CloseSocketError
from entrypoints.websocket.room import Room

LOOK_SECONDS = 1.0
"""How often rooms that are behind, or all while Redis is away, read the log."""
DISTRUST_SECONDS = 10.0
"""How often every room compares itself with the log: a lost message that nothing follows shows no gap."""
READERS = 8
"""Rooms that read the log at once, so that a Redis that comes back does not exhaust the database's connections."""
DRAIN_SLICES = 20

_log = structlog.get_logger(__name__)


class HubStats(msgspec.Struct, frozen=True, kw_only=True):
    """What this process holds."""

    sockets: int
    tenants: int
    is_alive: bool


class Hub:
    """Opens a room for a tenant's first socket and closes it after the last; keeps every room up with the log."""

    def __init__(self, *, feed: LiveFeed, log: EventLog) -> None:
        self._feed = feed
        self._event_log = log
        self._rooms: dict[TenantId, Room] = {}
        self._reading: dict[TenantId, asyncio.Task[None]] = {}
        self._watching: asyncio.Task[None] | None = None
        self._readers = asyncio.Semaphore(READERS)
        self._is_draining = False

    @property
    def stats(self) -> HubStats:
        """Count the sockets, and tell whether live events arrive and the supervision runs."""
        return HubStats(
            sockets=sum(len(room.connections) for room in self._rooms.values()),
            tenants=len(self._rooms),
            is_alive=self._feed.is_alive and self._watching is not None and not self._watching.done(),
        )

    @property
    def rooms(self) -> list[Room]:
        """Give what this process holds, by company."""
        return list(self._rooms.values())

    @property
    def connections(self) -> list[Connection]:
        """Give all sockets."""
        return [connection for room in self._rooms.values() for connection in room.connections]

    async def start(self) -> None:
        """Begin to receive, in the background."""
        self._is_draining = False
        await self._feed.start(self)
        self._watching = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """End; sockets still there are told to come back elsewhere."""
        await self.drain(seconds=0)
        tasks = [*self._reading.values(), *([self._watching] if self._watching else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._feed.stop()

    async def drain(self, *, seconds: float) -> None:
        """Refuse new sockets and close those there are with 1012, in slices, so that not all return at once."""
        self._is_draining = True
        leaving = self.connections
        for number in range(DRAIN_SLICES):
            for connection in leaving[number::DRAIN_SLICES]:
                connection.close(CloseCode.RESTARTING)
            if leaving:
                await asyncio.sleep(seconds / DRAIN_SLICES)

    @asynccontextmanager
    async def joined(self, connection: Connection) -> AsyncIterator[Room]:
        """Hold a socket in its tenant's room. Raises CloseSocketError when it cannot be let in."""
        if self._is_draining:
            raise CloseSocketError(CloseCode.RESTARTING)
        tenant_id = connection.claims.tenant_id
        room = self._rooms.setdefault(tenant_id, Room(tenant_id, self._event_log))
        try:
            room.add(connection)
            await self._open(room)
            connection.begin_after(room.position)
            yield room
        finally:
            await self._leave(room, connection)

    def receive(self, tenant_id: TenantId, events: list[LiveEvent]) -> None:
        """Take what came live."""
        room = self._rooms.get(tenant_id)
        if room is not None:
            room.receive(events)
            if room.is_behind:
                self._catch_up(room)

    def reconnected(self) -> None:
        """Read what was missed."""
        for room in self._rooms.values():
            self._catch_up(room)

    async def _open(self, room: Room) -> None:
        try:
            await room.open(self._feed)
        except Exception as error:
            _report("room_unavailable", error)
            raise CloseSocketError(CloseCode.TRY_LATER) from error
        if room.is_behind:
            self._catch_up(room)

    async def _leave(self, room: Room, connection: Connection) -> None:
        room.remove(connection)
        if not room.connections and self._rooms.get(room.tenant_id) is room:
            del self._rooms[room.tenant_id]
            await self._feed.unfollow(room.tenant_id)

    async def _watch(self) -> None:
        looked_at = time.monotonic()
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            is_distrusting = time.monotonic() - looked_at >= DISTRUST_SECONDS
            if is_distrusting:
                looked_at = time.monotonic()
            for room in self._rooms.values():
                if room.is_behind or is_distrusting or not self._feed.is_alive:
                    self._catch_up(room)

    def _catch_up(self, room: Room) -> None:
        """Read the log in the background, unless that is being done; what comes meanwhile shows as `is_behind`."""
        task = self._reading.get(room.tenant_id)
        if task is None or task.done():
            self._reading[room.tenant_id] = asyncio.create_task(self._read_log(room))

    async def _read_log(self, room: Room) -> None:
        try:
            async with self._readers:
                await room.catch_up()
        except Exception as error:  # noqa: BLE001  # whatever it is, the next look tries again
            _report("room_behind", error)
        finally:
            if self._rooms.get(room.tenant_id) is not room:
                self._reading.pop(room.tenant_id, None)


def _report(event: str, error: Exception) -> None:
    """Log an outage as a warning and anything unexpected as an error."""
    level = logging.WARNING if isinstance(error, UnavailableError) else logging.ERROR
    _log.log(level, event, error=type(error).__name__, at=place_of(error))
