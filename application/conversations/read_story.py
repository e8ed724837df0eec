"""Somebody reads what happened to a conversation, who had it, and what people wrote for each other."""

from application.ports.audit import AccessLog, Subject
from application.ports.readers.story import ConversationNoteRow, Story, StoryRow, TransferRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId


class ReadStory:
    """Show a conversation's story, once it is written down who saw it. Needs conversations:read.

    Each raises ConversationNotFoundError, MalformedError, AccessLogUnavailableError.
    """

    def __init__(self, *, story: Story, access: AccessLog) -> None:
        self._story, self._access = story, access

    async def timeline(self, actor: Actor, conversation_id: ConversationId, *, page: PageRequest) -> Page[StoryRow]:
        """Give what happened, the newest first."""
        actor.require(Permission.CONVERSATIONS_READ)
        found = await self._story.timeline(
            actor.tenant_id, viewer=actor.viewer, conversation_id=conversation_id, page=page
        )
        await self._note(actor, conversation_id)
        return found

    async def transfers(self, actor: Actor, conversation_id: ConversationId, *, page: PageRequest) -> Page[TransferRow]:
        """Give the changes of hands, the newest first."""
        actor.require(Permission.CONVERSATIONS_READ)
        found = await self._story.transfers(
            actor.tenant_id, viewer=actor.viewer, conversation_id=conversation_id, page=page
        )
        await self._note(actor, conversation_id)
        return found

    async def notes(
        self, actor: Actor, conversation_id: ConversationId, *, page: PageRequest
    ) -> Page[ConversationNoteRow]:
        """Give the notes, the newest first."""
        actor.require(Permission.CONVERSATIONS_READ)
        found = await self._story.notes(
            actor.tenant_id, viewer=actor.viewer, conversation_id=conversation_id, page=page
        )
        await self._note(actor, conversation_id)
        return found

    async def _note(self, actor: Actor, conversation_id: ConversationId) -> None:
        on = Subject(type="conversation", id=conversation_id)
        await self._access.note(actor.tenant_id, AuditAction.CONVERSATION_READ, by=actor.author, on=on)
