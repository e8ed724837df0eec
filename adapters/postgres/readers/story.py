"""The story of a conversation, read from PostgreSQL."""

from typing import TypeVar

import msgspec
from sqlalchemy import Table, bindparam, select

from adapters.postgres.connection import TenantConnection
from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, columns_of
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.visibility import as_seen_by, visible
from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import (
    conversation_notes,
    conversation_transfers,
    conversations,
    timeline,
)
from application.ports.readers.story import NOTE_SORTS, STORY_SORTS, ConversationNoteRow, StoryRow, TransferRow
from application.shared.page import Page, PageRequest
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.visibility import Viewer
from domain.shared.ids import ConversationId, TenantId

Item = TypeVar("Item", bound=msgspec.Struct)

_IS_THERE = Statement(
    select(conversations.c.id).where(
        conversations.c.tenant_id == bindparam("tenant_id"),
        conversations.c.id == bindparam("conversation_id"),
        visible(conversations),
    )
)


def _of_conversation(table: Table, item: type[Item], sorts: tuple[str, ...]) -> Listing[Item]:
    """List what belongs to one conversation in the order of ids, which is that of time."""
    return Listing(
        table,
        item=item,
        show=lambda rows: select(*columns_of(rows, item)),
        where=[table.c.conversation_id == bindparam("conversation_id")],
        asks=Asks(sorts=dict.fromkeys(sorts, NEWEST_FIRST)),
    )


_TIMELINE = _of_conversation(timeline, StoryRow, STORY_SORTS)
_TRANSFERS = _of_conversation(conversation_transfers, TransferRow, STORY_SORTS)
_NOTES = _of_conversation(conversation_notes, ConversationNoteRow, NOTE_SORTS)


class PostgresStory(TenantReader):
    """Reads the story."""

    async def timeline(
        self, tenant_id: TenantId, *, viewer: Viewer, conversation_id: ConversationId, page: PageRequest
    ) -> Page[StoryRow]:
        """Give what happened to a conversation. Raises ConversationNotFoundError, MalformedError."""
        async with self._reading(tenant_id) as connection:
            await _require_shown(connection, viewer, conversation_id)
            return await _TIMELINE.page(connection, page, conversation_id=conversation_id)

    async def transfers(
        self, tenant_id: TenantId, *, viewer: Viewer, conversation_id: ConversationId, page: PageRequest
    ) -> Page[TransferRow]:
        """Give a conversation's changes of hands. Raises ConversationNotFoundError, MalformedError."""
        async with self._reading(tenant_id) as connection:
            await _require_shown(connection, viewer, conversation_id)
            return await _TRANSFERS.page(connection, page, conversation_id=conversation_id)

    async def notes(
        self, tenant_id: TenantId, *, viewer: Viewer, conversation_id: ConversationId, page: PageRequest
    ) -> Page[ConversationNoteRow]:
        """Give a conversation's notes. Raises ConversationNotFoundError, MalformedError."""
        async with self._reading(tenant_id) as connection:
            await _require_shown(connection, viewer, conversation_id)
            return await _NOTES.page(connection, page, conversation_id=conversation_id)


async def _require_shown(connection: TenantConnection, viewer: Viewer, conversation_id: ConversationId) -> None:
    known = await connection.fetch_value(_IS_THERE, conversation_id=conversation_id, **as_seen_by(viewer))
    if known is None:
        raise ConversationNotFoundError("There is no such conversation.")
