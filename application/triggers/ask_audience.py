"""A schedule's flow begins with everybody whom it is for."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from application.conversations.recipient import address_of
from application.flows.flow_versions import FlowVersions
from application.ports.clock import Clock
from application.ports.jobs import Job
from application.ports.repositories.flow_sessions import SessionCause
from application.ports.repositories.flow_starts import AudienceMember
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.triggers.numbers import numbers_for
from application.triggers.order_flow import order_flow, sender_of, session_of
from domain.contacts.consent import Purpose
from domain.contacts.errors import SegmentNotFoundError
from domain.contacts.filter_codec import read_filter
from domain.contacts.filters import Filter
from domain.flows.starts import FlowRun, RunStatus
from domain.flows.triggers import Audience, Schedule
from domain.shared.ids import FlowRunId, TenantId
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.inbound import FlowWanted

AT_ONCE = 200
"""Contacts in one transaction: some tenths of a second."""
PAUSE = timedelta(seconds=2)
"""Between two batches, so that the answers of those who were asked find room in the lanes: a hundred a second."""


class AskAudience(Job, frozen=True, kw_only=True, tag="ask_audience"):
    """Ask the next contacts of a run."""

    tenant_id: TenantId
    run_id: FlowRunId


class _Round(msgspec.Struct, frozen=True, kw_only=True):
    """What a batch is asked with."""

    condition: Filter
    purpose: Purpose
    numbers: Sequence[WhatsAppConfig]


class AskAudienceHandler:
    """Does AskAudience. Idempotent: the run's row is locked, and how far it is moves with what is put in the lanes.

    A worker that dies has asked nobody of its batch. Passed over are those who are blocked, who cannot be reached on
    the flow's numbers, and whose consent is missing: for marketing a yes that still counts, for anything else no no.
    """

    def __init__(self, *, uow: UnitOfWork, versions: FlowVersions, clock: Clock) -> None:
        self._uow, self._versions, self._clock = uow, versions, clock

    async def __call__(self, job: AskAudience) -> None:
        """Ask a batch, and order the next."""
        now = self._clock.now()
        async with self._uow(job.tenant_id) as tx:
            run = await tx.flow_starts.lock_run(job.run_id)
            if run is None or run.status is not RunStatus.RUNNING:
                return
            found = await self._round(tx, run)
            if isinstance(found, str):
                run.end(RunStatus.FAILED, now=now, error=found)
            elif await _ask(tx, run, found, now=now):
                tx.jobs.put(job, after=PAUSE, key=f"ask_audience:{run.id}")
            else:
                run.end(RunStatus.DONE, now=now)
            await tx.flow_starts.save_run(run)

    async def _round(self, tx: Transaction, run: FlowRun) -> _Round | str:
        """Give who is asked, as it is now; or why nobody is any more."""
        published = next((flow for flow in await tx.flows.published() if flow.flow_id == run.flow_id), None)
        if published is None:
            return "FLOW_NOT_PUBLISHED"
        trigger = (await self._versions.load(tx, [published.version_id]))[published.version_id].document.trigger
        if not isinstance(trigger, Schedule):
            return "FLOW_NOT_PUBLISHED"
        numbers = await numbers_for(tx, chosen=trigger.whatsapp_config_id, chatbot_id=published.chatbot_id)
        if not numbers:
            return "NUMBER_NOT_CHOSEN"
        try:
            condition = await _condition(tx, trigger.audience)
        except SegmentNotFoundError as error:
            return error.code
        return _Round(condition=condition, purpose=Purpose(trigger.audience.purpose), numbers=numbers)


async def _condition(tx: Transaction, audience: Audience) -> Filter:
    if audience.segment_id is not None:
        return (await tx.segments.get(audience.segment_id)).filter
    return read_filter(msgspec.json.encode(audience.filter))


async def _ask(tx: Transaction, run: FlowRun, wanted: _Round, *, now: datetime) -> bool:
    """Put the next contacts' wishes into their lanes; say whether there may be more."""
    members = await tx.flow_starts.audience(
        wanted.condition,
        purpose=wanted.purpose,
        numbers=[number.id for number in wanted.numbers],
        after=run.cursor,
        limit=AT_ONCE,
        now=now,
    )
    for member in members:
        if _may_be_asked(member, wanted.purpose) and _order(tx, run, member, wanted.numbers, now=now):
            run.asked += 1
        else:
            run.skipped += 1
        run.cursor = member.contact_id
    return len(members) == AT_ONCE


def _may_be_asked(member: AudienceMember, purpose: Purpose) -> bool:
    is_willing = member.said is True if purpose is Purpose.MARKETING else member.said is not False
    return is_willing and not member.is_blocked


def _order(
    tx: Transaction, run: FlowRun, member: AudienceMember, numbers: Sequence[WhatsAppConfig], *, now: datetime
) -> bool:
    """Put one wish; False for whom the number cannot write to. Who talked on one of the numbers is asked there."""
    number = next((config for config in numbers if config.id == member.config_id), numbers[0])
    address = address_of(member.phone, member.identities, config=number)
    if address is None:
        return False
    session_id = session_of(run.id, member.contact_id)
    wanted = FlowWanted(
        flow_id=run.flow_id,
        recipient=sender_of(address),
        cause=SessionCause.SCHEDULE,
        session_id=session_id,
        contact_id=member.contact_id,
        run_id=run.id,
    )
    order_flow(tx, number.id, wanted, session_id=session_id, now=now)
    return True
