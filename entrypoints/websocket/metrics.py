"""How much there is to do, told to those who follow `metrics`: once for all of a company's in this process."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from functools import partial

import msgspec
import structlog

from application.ports.clock import Clock
from application.ports.realtime import NOT_STORED, LiveEvent, server_frame
from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId
from entrypoints.logs import place_of
from entrypoints.websocket.hub import Hub
from entrypoints.websocket.room import Room

METRICS_UPDATED = "metrics_updated"
EVERY_SECONDS = 1.0
SHARE = 10
"""Counting takes a tenth of the time at most: a company whose inbox takes longer to count is told less often."""

_log = structlog.get_logger(__name__)


class Metrics:
    """Counts a company's inbox after something changed in it, while somebody follows, at most once a second."""

    def __init__(self, *, hub: Hub, count: Callable[[TenantId], Awaitable[msgspec.Struct]], clock: Clock) -> None:
        self._hub, self._count, self._clock = hub, count, clock
        self._walking: asyncio.Task[None] | None = None
        self._counting: dict[TenantId, asyncio.Task[None]] = {}

    async def start(self) -> None:
        """Begin, in the background."""
        self._walking = asyncio.create_task(self._walk())

    async def stop(self) -> None:
        """End."""
        tasks = [*self._counting.values(), *([self._walking] if self._walking else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def look(self) -> None:
        """Begin to count for each company in which something changed and somebody follows."""
        for room in self._hub.rooms:
            if room.takes_metrics() and room.tenant_id not in self._counting:
                task = asyncio.create_task(self._tell(room))
                self._counting[room.tenant_id] = task
                task.add_done_callback(partial(self._counted, room.tenant_id))

    def _counted(self, tenant_id: TenantId, _: asyncio.Task[None]) -> None:
        self._counting.pop(tenant_id, None)

    async def _tell(self, room: Room) -> None:
        began_at = time.monotonic()
        try:
            data = msgspec.Raw(msgspec.json.encode(await self._count(room.tenant_id)))
        except Exception as error:  # noqa: BLE001  # whatever it is, the next change tries again
            level = logging.WARNING if isinstance(error, UnavailableError) else logging.ERROR
            _log.log(level, "metrics_unavailable", error=type(error).__name__, at=place_of(error))
            return
        frame = server_frame(METRICS_UPDATED, at=self._clock.now(), number=None, data=data)
        room.receive([LiveEvent(NOT_STORED, METRICS_UPDATED, None, frame)])
        await asyncio.sleep((time.monotonic() - began_at) * SHARE)

    async def _walk(self) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            self.look()
