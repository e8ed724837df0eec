"""Something done once an hour while a worker lives."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from entrypoints.logs import place_of

HOUR = 3_600.0

_log = structlog.get_logger(__name__)


class Hourly:
    """Runs a task at once and then every hour, whatever becomes of it, until `stop`."""

    def __init__(self, task: Callable[[], Awaitable[None]], *, seconds: float = HOUR) -> None:
        self._task, self._seconds = task, seconds
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """End after the run in hand."""
        self._stopping.set()

    async def run(self) -> None:
        """Run."""
        while not self._stopping.is_set():
            try:
                await self._task()
            except Exception as error:  # noqa: BLE001 - it is tried again in an hour
                _log.error("hourly_failed", error=type(error).__name__, at=place_of(error))
            await self._rest()

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), self._seconds)
        except TimeoutError:
            return
