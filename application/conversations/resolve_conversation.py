"""The matter is settled."""

from application.conversations.silence_bot import silence_bot
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId


class ResolveConversation:
    """End the thread; the contact's next message opens another. Needs conversations:handle."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, conversation_id: ConversationId, *, resolution: str | None) -> None:
        """Resolve it. Raises ConversationNotFoundError, ConversationResolvedError, StaleVersionError."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        async with self._uow(actor.tenant_id) as tx:
            conversation = await tx.conversations.get(conversation_id)
            conversation.resolve(resolution=resolution, now=self._clock.now())
            await silence_bot(tx, conversation_id, reason="resolved")
            await tx.conversations.save(conversation)
