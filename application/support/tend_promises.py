"""What is promised in a conversation is kept up with: begun, reckoned anew, warned of, broken, met."""

from collections.abc import Iterable
from datetime import datetime

from application.ports.clock import Clock
from application.ports.serving import TendPromises, order_tending
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.support.hours_book import HoursBook
from application.support.watchers import watchers_of
from domain.conversations.conversation import Conversation, ConversationStatus, Handler
from domain.conversations.errors import ConversationNotFoundError
from domain.shared.ids import UserId
from domain.shared.notification import Notification
from domain.support.sla import Promise, Promises, Served, SlaKind, policy_for, settled

WARNED = "sla_warned"
BREACHED = "sla_breached"


class TendPromisesHandler:
    """Does TendPromises. Idempotent: what is promised is made of what the conversation is, and each thing told once.

    It is ordered when a conversation changes hands, priority, department or tags, is answered or is over, and by each
    promise for its own time.
    """

    def __init__(self, *, uow: UnitOfWork, book: HoursBook, clock: Clock) -> None:
        self._uow, self._book, self._clock = uow, book, clock

    async def __call__(self, job: TendPromises) -> None:
        """Do it."""
        now = self._clock.now()
        async with self._uow(job.tenant_id) as tx:
            before = await tx.promises.lock(job.conversation_id)
            try:
                conversation = await tx.conversations.get(job.conversation_id)
            except ConversationNotFoundError:
                return
            after = await self._settle(tx, conversation, before, now=now)
            if after == before:
                _order_next(tx, conversation, after.values(), now=now)
                return
            await tx.promises.put(conversation.id, after.values())
            await _tell(tx, conversation, before, after, now=now)
            _order_next(tx, conversation, after.values(), now=now)

    async def _settle(
        self, tx: Transaction, conversation: Conversation, before: Promises, *, now: datetime
    ) -> dict[SlaKind, Promise]:
        served = await _served(tx, conversation, now=now)
        policy = policy_for(await tx.sla_policies.active(), served)
        schedule = await self._book.of(tx, now=now)
        promises = settled(before, policy, served, hours=schedule.hours_of(conversation.department_id))
        return {kind: promise.looked_at(now) for kind, promise in promises.items()}


async def _served(tx: Transaction, conversation: Conversation, *, now: datetime) -> Served:
    return Served(
        conversation_id=conversation.id,
        priority=conversation.priority,
        department_id=conversation.department_id,
        config_id=conversation.whatsapp_config_id,
        tag_ids=await tx.conversation_marks.tags_of(conversation.id),
        people_since=_people_since(conversation, now=now),
        first_response_at=conversation.first_response_at,
        reopened_at=conversation.reopened_at,
        resolved_at=(conversation.resolved_at or now) if conversation.is_over else None,
    )


def _people_since(conversation: Conversation, *, now: datetime) -> datetime | None:
    is_theirs = conversation.status is ConversationStatus.WAITING or conversation.handler is Handler.AGENT
    return (conversation.waiting_since or conversation.assigned_at or now) if is_theirs else None


async def _tell(
    tx: Transaction, conversation: Conversation, before: Promises, after: Promises, *, now: datetime
) -> None:
    """Tell of what is nearly over or over since it was last looked at; who met it too late is told of too."""
    watchers: tuple[UserId, ...] | None = None
    for kind, promise in after.items():
        was = before.get(kind)
        is_same = was is not None and was.started_at == promise.started_at
        is_broken = promise.breached_at is not None and not (is_same and was and was.breached_at)
        is_warned = promise.is_open and promise.warned_at is not None and not (is_same and was and was.warned_at)
        if not (is_broken or is_warned):
            continue
        conversation.tell_promise(kind, is_broken=is_broken, due_at=promise.due_at, now=now)
        if watchers is None:
            watchers = await watchers_of(tx, conversation)
        if watchers:
            data: dict[str, object] = {"promise": kind, "due_at": promise.due_at}
            notice = BREACHED if is_broken else WARNED
            conversation.record(
                Notification(kind=notice, user_ids=watchers, conversation_id=conversation.id, data=data)
            )
    await tx.conversations.tell(conversation)


def _order_next(tx: Transaction, conversation: Conversation, promises: Iterable[Promise], *, now: datetime) -> None:
    for at in {promise.next_at for promise in promises} - {None}:
        order_tending(tx.jobs, tx.tenant_id, conversation.id, at=at, now=now)
