"""Somebody reads what was said."""

from application.ports.audit import AccessLog, Subject
from application.ports.readers.messages import MessageFilters, MessageRow, Thread
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId


class ListMessages:
    """Show a conversation's messages, once it is written down who saw them.

    Needs conversations:read, and the conversation must be theirs to see.
    """

    def __init__(self, *, thread: Thread, access: AccessLog) -> None:
        self._thread, self._access = thread, access

    async def __call__(
        self, actor: Actor, conversation_id: ConversationId, *, filters: MessageFilters, page: PageRequest
    ) -> Page[MessageRow]:
        """Give one page. Raises ConversationNotFoundError, MalformedError, AccessLogUnavailableError."""
        actor.require(Permission.CONVERSATIONS_READ)
        found = await self._thread.page(
            actor.tenant_id, viewer=actor.viewer, conversation_id=conversation_id, filters=filters, page=page
        )
        if found.items:
            await self._access.note(
                actor.tenant_id,
                AuditAction.MESSAGES_READ,
                by=actor.author,
                on=Subject(type="conversation", id=conversation_id),
                count=len(found.items),
            )
        return found
