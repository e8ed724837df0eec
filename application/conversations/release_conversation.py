"""A person gives a conversation back to the bot."""

from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId


class ReleaseConversation:
    """Let the contact's next message start a flow. Needs conversations:handle."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, conversation_id: ConversationId) -> None:
        """Release it. Raises ConversationNotFoundError, ConversationResolvedError, StaleVersionError."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        async with self._uow(actor.tenant_id) as tx:
            conversation = await tx.conversations.get(conversation_id)
            conversation.release()
            await tx.conversations.save(conversation)
