"""Somebody looks at a conversation."""

from application.conversations.shown_messages import note_messages
from application.ports.audit import AccessLog, Subject
from application.ports.clock import Clock
from application.ports.readers.conversations import ConversationList, ConversationRow
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.conversations.visibility import Viewer
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId


class GetConversation:
    """Show a conversation, once it is written down who saw it.

    Needs conversations:read, and the conversation must be theirs to see.
    """

    def __init__(self, *, conversations: ConversationList, access: AccessLog, clock: Clock) -> None:
        self._conversations, self._access, self._clock = conversations, access, clock

    async def __call__(
        self, actor: Actor, conversation_id: ConversationId, *, expand: frozenset[str] = frozenset()
    ) -> ConversationRow:
        """Give it, with what is wanted beside it. Raises ConversationNotFoundError, AccessLogUnavailableError."""
        actor.require(Permission.CONVERSATIONS_READ)
        return await self._show(actor, conversation_id, viewer=actor.viewer, expand=expand)

    async def show(self, actor: Actor, conversation_id: ConversationId) -> ConversationRow:
        """Give it to whoever was allowed to change it just now, also where it went out of their sight by that."""
        viewer = Viewer(user_id=actor.user_id, sees_all=True)
        return await self._show(actor, conversation_id, viewer=viewer)

    async def _show(
        self, actor: Actor, conversation_id: ConversationId, *, viewer: Viewer, expand: frozenset[str] = frozenset()
    ) -> ConversationRow:
        row = await self._conversations.one(
            actor.tenant_id, viewer=viewer, now=self._clock.now(), conversation_id=conversation_id, expand=expand
        )
        on = Subject(type="conversation", id=conversation_id)
        await self._access.note(actor.tenant_id, AuditAction.CONVERSATION_READ, by=actor.author, on=on)
        await note_messages(self._access, actor, [row])
        return row
