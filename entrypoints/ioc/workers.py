"""A worker process: its lanes, the relay, and the background jobs."""

import asyncio

from dishka import AsyncContainer

from application.audit.anchor_heads import AnchorHeads
from application.inbound.drain_contact_lane import DrainContactLane
from application.inbound.drain_journal_lane import DrainJournalLane
from application.inbound.tidy_up import TidyUp
from application.people.sweep_presence import SWEEP_EVERY, SweepPresence
from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.events import EventLog, Realtime
from application.ports.lanes import LaneDesk, LaneKind
from application.ports.operations import Workers
from application.ports.wakeup_listener import WakeupListener
from application.whatsapp.drain_number_lane import DrainNumberLane
from entrypoints.consumers.anchoring import ANCHOR_SECONDS, Anchoring
from entrypoints.consumers.hourly import Hourly
from entrypoints.consumers.jobs import JobRunner
from entrypoints.consumers.relay import Relay
from entrypoints.consumers.worker import Handler, Worker, WorkerTools
from entrypoints.ioc.jobs import make_job_runners


class Crew:
    """The worker, the relay and the housekeeping of one process."""

    def __init__(self, worker: Worker, relay: Relay, chores: tuple[Hourly, ...], jobs: tuple[JobRunner, ...]) -> None:
        self._worker, self._relay, self._chores, self._jobs = worker, relay, chores, jobs

    def stop(self) -> None:
        """Finish what is in hand and end."""
        self._worker.stop()
        self._stop_jobs()

    async def run(self) -> None:
        """Run all; the relay goes on until the last commit of the worker and of the jobs is told."""
        jobs = [asyncio.create_task(runner.run()) for runner in self._jobs]
        beside = [asyncio.create_task(self._relay.run()), *(asyncio.create_task(one.run()) for one in self._chores)]
        try:
            await self._worker.run()
        finally:
            self._stop_jobs()
            for chore in self._chores:
                chore.stop()
            await asyncio.gather(*jobs)
            self._relay.stop()
            await asyncio.gather(*beside)

    def _stop_jobs(self) -> None:
        for runner in self._jobs:
            runner.stop()


async def make_crew(container: AsyncContainer, *, name: str, concurrency: int) -> Crew:
    """Make them from the container."""
    listener: WakeupListener = await container.get(WakeupListener)
    tools = WorkerTools(
        desk=await container.get(LaneDesk),
        listener=listener,
        workers=await container.get(Workers),
        clock=await container.get(Clock),
        counters=await container.get(Counters),
    )
    handlers: dict[LaneKind, Handler] = {
        LaneKind.JOURNAL: await container.get(DrainJournalLane),
        LaneKind.NUMBER: await container.get(DrainNumberLane),
        LaneKind.CONTACT: await container.get(DrainContactLane),
    }
    relay = Relay(
        event_log=await container.get(EventLog),
        realtime=await container.get(Realtime),
        wait=listener.wait_for_relay,
    )
    worker = Worker(name=name, handlers=handlers, tools=tools, concurrency=concurrency)
    chores = (
        Hourly(await container.get(TidyUp)),
        Hourly(await container.get(SweepPresence), seconds=SWEEP_EVERY.total_seconds()),
        Hourly(Anchoring(await container.get(AnchorHeads)), seconds=ANCHOR_SECONDS),
    )
    return Crew(worker, relay, chores, await make_job_runners(container))
