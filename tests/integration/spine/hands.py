"""A real worker's hands: it is given lanes one by one, and never looks for any itself."""

from collections.abc import Collection

from dishka import AsyncContainer

from application.inbound.drain_contact_lane import DrainContactLane
from application.inbound.drain_journal_lane import DrainJournalLane
from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.lanes import Lane, LaneDesk, LaneKind, LeaseLostError
from application.ports.operations import Workers
from application.whatsapp.drain_number_lane import DrainNumberLane
from entrypoints.consumers.worker import Handler, Worker, WorkerTools

DRAINS = {
    LaneKind.JOURNAL: DrainJournalLane,
    LaneKind.NUMBER: DrainNumberLane,
    LaneKind.CONTACT: DrainContactLane,
}


class Deaf:
    """Hears no wake-ups."""

    async def wait(self, kinds: Collection[LaneKind], seconds: float) -> None: ...
    async def wait_for_relay(self, seconds: float) -> None: ...


async def new_worker(container: AsyncContainer, *, errors: list[Exception]) -> Worker:
    """Make a worker that keeps what its handlers raise."""
    tools = WorkerTools(
        desk=await container.get(LaneDesk),
        listener=Deaf(),
        workers=await container.get(Workers),
        clock=await container.get(Clock),
        counters=await container.get(Counters),
    )
    handlers = {kind: _noting(await container.get(drain), errors) for kind, drain in DRAINS.items()}
    return Worker(name="spine", handlers=handlers, tools=tools, concurrency=1)


def _noting(handler: Handler, errors: list[Exception]) -> Handler:
    async def handle(lane: Lane) -> None:
        try:
            await handler(lane)
        except LeaseLostError:
            raise
        except Exception as error:
            errors.append(error)
            raise

    return handle
