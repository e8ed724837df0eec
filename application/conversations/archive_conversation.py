"""What is resolved is put away."""

from application.conversations.change_conversation import ChangeConversation
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId


class ArchiveConversation:
    """Put a resolved conversation away; it can still be read, and reopened. Needs conversations:handle."""

    def __init__(self, *, change: ChangeConversation) -> None:
        self._change = change

    async def __call__(self, actor: Actor, conversation_id: ConversationId) -> None:
        """Archive it. Raises ConversationNotFoundError, ConversationOpenError, StaleVersionError."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        async with self._change(actor, conversation_id) as change:
            change.conversation.archive(by=change.by, now=change.now)
