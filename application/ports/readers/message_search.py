"""What is shown of the messages that somebody looked for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page
from domain.conversations.message import Direction, SenderKind
from domain.conversations.search import Fragment, Term
from domain.conversations.visibility import Viewer
from domain.shared.ids import ContactId, ConversationId, MediaId, MessageId, TenantId, UserId, WhatsAppConfigId


class FoundMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A message that holds what was looked for. `content` is its JSON; `highlights` shows where, in pieces of text."""

    id: MessageId
    conversation_id: ConversationId
    contact_id: ContactId
    contact_name: str | None
    whatsapp_config_id: WhatsAppConfigId
    direction: Direction
    type: str
    sender: SenderKind
    user_id: UserId | None
    content: msgspec.Raw
    media_id: MediaId | None
    created_at: datetime
    highlights: list[Fragment] = []


class SearchFilters(msgspec.Struct, frozen=True, kw_only=True):
    """In which messages to look; None does not ask. `since` is included, `until` is not."""

    conversation_id: ConversationId | None = None
    contact_id: ContactId | None = None
    config_id: WhatsAppConfigId | None = None
    direction: Direction | None = None
    type: str | None = None
    since: datetime | None = None
    until: datetime | None = None


class MessageSearch(Protocol):
    """Looks for messages, among those that a viewer may see."""

    async def find(
        self,
        tenant_id: TenantId,
        *,
        viewer: Viewer,
        terms: Sequence[Term],
        filters: SearchFilters,
        limit: int,
        cursor: str | None,
    ) -> Page[FoundMessage]:
        """Give the newest that hold all terms, by cursor only; a page may be short and still have a next one.

        Raises MalformedError, UnavailableError.
        """
        ...
