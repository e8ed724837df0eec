"""What follows by a company's own promises and rules from what happened: the orders for it.

Every transaction passes here once, with what it wrote. A company without promises and rules pays a look at what is
remembered of it, and nothing else.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from application.ports.assignment import order_what_follows
from application.ports.ids import Ids
from application.ports.jobs import Job, JobQueue
from domain.conversations.events import MessageReceivedEvent, MessageSentEvent
from domain.conversations.message import SenderKind
from domain.conversations.timeline import TimelineEntry, TimelineKind
from domain.conversations.transfer import ConversationTransfer
from domain.flows.starts import FlowEvent
from domain.shared.events import Event
from domain.shared.ids import ContactId, ConversationId, MessageId, TenantId
from domain.support.rules import MAX_DEPTH, RuleEvent

_EVENTS = {
    TimelineKind.OPENED: RuleEvent.CONVERSATION_CREATED,
    TimelineKind.WAITING: RuleEvent.CONVERSATION_WAITING,
    TimelineKind.ASSIGNED: RuleEvent.CONVERSATION_ASSIGNED,
    TimelineKind.TAKEN_OVER: RuleEvent.CONVERSATION_ASSIGNED,
    TimelineKind.TRANSFERRED: RuleEvent.CONVERSATION_ASSIGNED,
    TimelineKind.RESOLVED: RuleEvent.CONVERSATION_RESOLVED,
    TimelineKind.REOPENED: RuleEvent.CONVERSATION_REOPENED,
    TimelineKind.PRIORITY_CHANGED: RuleEvent.PRIORITY_CHANGED,
    TimelineKind.DEPARTMENT_CHANGED: RuleEvent.DEPARTMENT_CHANGED,
    TimelineKind.TAGGED: RuleEvent.TAG_ADDED,
    TimelineKind.UNTAGGED: RuleEvent.TAG_REMOVED,
    TimelineKind.SLA_WARNED: RuleEvent.SLA_WARNED,
    TimelineKind.SLA_BREACHED: RuleEvent.SLA_BREACHED,
    TimelineKind.RATED: RuleEvent.CONVERSATION_RATED,
}
_BEGINS_FLOWS = {
    TimelineKind.OPENED: FlowEvent.CONVERSATION_CREATED,
    TimelineKind.WAITING: FlowEvent.CONVERSATION_WAITING,
    TimelineKind.ASSIGNED: FlowEvent.CONVERSATION_ASSIGNED,
    TimelineKind.TAKEN_OVER: FlowEvent.CONVERSATION_ASSIGNED,
    TimelineKind.TRANSFERRED: FlowEvent.CONVERSATION_TRANSFERRED,
    TimelineKind.RELEASED: FlowEvent.CONVERSATION_RELEASED,
    TimelineKind.RESOLVED: FlowEvent.CONVERSATION_RESOLVED,
    TimelineKind.REOPENED: FlowEvent.CONVERSATION_REOPENED,
    TimelineKind.TAGGED: FlowEvent.CONVERSATION_TAG_ADDED,
    TimelineKind.UNTAGGED: FlowEvent.CONVERSATION_TAG_REMOVED,
    TimelineKind.RATED: FlowEvent.CSAT_ANSWERED,
    TimelineKind.CONTACT_CREATED: FlowEvent.CONTACT_CREATED,
    TimelineKind.CONTACT_TAGGED: FlowEvent.CONTACT_TAG_ADDED,
    TimelineKind.CONTACT_UNTAGGED: FlowEvent.CONTACT_TAG_REMOVED,
    TimelineKind.CONSENT_GIVEN: FlowEvent.CONSENT_GIVEN,
    TimelineKind.CONSENT_WITHDRAWN: FlowEvent.CONSENT_WITHDRAWN,
}
_MOVES_PROMISES = frozenset(
    {
        TimelineKind.HANDED_TO_BOT,
        TimelineKind.RELEASED,
        TimelineKind.WAITING,
        TimelineKind.TAKEN_OVER,
        TimelineKind.ASSIGNED,
        TimelineKind.TRANSFERRED,
        TimelineKind.ANSWERED_ELSEWHERE,
        TimelineKind.DEPARTMENT_CHANGED,
        TimelineKind.RESOLVED,
        TimelineKind.REOPENED,
        TimelineKind.PRIORITY_CHANGED,
        TimelineKind.TAGGED,
        TimelineKind.UNTAGGED,
    }
)


def kinds_of(event: RuleEvent) -> list[str]:
    """Give the entries of the timeline that tell of an event."""
    return [kind.value for kind, of in _EVENTS.items() if of is event]


class StandingOrders(msgspec.Struct, frozen=True, kw_only=True):
    """What a company wants done by itself: whether it promises anything, after which events it has rules, or flows."""

    promises: bool = False
    events: frozenset[RuleEvent] = frozenset()
    flows: frozenset[FlowEvent] = frozenset()


class TendPromises(Job, frozen=True, kw_only=True, tag="tend_promises"):
    """Look at what is promised in a conversation."""

    tenant_id: TenantId
    conversation_id: ConversationId


class ApplyRules(Job, frozen=True, kw_only=True, tag="apply_rules"):
    """Apply the rules for an event. `cause` names the event, `depth` says how many rules led to it."""

    tenant_id: TenantId
    conversation_id: ConversationId
    event: RuleEvent
    cause: UUID
    depth: int = 0
    message_id: MessageId | None = None


class StartFlowsAfter(Job, frozen=True, kw_only=True, tag="start_flows_after"):
    """Begin the flows that wait for an event. `cause` names it, `depth` says how many rules and flows led to it."""

    tenant_id: TenantId
    contact_id: ContactId
    conversation_id: ConversationId | None
    event: FlowEvent
    cause: UUID
    depth: int = 0


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """What a transaction wrote: its events, its story, and how many rules led to it."""

    events: tuple[Event, ...]
    entries: tuple[TimelineEntry, ...]
    transfers: tuple[ConversationTransfer, ...] = ()
    depth: int = 0

    @property
    def may_matter(self) -> bool:
        """Whether promises or rules can be about any of it."""
        return bool(self.entries) or any(
            isinstance(one, MessageReceivedEvent | MessageSentEvent) for one in self.events
        )


def order_tending(
    jobs: JobQueue, tenant_id: TenantId, conversation_id: ConversationId, *, at: datetime | None, now: datetime
) -> None:
    """Have somebody look at a conversation's promises, now or at a moment; one order that waits does."""
    job = TendPromises(tenant_id=tenant_id, conversation_id=conversation_id)
    if at is None:
        jobs.put(job, key=f"tend_promises:{conversation_id}")
    else:
        jobs.put(job, after=max(at - now, timedelta()), key=f"tend_promises:{conversation_id}:{at.isoformat()}")


def order_assigning(jobs: JobQueue, tenant_id: TenantId, happened: Happened) -> None:
    """Have somebody look who gets what waits, where anything may have changed for it."""
    order_what_follows(jobs, tenant_id, events=happened.events, transfers=happened.transfers)


def order_what_is_wanted(
    jobs: JobQueue, tenant_id: TenantId, happened: Happened, *, orders: StandingOrders, ids: Ids, now: datetime
) -> None:
    """Order what a company's promises, rules and flows ask for."""
    if orders.flows:
        _order_flows(jobs, tenant_id, happened, orders=orders, ids=ids)
    if orders.promises:
        for conversation_id in _moved(happened):
            order_tending(jobs, tenant_id, conversation_id, at=None, now=now)
    if orders.events:
        for event, conversation_id, message_id in _rules_of(happened):
            if event in orders.events:
                jobs.put(
                    ApplyRules(
                        tenant_id=tenant_id,
                        conversation_id=conversation_id,
                        event=event,
                        cause=ids.new(),
                        depth=happened.depth,
                        message_id=message_id,
                    )
                )


def _order_flows(jobs: JobQueue, tenant_id: TenantId, happened: Happened, *, orders: StandingOrders, ids: Ids) -> None:
    for entry in happened.entries:
        event = _BEGINS_FLOWS.get(entry.kind)
        if event is not None and event in orders.flows and happened.depth < MAX_DEPTH:
            jobs.put(
                StartFlowsAfter(
                    tenant_id=tenant_id,
                    contact_id=entry.contact_id,
                    conversation_id=entry.conversation_id,
                    event=event,
                    cause=ids.new(),
                    depth=happened.depth,
                )
            )


def _moved(happened: Happened) -> list[ConversationId]:
    by_story = [one.conversation_id for one in happened.entries if one.kind in _MOVES_PROMISES]
    by_answer = [
        one.conversation_id
        for one in happened.events
        if isinstance(one, MessageSentEvent) and one.sender == SenderKind.AGENT
    ]
    return [found for found in dict.fromkeys([*by_story, *by_answer]) if found is not None]


def _rules_of(happened: Happened) -> Iterable[tuple[RuleEvent, ConversationId, MessageId | None]]:
    for entry in happened.entries:
        event = _EVENTS.get(entry.kind)
        if event is not None and entry.conversation_id is not None:
            yield event, entry.conversation_id, None
    for heard in happened.events:
        if isinstance(heard, MessageReceivedEvent):
            yield RuleEvent.MESSAGE_RECEIVED, heard.conversation_id, heard.message_id
