"""The story of a conversation: what happened, who had it, and what people wrote for each other."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.conversations.visibility import Viewer
from domain.shared.ids import (
    ContactId,
    ConversationId,
    DepartmentId,
    NoteId,
    TenantId,
    TimelineEntryId,
    TransferId,
    UserId,
)

STORY_SORTS = ("at",)
NOTE_SORTS = ("created_at",)


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened. `actor` is user, bot, contact, rule or system; `data` is JSON and says the rest."""

    id: TimelineEntryId
    contact_id: ContactId
    conversation_id: ConversationId | None
    kind: str
    actor: str
    user_id: UserId | None
    data: msgspec.Raw
    at: datetime


class TransferRow(msgspec.Struct, frozen=True, kw_only=True):
    """One change of hands."""

    id: TransferId
    from_user: UserId | None
    from_department: DepartmentId | None
    from_bot: bool
    to_user: UserId | None
    to_department: DepartmentId | None
    to_bot: bool
    reason: str | None
    actor: str
    user_id: UserId | None
    at: datetime


class ConversationNoteRow(msgspec.Struct, frozen=True, kw_only=True):
    """One note."""

    id: NoteId
    user_id: UserId | None
    body: str
    mentions: list[UserId]
    created_at: datetime


class Story(Protocol):
    """Reads the story, the newest first; only of conversations that the viewer may see."""

    async def timeline(
        self, tenant_id: TenantId, *, viewer: Viewer, conversation_id: ConversationId, page: PageRequest
    ) -> Page[StoryRow]:
        """Give what happened to a conversation. Raises ConversationNotFoundError, MalformedError."""
        ...

    async def transfers(
        self, tenant_id: TenantId, *, viewer: Viewer, conversation_id: ConversationId, page: PageRequest
    ) -> Page[TransferRow]:
        """Give a conversation's changes of hands. Raises ConversationNotFoundError, MalformedError."""
        ...

    async def notes(
        self, tenant_id: TenantId, *, viewer: Viewer, conversation_id: ConversationId, page: PageRequest
    ) -> Page[ConversationNoteRow]:
        """Give a conversation's notes. Raises ConversationNotFoundError, MalformedError."""
        ...
