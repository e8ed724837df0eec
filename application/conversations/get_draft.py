"""Somebody goes on with what they began to write."""

from application.conversations.change_conversation import ChangeConversation
from application.shared.actor import Actor
from domain.conversations.draft import Draft
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId


class GetDraft:
    """Show one's own draft in a conversation; an empty one where there is none. Needs conversations:reply."""

    def __init__(self, *, change: ChangeConversation) -> None:
        self._change = change

    async def __call__(self, actor: Actor, conversation_id: ConversationId) -> Draft:
        """Give it. Raises ConversationNotFoundError."""
        actor.require(Permission.CONVERSATIONS_REPLY)
        async with self._change.beside(actor, conversation_id) as change:
            found = await change.tx.drafts.find(conversation_id, user_id=actor.user_id)
            return found or Draft(
                conversation_id=conversation_id,
                user_id=actor.user_id,
                body="",
                reply_to=None,
                updated_at=change.conversation.created_at,
            )
