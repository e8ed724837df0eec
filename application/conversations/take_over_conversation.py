"""A person takes a conversation."""

from application.conversations.silence_bot import silence_bot
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId


class TakeOverConversation:
    """Have the actor on it, and the bot silent from the same commit on. Needs conversations:handle."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, conversation_id: ConversationId) -> None:
        """Take it. Raises ConversationNotFoundError, ConversationResolvedError, StaleVersionError."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        async with self._uow(actor.tenant_id) as tx:
            conversation = await tx.conversations.get(conversation_id)
            conversation.take_over(actor.user_id)
            await silence_bot(tx, conversation_id, reason="takeover")
            await tx.conversations.save(conversation)
