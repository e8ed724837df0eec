"""Tells the others, every few seconds, how many sockets this process holds and whether they keep up."""

import asyncio
import logging
from collections import Counter
from uuid import uuid4

import structlog

from application.ports.socket_stats import SocketBoard, SocketStats
from entrypoints.logs import place_of
from entrypoints.websocket.channels import conversation_of
from entrypoints.websocket.hub import Hub
from entrypoints.websocket.room import Room

EVERY_SECONDS = 5.0

_log = structlog.get_logger(__name__)


class Census:
    """Counts this process's sockets and says it."""

    def __init__(self, *, hub: Hub, board: SocketBoard) -> None:
        self._hub, self._board = hub, board
        self._process = uuid4().hex
        self._walking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin, in the background."""
        self._walking = asyncio.create_task(self._walk())

    async def stop(self) -> None:
        """End."""
        if self._walking is not None:
            self._walking.cancel()
            await asyncio.gather(self._walking, return_exceptions=True)

    async def report(self) -> None:
        """Count once, and say it."""
        await self._board.report(self._process, {room.tenant_id: _count(room) for room in self._hub.rooms})

    async def _walk(self) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            try:
                await self.report()
            except Exception as error:  # noqa: BLE001  # whatever it is, the next count tries again
                _log.log(logging.ERROR, "sockets_uncounted", error=type(error).__name__, at=place_of(error))


def _count(room: Room) -> SocketStats:
    users = Counter(str(connection.claims.user_id) for connection in room.connections)
    channels = Counter(_kind(channel) for connection in room.connections for channel in connection.channels)
    return SocketStats(
        sockets=len(room.connections),
        users=dict(users),
        channels=dict(channels),
        lag=room.lag,
        dropped=room.dropped,
    )


def _kind(channel: str) -> str:
    return channel if conversation_of(channel) is None else "conversation"
