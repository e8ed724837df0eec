"""A person gives a conversation back to the bot."""

from application.conversations.change_conversation import ChangeConversation
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId


class ReleaseConversation:
    """Let the contact's next message start a flow. Needs conversations:handle."""

    def __init__(self, *, change: ChangeConversation) -> None:
        self._change = change

    async def __call__(self, actor: Actor, conversation_id: ConversationId) -> None:
        """Release it. Raises ConversationNotFoundError, ConversationResolvedError, StaleVersionError."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        async with self._change(actor, conversation_id) as change:
            change.conversation.release(by=change.by, now=change.now)
