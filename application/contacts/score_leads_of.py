"""Contacts are worth more or less with each thing that they do."""

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from application.contacts.lead_score_jobs import ScoreLeadsOf, key_of
from application.ports.clock import Clock
from application.ports.events import EventLog, NumberedEvent
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.contacts.contact import Contact
from domain.contacts.errors import ContactNotFoundError
from domain.contacts.events import ContactChange, ContactUpdated
from domain.contacts.lead_score import LeadScoreRule, ScoredEvent
from domain.contacts.matches import Person
from domain.conversations.errors import ConversationNotFoundError
from domain.shared.ids import ContactId, ConversationId

EVENTS_A_TIME = 200
"""Their contacts are loaded in one transaction, which should be a short one."""
BETWEEN = timedelta(seconds=30)
"""A score says who comes first; nobody looks at it by the second."""


class _Told(msgspec.Struct, frozen=True):
    """What of an event's data says whom it is worth something."""

    contact_id: ContactId | None = None
    status: str | None = None
    reason: str | None = None
    tags_added: tuple[UUID, ...] = ()


class ScoreLeadsOfHandler:
    """Count the points of a company's events since the mark, and order the next look at them."""

    def __init__(self, *, uow: UnitOfWork, events: EventLog, clock: Clock) -> None:
        self._uow, self._events, self._clock = uow, events, clock

    async def __call__(self, job: ScoreLeadsOf) -> None:
        """Score all there is."""
        while True:
            async with self._uow(job.tenant_id) as tx:
                mark, rules = await tx.lead_score_rules.mark() or 0, await tx.lead_score_rules.active()
            if not rules:
                return
            events = await self._events.after(job.tenant_id, number=mark, limit=EVENTS_A_TIME)
            async with self._uow(job.tenant_id) as tx:
                if (await tx.lead_score_rules.mark() or 0) == mark and events:
                    await _score(tx, events, rules, now=self._clock.now())
                    await tx.lead_score_rules.move_mark(events[-1].number)
                if len(events) < EVENTS_A_TIME:
                    tx.jobs.put(job, after=BETWEEN, key=key_of(job))
                    return


async def _score(tx: Transaction, events: list[NumberedEvent], rules: list[LeadScoreRule], *, now: datetime) -> None:
    wanted = {rule.event for rule in rules}
    happened = defaultdict[ContactId, list[ScoredEvent]](list)
    for event in events:
        told = msgspec.json.decode(event.data, type=_Told)
        for kind in _kinds_of(event, told):
            if kind in wanted and (contact_id := await _whose(tx, event, told)) is not None:
                happened[contact_id].append(kind)
    for contact_id in sorted(happened):
        person = await _person(tx, contact_id)
        if person is None:
            continue
        points = sum(rule.points_for(kind, person, now=now) for kind in happened[contact_id] for rule in rules)
        if points:
            await tx.contacts.add_points(person.contact.id, points)


def _kinds_of(event: NumberedEvent, told: _Told) -> list[ScoredEvent]:
    if event.type == "message_received":
        return [ScoredEvent.MESSAGE_RECEIVED]
    if event.type == "conversation_updated" and told.status == "resolved" and told.reason != "merged":
        return [ScoredEvent.CONVERSATION_RESOLVED]
    if event.type != ContactUpdated.__struct_config__.tag:
        return []
    kinds = [ScoredEvent.TAG_ADDED for _ in told.tags_added]
    kinds += [ScoredEvent.OPT_IN] if told.reason == ContactChange.OPTED_IN else []
    return kinds + ([ScoredEvent.OPT_OUT] if told.reason == ContactChange.OPTED_OUT else [])


async def _whose(tx: Transaction, event: NumberedEvent, told: _Told) -> ContactId | None:
    if told.contact_id is not None:
        return told.contact_id
    if event.conversation_id is None:
        return None
    try:
        return (await tx.conversations.get(ConversationId(event.conversation_id))).contact_id
    except ConversationNotFoundError:
        return None


async def _person(tx: Transaction, contact_id: ContactId) -> Person | None:
    """Load what the rules ask; points of a contact that was merged are those of the one that was kept."""
    try:
        contact = await _kept(tx, contact_id)
    except ContactNotFoundError:
        return None
    return Person(
        contact=contact,
        tag_ids=frozenset(tag.id for tag in await tx.tags.of_contact(contact.id)),
        consents=tuple(await tx.consents.of_contact(contact.id)),
        has_open_conversation=await tx.contacts.has_open_conversation(contact.id),
    )


async def _kept(tx: Transaction, contact_id: ContactId) -> Contact:
    contact = await tx.contacts.get(contact_id)
    return contact if contact.merged_into is None else await tx.contacts.get(contact.merged_into)
