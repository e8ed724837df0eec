"""A worker: leases due lanes, hands each to its use case, and gives up gracefully when told to."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

import msgspec
import structlog

from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.lanes import Lane, LaneDesk, LaneKind, LeaseLostError
from application.ports.operations import Workers
from application.ports.wakeup_listener import WakeupListener
from domain.shared.errors import UnavailableError
from domain.whatsapp.retry import backoff
from entrypoints.logs import place_of

LEASE = timedelta(seconds=15)
"""How long a dead worker's lanes wait; a live one prolongs its leases three times as often."""
HEARTBEAT = 5.0
BUSY_PAUSE = 0.05
"""Seconds to the next look when there was work a moment ago: hints may be lost."""
IDLE_PAUSE = 1.0
TROUBLED_PAUSE = 1.0
"""Seconds to the next try when the database does not answer."""

QUARANTINED = frozenset({LaneKind.JOURNAL, LaneKind.CONTACT})
"""Kinds whose head may be what ended a worker; a number's lane only sends what others have understood."""

Handler = Callable[[Lane], Awaitable[None]]

_log = structlog.get_logger(__name__)


class WorkerTools(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker needs of the world."""

    desk: LaneDesk
    listener: WakeupListener
    workers: Workers
    clock: Clock
    counters: Counters


class Worker:
    """Runs until `stop`. Many run at once, on one machine or on many: the lanes' leases keep them apart."""

    def __init__(
        self, *, name: str, handlers: Mapping[LaneKind, Handler], tools: WorkerTools, concurrency: int
    ) -> None:
        self._name, self._handlers, self._tools, self._concurrency = name, handlers, tools, concurrency
        self._running: dict[asyncio.Task[None], Lane] = {}
        self._stopping = asyncio.Event()
        self._quarantine = asyncio.Lock()

    def stop(self) -> None:
        """Take no more lanes; `run` returns when those in hand are done."""
        self._stopping.set()

    async def run(self) -> None:
        """Work."""
        beat = asyncio.create_task(self._beat())
        try:
            while not self._stopping.is_set():
                await self._look()
            if self._running:
                await asyncio.wait(self._running)
        finally:
            await self._end(beat)

    async def _end(self, beat: asyncio.Task[None]) -> None:
        for task in (beat, *self._running):
            task.cancel()
        await asyncio.gather(beat, *self._running, return_exceptions=True)
        with contextlib.suppress(UnavailableError):
            await self._tools.workers.remove(self._name)

    async def _look(self) -> None:
        """Claim once, then wait for whatever comes first: a hint, a free place, the time for another look."""
        free = self._concurrency - len(self._running)
        claimed = await self._claim(free) if free else []
        for lane in claimed:
            task = asyncio.create_task(self._work(lane))
            self._running[task] = lane
            task.add_done_callback(self._running.pop)
        if len(claimed) < free or not free:
            await self._wait(BUSY_PAUSE if claimed or self._running else IDLE_PAUSE)

    async def _claim(self, free: int) -> list[Lane]:
        try:
            return await self._tools.desk.claim(kinds=list(self._handlers), owner=self._name, limit=free, lease=LEASE)
        except UnavailableError as error:
            _log.warning("worker_without_database", error=type(error).__name__)
            await self._rest(TROUBLED_PAUSE)
            return []

    async def _wait(self, seconds: float) -> None:
        hint = asyncio.create_task(self._tools.listener.wait(list(self._handlers), seconds))
        stop = asyncio.create_task(self._stopping.wait())
        full = len(self._running) >= self._concurrency
        try:
            await asyncio.wait({hint, stop, *(self._running if full else ())}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (hint, stop):
                task.cancel()
            await asyncio.gather(hint, stop, return_exceptions=True)

    async def _rest(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)

    async def _work(self, lane: Lane) -> None:
        since = time.monotonic()
        try:
            await self._handle(lane)
        except LeaseLostError:
            self._tools.counters.count("leases_lost", kind=lane.kind)
            _log.warning("lease_lost", kind=lane.kind, fence=lane.fence)
        except Exception as error:  # noqa: BLE001 - one lane's trouble must not end the worker
            await self._give_back(lane, error)
        finally:
            self._tools.counters.observe("lane", time.monotonic() - since, kind=lane.kind)

    async def _handle(self, lane: Lane) -> None:
        """Handle a lane; those whose last worker died go one at a time, so that it shows which of them ends workers."""
        if not lane.crashes or lane.kind not in QUARANTINED:
            await self._handlers[lane.kind](lane)
            return
        async with self._quarantine:
            await self._tools.desk.begin_suspect(lane)
            await self._handlers[lane.kind](lane)

    async def _give_back(self, lane: Lane, error: Exception) -> None:
        """Let the lane be tried again later; without a database its lease simply runs out."""
        _log.error("lane_failed", kind=lane.kind, error=type(error).__name__, at=place_of(error), tries=lane.attempts)
        self._tools.counters.count("lane_failures", kind=lane.kind)
        pause = backoff(lane.attempts + 1, jitter=(hash(lane.key) % 1000) / 1000)
        with contextlib.suppress(UnavailableError, LeaseLostError):
            await self._tools.desk.back_off(
                lane, due_at=self._tools.clock.now() + pause, error=f"{type(error).__name__} at {place_of(error)}"
            )

    async def _beat(self) -> None:
        """Keep our leases and say that we live. Whatever stops one beat must not stop the next: leases outlast two."""
        while True:
            try:
                await self._tools.desk.extend(list(self._running.values()), owner=self._name, lease=LEASE)
                await self._tools.workers.beat(self._name, busy=len(self._running))
            except Exception as error:  # noqa: BLE001 - without beats every long lane would go to a second worker
                level = logging.WARNING if isinstance(error, UnavailableError) else logging.ERROR
                _log.log(level, "heartbeat_failed", error=type(error).__name__, at=place_of(error))
            await asyncio.sleep(HEARTBEAT)
