"""Somebody looks at a conversation."""

from application.ports.audit import AccessLog, Subject
from application.ports.readers.conversations import ConversationList, ConversationRow
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId


class GetConversation:
    """Show a conversation, once it is written down who saw it. Needs conversations:read."""

    def __init__(self, *, conversations: ConversationList, access: AccessLog) -> None:
        self._conversations, self._access = conversations, access

    async def __call__(self, actor: Actor, conversation_id: ConversationId) -> ConversationRow:
        """Give it. Raises ConversationNotFoundError, AccessLogUnavailableError."""
        actor.require(Permission.CONVERSATIONS_READ)
        return await self.show(actor, conversation_id)

    async def show(self, actor: Actor, conversation_id: ConversationId) -> ConversationRow:
        """Give it to whoever was allowed to change it just now."""
        row = await self._conversations.one(actor.tenant_id, conversation_id=conversation_id)
        on = Subject(type="conversation", id=conversation_id)
        await self._access.note(actor.tenant_id, AuditAction.CONVERSATION_READ, by=actor.author, on=on)
        return row
