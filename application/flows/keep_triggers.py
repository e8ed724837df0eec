"""How a published flow begins by itself is kept where it is found without reading its document."""

from datetime import datetime

from application.ports.cron import Cron
from application.ports.unit_of_work import Transaction
from domain.flows.document import FlowDocument
from domain.flows.starts import FlowEvent, FlowSchedule
from domain.flows.triggers import EventHappened, Schedule
from domain.shared.ids import FlowId, FlowVersionId


class KeepTriggers:
    """Write when a version is due, or after which event it begins, in the transaction that publishes it.

    Published again with the same times it keeps the one that waits: a publish at nine does not lose the run of nine.
    """

    def __init__(self, cron: Cron) -> None:
        self._cron = cron

    async def __call__(
        self, tx: Transaction, flow_id: FlowId, *, version_id: FlowVersionId, document: FlowDocument, now: datetime
    ) -> None:
        """Do it; what an earlier version waited for is forgotten."""
        match document.trigger:
            case Schedule() as trigger:
                await tx.flow_starts.forget(flow_id, keeps="schedule")
                await self._schedule(tx, flow_id, version_id, trigger, now=now)
            case EventHappened(event=event):
                await tx.flow_starts.forget(flow_id, keeps="event")
                await tx.flow_starts.keep_event(flow_id, version_id=version_id, event=FlowEvent(event))
            case _:
                await tx.flow_starts.forget(flow_id)

    async def _schedule(
        self, tx: Transaction, flow_id: FlowId, version_id: FlowVersionId, trigger: Schedule, *, now: datetime
    ) -> None:
        zone = trigger.time_zone or (await tx.tenants.get()).time_zone
        next_at = self._cron.next_after(trigger.cron, zone=zone, after=now)
        if next_at is not None:
            schedule = FlowSchedule(
                flow_id=flow_id, version_id=version_id, cron=trigger.cron, time_zone=zone, next_at=next_at
            )
            await tx.flow_starts.keep_schedule(schedule, at=now)
