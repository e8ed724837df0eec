"""What was over goes on."""

from application.conversations.change_conversation import ChangeConversation
from application.conversations.silence_bot import silence_bot
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId


class ReopenConversation:
    """Go on with a resolved or archived conversation; whoever reopens it has it. Needs conversations:handle.

    A flow that speaks beside it is silent from then on.
    """

    def __init__(self, *, change: ChangeConversation) -> None:
        self._change = change

    async def __call__(self, actor: Actor, conversation_id: ConversationId) -> None:
        """Reopen it. Raises ConversationNotFoundError, ConversationOpenError, StaleVersionError."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        async with self._change(actor, conversation_id) as change:
            change.conversation.reopen(by=change.by, now=change.now)
            await silence_bot(change.tx, conversation_id, reason="reopened", now=change.now)
