"""Somebody has seen what the contact wrote."""

import msgspec

from application.conversations.change import Change
from application.conversations.change_conversation import ChangeConversation
from application.ports.receipts import show_read
from application.shared.actor import Actor
from domain.conversations.visibility import require_visible
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ConversationId

TRIES = 3
"""A contact who writes at this moment changes the conversation; what they wrote is then seen too."""


class MarkRead(msgspec.Struct, frozen=True, kw_only=True):
    """Mark all of it as seen by this person; perhaps let the contact know."""

    conversation_id: ConversationId
    tell_contact: bool = False


class MarkReadHandler:
    """Mark a conversation as seen, for this person alone. Needs conversations:handle.

    Whoever has it also takes it off everybody's list of what nobody has read.
    """

    def __init__(self, *, change: ChangeConversation) -> None:
        self._change = change

    async def __call__(self, actor: Actor, command: MarkRead) -> None:
        """Mark it; doing it again changes nothing. Raises ConversationNotFoundError, StaleVersionError."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        for _ in range(TRIES - 1):
            try:
                return await self._once(actor, command)
            except StaleVersionError:
                continue
        return await self._once(actor, command)

    async def _once(self, actor: Actor, command: MarkRead) -> None:
        async with self._change.unseen(actor, command.conversation_id) as change:
            conversation = change.conversation
            require_visible(conversation, actor.viewer)
            await change.tx.conversation_marks.see(
                conversation.id, user_id=actor.user_id, count=conversation.inbound_count, at=change.now
            )
            if conversation.assigned_to == actor.user_id and conversation.read():
                await change.tx.conversations.save(conversation)
            if command.tell_contact:
                await _tell_contact(change)


async def _tell_contact(change: Change) -> None:
    latest = await change.tx.messages.latest_inbound(change.conversation.id)
    if latest is not None:
        show_read(change.tx, latest.id)
