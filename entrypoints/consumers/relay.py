"""The relay: numbers what was committed and publishes it to the gateways."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import structlog

from application.ports.events import EventLog, Realtime
from domain.shared.errors import UnavailableError
from entrypoints.logs import place_of

BATCH = 500
"""Events numbered in one transaction: some milliseconds, so that the next relay never waits long for its turn."""
BUSY_PAUSE = 0.05
"""Seconds to the next look when there were events a moment ago."""
IDLE_PAUSE = 1.0
"""Seconds to the next look when there were none: nudges may be lost."""
FIRST_BACKOFF = 0.1
MAX_BACKOFF = 5.0
"""Seconds between tries while the database does not answer."""

Wait = Callable[[float], Awaitable[None]]
"""Returns at a nudge or after so many seconds, as `WakeupListener.wait_for_relay` does."""

_log = structlog.get_logger(__name__)


class Relay:
    """Runs until `stop`. Many may run: the log lets one at a time number, and the others find nothing.

    An event that was numbered and not published, because the relay died or Redis was away, shows in the gateways as
    a gap, and they read it from the log.
    """

    def __init__(self, *, event_log: EventLog, realtime: Realtime, wait: Wait) -> None:
        self._event_log = event_log
        self._realtime = realtime
        self._wait_for_nudge = wait
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """End after the batch in hand."""
        self._stopping.set()

    async def run(self) -> None:
        """Relay."""
        pause, trouble = 0.0, FIRST_BACKOFF
        while not self._stopping.is_set():
            await self._pause(pause)
            try:
                count = await self.relay_once()
            except Exception as error:  # noqa: BLE001  # whatever it is, the events wait in the database
                level = logging.WARNING if isinstance(error, UnavailableError) else logging.ERROR
                _log.log(level, "relay_failed", error=type(error).__name__, at=place_of(error))
                pause, trouble = trouble, min(trouble * 2, MAX_BACKOFF)
            else:
                pause, trouble = _pause_after(count), FIRST_BACKOFF

    async def relay_once(self) -> int:
        """Relay one batch, and give how many events it had."""
        events = await self._event_log.number_new(limit=BATCH)
        if events:
            await self._realtime.publish(events)
        return len(events)

    async def _pause(self, seconds: float) -> None:
        """Wait for a nudge, for the time to run out, or for the end."""
        if not seconds:
            return
        first = {asyncio.ensure_future(self._wait_for_nudge(seconds)), asyncio.create_task(self._stopping.wait())}
        try:
            await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in first:
                task.cancel()
            await asyncio.gather(*first, return_exceptions=True)


def _pause_after(count: int) -> float:
    if count >= BATCH:
        return 0.0
    return BUSY_PAUSE if count else IDLE_PAUSE
