"""Workers with handlers of a test's own, on real lanes."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from adapters.postgres.database import Database
from adapters.postgres.lanes import PostgresLaneDesk
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.postgres.workers import PostgresWorkers
from adapters.system.clock import SystemClock
from application.ports.lanes import Lane, LaneKind, LeaseLostError
from application.ports.operations import Workers
from application.ports.wakeup_listener import WakeupListener
from domain.shared.ids import TenantId
from entrypoints.consumers.worker import Handler, Worker, WorkerTools
from tests.integration.postgres.bench import Bench

PATIENCE = 60.0
"""Seconds for what takes some hundredths: the machine may be busy."""


class Tally:
    """Counts what the worker says."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def count(self, name: str, *, amount: int = 1, **_labels: str) -> None:
        self.counts[name] += amount

    def observe(self, name: str, seconds: float, **_labels: str) -> None:
        assert seconds >= 0
        self.counts[name] += 1


class Workshop:
    """Makes workers; ends them all when it closes."""

    def __init__(self, bench: Bench, listener: WakeupListener) -> None:
        self.bench, self.listener, self.tally = bench, listener, Tally()
        self.desk, self.workers = PostgresLaneDesk(bench.database), PostgresWorkers(bench.database)
        self.began: list[str] = []
        self.ended: list[str] = []
        self.tasks: list[asyncio.Task[None]] = []

    def start(
        self, handler: Handler | None = None, *, name: str = "w1", concurrency: int = 4, workers: Workers | None = None
    ) -> Worker:
        """Start a worker for contacts' lanes."""
        tools = WorkerTools(
            desk=self.desk,
            listener=self.listener,
            workers=workers or self.workers,
            clock=SystemClock(),
            counters=self.tally,
        )
        handlers = {LaneKind.CONTACT: handler or self.settling()}
        worker = Worker(name=name, handlers=handlers, tools=tools, concurrency=concurrency)
        self.tasks.append(asyncio.create_task(worker.run()))
        return worker

    def settling(self, work: Handler | None = None) -> Handler:
        """Give a handler that does `work`, gives the lane back, and is written down when it begins and ends."""

        async def handle(lane: Lane) -> None:
            self.began.append(lane.key)
            if work is not None:
                await work(lane)
            await self.desk.settle(lane, due_at=None)
            self.ended.append(lane.key)

        return handle

    async def handled(self, *keys: str) -> None:
        """Wait until these lanes were handled."""
        await until(lambda: set(keys) <= set(self.ended))

    async def close(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


@asynccontextmanager
async def open_workshop(
    uow: PostgresUnitOfWork, tenant_id: TenantId, database: Database, listener: WakeupListener
) -> AsyncIterator[Workshop]:
    workshop = Workshop(Bench(uow, tenant_id, database), listener)
    try:
        yield workshop
    finally:
        await workshop.close()


async def until(condition: Callable[[], bool | Awaitable[object]], *, seconds: float = PATIENCE) -> None:
    """Wait until the condition, or what it awaits, is true."""
    async with asyncio.timeout(seconds):
        while True:
            found = condition()
            if found if isinstance(found, bool) else await found:
                return
            await asyncio.sleep(0.01)


async def lose_lease(_lane: Lane) -> None:
    raise LeaseLostError("another worker has it")
