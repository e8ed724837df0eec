"""Somebody begins to write, and goes on elsewhere."""

import msgspec

from application.conversations.change_conversation import ChangeConversation
from application.shared.actor import Actor
from domain.conversations.draft import MAX_DRAFT, Draft
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ConversationId, ProviderMessageId


class KeepDraft(msgspec.Struct, frozen=True, kw_only=True):
    """Keep this; an empty body is no draft any more."""

    conversation_id: ConversationId
    body: str
    reply_to: ProviderMessageId | None = None


class KeepDraftHandler:
    """Keep one's own draft in a conversation, until it is sent. Needs conversations:reply."""

    def __init__(self, *, change: ChangeConversation) -> None:
        self._change = change

    async def __call__(self, actor: Actor, command: KeepDraft) -> Draft:
        """Keep it in place of the one before. Raises ConversationNotFoundError, InvalidError."""
        actor.require(Permission.CONVERSATIONS_REPLY)
        if len(command.body) > MAX_DRAFT:
            wrong = ErrorDetail(field="body", message="at most {limit} characters", values={"limit": MAX_DRAFT})
            raise InvalidError("This draft cannot be kept.", details=(wrong,))
        async with self._change.beside(actor, command.conversation_id) as change:
            draft = Draft(
                conversation_id=command.conversation_id,
                user_id=actor.user_id,
                body=command.body,
                reply_to=command.reply_to,
                updated_at=change.now,
            )
            if command.body or command.reply_to:
                await change.tx.drafts.keep(draft)
            else:
                await change.tx.drafts.discard(command.conversation_id, user_id=actor.user_id)
        return draft
