"""A flow that begins by itself, and ran once."""

from datetime import datetime

from application.ports.repositories.flows import StoredVersion
from application.ports.unit_of_work import Transaction
from domain.flows.starts import FlowEvent, FlowRun, FlowSchedule
from domain.shared.ids import FlowRunId
from tests.contract.repositories.stored import new_id


async def starts_by_itself(tx: Transaction, version: StoredVersion, *, at: datetime) -> FlowRunId:
    """Keep its time, its event and its run, and give that; the event is one that nothing in the walk brings about."""
    flow_id, version_id = version.flow_id, version.id
    schedule = FlowSchedule(flow_id=flow_id, version_id=version_id, cron="0 9 * * *", time_zone="UTC", next_at=at)
    await tx.flow_starts.keep_schedule(schedule, at=at)
    await tx.flow_starts.keep_event(flow_id, version_id=version_id, event=FlowEvent.CSAT_ANSWERED)
    run = FlowRun(id=FlowRunId(new_id()), flow_id=flow_id, version_id=version_id, due_at=at, began_at=at)
    await tx.flow_starts.begin_run(run)
    return run.id
