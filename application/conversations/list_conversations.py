"""Somebody looks into the inbox."""

from application.conversations.shown_messages import note_messages
from application.ports.audit import AccessLog, Subject
from application.ports.clock import Clock
from application.ports.readers.conversations import ConversationFilters, ConversationList, ConversationRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission


class ListConversations:
    """Show the conversations that are somebody's to see, once it is written down who saw them.

    Needs conversations:read.
    """

    def __init__(self, *, conversations: ConversationList, access: AccessLog, clock: Clock) -> None:
        self._conversations, self._access, self._clock = conversations, access, clock

    async def __call__(self, actor: Actor, *, filters: ConversationFilters, page: PageRequest) -> Page[ConversationRow]:
        """Give one page. Raises MalformedError, AccessLogUnavailableError."""
        actor.require(Permission.CONVERSATIONS_READ)
        found = await self._conversations.page(
            actor.tenant_id, viewer=actor.viewer, now=self._clock.now(), filters=filters, page=page
        )
        await self._access.note(
            actor.tenant_id,
            AuditAction.CONVERSATIONS_LISTED,
            by=actor.author,
            on=Subject(type="conversation"),
            shown=[row.id for row in found.items],
        )
        await note_messages(self._access, actor, found.items)
        return found
