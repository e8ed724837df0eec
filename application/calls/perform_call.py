"""What a flow asked of the world is asked, outside of every transaction, and its contact's lane told of the answer."""

import asyncio
from datetime import datetime, timedelta

import msgspec

from application.calls.places import Places
from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.jobs import Job
from application.ports.performers import Answered, AskAgain, CallContext, Outcome, Performer, Refused
from application.ports.repositories.flow_calls import CallStatus, FlowCall, Settlement
from application.ports.repositories.flow_sessions import SessionRecord
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.flows.effects import AskAi, Call, CallApi, CallErp
from domain.flows.limits import MAX_REASON
from domain.flows.session import SessionStatus
from domain.flows.text import cut
from domain.shared.ids import FlowCallId, ItemId, TenantId
from domain.whatsapp.inbound import CallSettled, Sender

OTHER_TRIES = 5
"""Of an ERP or a language model, which may do with fewer; a web service's are the flow's own affair."""
MAX_DEATHS = 3
"""Workers that may die with a call before it is taken to be what kills them."""
DEADLINE = timedelta(minutes=4)
"""Since it was first begun; a contact who waited so long wants a person."""
LONGEST_CALL = timedelta(minutes=2)
"""What an ERP or a language model may take; its own limits are smaller."""
SLACK = timedelta(seconds=5)
"""For what is read and written around the call of a web service, which has its own limit."""
FIRST_PAUSE = timedelta(seconds=1)
UNTIL_A_PLACE = timedelta(seconds=1)
"""When a company that has all its places in this process is asked for again; another process may have one."""


class PerformCall(Job, frozen=True, kw_only=True, tag="perform_call"):
    """Make one call. Idempotent by its state: one that has ended is not made, nor one that somebody is making."""

    tenant_id: TenantId
    flow_call_id: FlowCallId


def order(tx: Transaction, call_id: FlowCallId, *, after: timedelta = timedelta()) -> None:
    """Have it made; one that waits already is not ordered twice."""
    tx.jobs.put(PerformCall(tenant_id=tx.tenant_id, flow_call_id=call_id), after=after, key=f"call:{call_id}")


class Performers(msgspec.Struct, frozen=True, kw_only=True):
    """Who makes which calls."""

    api: Performer[CallApi]
    erp: Performer[CallErp]
    ai: Performer[AskAi]

    async def make(self, call: Call, context: CallContext) -> Outcome:
        """Have it made."""
        match call:
            case CallApi():
                return await self.api(call, context)
            case CallErp():
                return await self.erp(call, context)
            case AskAi():
                return await self.ai(call, context)


class PerformCallHandler:
    """Make a call. Does PerformCall.

    A transaction notes that it is begun; the call is made; a transaction writes the answer and tells the lane, which
    hears of a call once, for its item has the call's id. Whoever dies in between leaves a call that is begun, and the
    job, which comes back: it is made again under the same id. A call that cannot be made is given up and the flow told
    so: no session waits for ever.
    """

    def __init__(
        self, *, uow: UnitOfWork, performers: Performers, places: Places, clock: Clock, counters: Counters
    ) -> None:
        self._uow, self._performers, self._places = uow, performers, places
        self._clock, self._counters = clock, counters

    async def __call__(self, job: PerformCall) -> None:
        """Make it, put it off, or find that nobody wants it any more."""
        if not self._places.take(job.tenant_id):
            async with self._uow(job.tenant_id) as tx:
                order(tx, job.flow_call_id, after=UNTIL_A_PLACE)
            return
        try:
            begun = await self._begin(job)
            if begun is not None:
                call, context = begun
                await self._end(job.tenant_id, call, await self._make(call, context))
        finally:
            self._places.leave(job.tenant_id)

    async def _begin(self, job: PerformCall) -> tuple[FlowCall, CallContext] | None:
        now = self._clock.now()
        async with self._uow(job.tenant_id) as tx:
            call = await tx.flow_calls.lock(job.flow_call_id)
            if call is None or call.status is not CallStatus.WAITING:
                return None
            if call.due_at > now:
                order(tx, call.id, after=call.due_at - now)
                return None
            record = await tx.flow_sessions.get(call.session_id)
            if record is None or not _awaits(record, call):
                await tx.flow_calls.settle(call.id, Settlement(status=CallStatus.DROPPED), at=now)
                return None
            if call.begun - call.tries >= MAX_DEATHS:
                await self._settle(tx, call, Refused(code="given_up", detail="its workers died"), now=now)
                return None
            await tx.flow_calls.begin(call.id, now=now, until=now + _longest(call.request))
        return msgspec.structs.replace(call, began_at=call.began_at or now), _context(job.tenant_id, call, record)

    async def _make(self, call: FlowCall, context: CallContext) -> Outcome:
        again = FIRST_PAUSE * (1 << call.tries)
        try:
            async with asyncio.timeout(_longest(call.request).total_seconds()):
                return await self._performers.make(call.request, context)
        except TimeoutError:
            return AskAgain(after=again, code="timeout")
        except Exception as error:  # noqa: BLE001 - whatever it is, the flow must hear that there is no answer
            return AskAgain(after=again, code="call_failed", detail=type(error).__name__)

    async def _end(self, tenant_id: TenantId, call: FlowCall, outcome: Outcome) -> None:
        now = self._clock.now()
        async with self._uow(tenant_id) as tx:
            if isinstance(outcome, AskAgain) and _may_again(call, outcome, now=now):
                await tx.flow_calls.postpone(call.id, due_at=now + outcome.after)
                order(tx, call.id, after=outcome.after)
                return
            await self._settle(tx, call, outcome, now=now)

    async def _settle(self, tx: Transaction, call: FlowCall, outcome: Outcome, *, now: datetime) -> None:
        """Write how it ended and tell the contact's lane, unless somebody else did."""
        record = await tx.flow_sessions.get(call.session_id)
        is_wanted = record is not None and _awaits(record, call)
        settlement = _settlement(outcome) if is_wanted else Settlement(status=CallStatus.DROPPED)
        if not await tx.flow_calls.settle(call.id, settlement, at=now):
            return
        self._counters.count("flow_calls", kind=call.kind, outcome=settlement.status)
        if record is not None and is_wanted:
            item = CallSettled(
                call_id=call.id,
                session_id=call.session_id,
                effect_id=call.effect_id,
                recipient=_recipient(record.lane_key),
            )
            tx.lanes.put(record.lane_key, item=item, item_id=ItemId(call.id), at=now)


def _awaits(record: SessionRecord, call: FlowCall) -> bool:
    session = record.session
    return session.status is SessionStatus.AWAITING and session.awaiting == call.effect_id


def _may_again(call: FlowCall, outcome: AskAgain, *, now: datetime) -> bool:
    tries = call.request.retries + 1 if isinstance(call.request, CallApi) else OTHER_TRIES
    return call.tries + 1 < tries and now + outcome.after < (call.began_at or now) + DEADLINE


def _longest(call: Call) -> timedelta:
    return timedelta(seconds=call.timeout_seconds) + SLACK if isinstance(call, CallApi) else LONGEST_CALL


def _settlement(outcome: Outcome) -> Settlement:
    match outcome:
        case Answered(result=result):
            return Settlement(status=CallStatus.DONE, answer=result)
        case Refused(code=code, detail=detail) | AskAgain(code=code, detail=detail):
            return Settlement(status=CallStatus.FAILED, error_code=code, error_detail=cut(detail, MAX_REASON))


def _context(tenant_id: TenantId, call: FlowCall, record: SessionRecord) -> CallContext:
    return CallContext(
        tenant_id=tenant_id,
        call_id=call.id,
        flow_id=record.session.flow_id,
        session_id=call.session_id,
        contact_id=record.contact_id,
        conversation_id=record.conversation_id,
        tries=call.tries,
    )


def _recipient(lane_key: str) -> Sender:
    """Give the contact as their lane's key names them."""
    address = lane_key.partition(":")[2]
    if "@" in address:
        return Sender(lid=address)
    return Sender(wa_id=address) if address.isdigit() else Sender(user_id=address)
