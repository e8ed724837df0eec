"""A snoozed conversation's time has come."""

from application.ports.clock import Clock
from application.ports.jobs import Job
from application.ports.unit_of_work import UnitOfWork
from domain.conversations.errors import ConversationNotFoundError
from domain.shared.ids import ConversationId, TenantId


class WakeConversation(Job, frozen=True, kw_only=True, tag="wake_conversation"):
    """Look whether a conversation has slept long enough."""

    tenant_id: TenantId
    conversation_id: ConversationId


class WakeConversationHandler:
    """Wake it, if it is time. Does WakeConversation; idempotent by `snoozed_until`.

    Whatever was put off again meanwhile has another job of its own.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, job: WakeConversation) -> None:
        """Do it. Raises StaleVersionError on a lost race: it is done anew."""
        now = self._clock.now()
        async with self._uow(job.tenant_id) as tx:
            try:
                conversation = await tx.conversations.get(job.conversation_id)
            except ConversationNotFoundError:
                return
            if conversation.snoozed_until is not None and conversation.snoozed_until <= now:
                conversation.wake(now=now)
                await tx.conversations.save(conversation)
