"""What the inbox shows: the list of conversations, and one conversation's messages."""

from datetime import datetime
from typing import Protocol

import msgspec
from msgspec import UNSET, UnsetType

from application.shared.page import Page, PageRequest
from domain.conversations.conversation import ConversationStatus, Handler
from domain.conversations.message import Direction, SenderKind
from domain.shared.ids import (
    ContactId,
    ConversationId,
    DepartmentId,
    FlowSessionId,
    MessageId,
    ProviderMessageId,
    TenantId,
    UserId,
    WhatsAppConfigId,
)
from domain.shared.message_status import MessageStatus

CONVERSATION_SORTS = ("last_message_at", "created_at")
CONVERSATION_EXPANSIONS = ("contact", "messages")
LAST_MESSAGES = 10
"""As many as a preview shows; the thread has the others."""
MESSAGE_SORTS = ("created_at",)


class ConversationFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which conversations; None does not ask. `unassigned` asks for those that nobody has."""

    status: ConversationStatus | None = None
    handler: Handler | None = None
    assigned_to: UserId | None = None
    unassigned: bool = False
    whatsapp_config_id: WhatsAppConfigId | None = None
    contact_id: ContactId | None = None
    unread: bool | None = None


class MessageRow(msgspec.Struct, frozen=True, kw_only=True):
    """One message of a thread. `content` is its JSON with `type`, `status_at` the JSON of each status's time."""

    id: MessageId
    direction: Direction
    type: str
    sender: SenderKind
    user_id: UserId | None
    content: msgspec.Raw
    status: MessageStatus
    status_at: msgspec.Raw
    error_code: str | None
    error_detail: str | None
    provider_message_id: ProviderMessageId | None
    reply_to: ProviderMessageId | None
    flow_session_id: FlowSessionId | None
    created_at: datetime


class ContactShown(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a conversation is with; `attributes` is JSON."""

    id: ContactId
    name: str | None
    phone: str | None
    username: str | None
    language: str | None
    attributes: msgspec.Raw
    blocked_at: datetime | None
    last_seen_at: datetime | None
    created_at: datetime


class ConversationRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the inbox. `contact` and `messages`, the last ones, the newest first, are there when asked for."""

    id: ConversationId
    contact_id: ContactId
    contact_name: str | None
    contact_phone: str | None
    whatsapp_config_id: WhatsAppConfigId
    status: ConversationStatus
    handler: Handler
    assigned_to: UserId | None
    department_id: DepartmentId | None
    needs_attention: bool
    unread_count: int
    window_expires_at: datetime | None
    last_inbound_at: datetime | None
    last_message_at: datetime | None
    last_message_preview: str
    first_response_at: datetime | None
    waiting_since: datetime | None
    resolved_at: datetime | None
    resolution: str | None
    created_at: datetime
    version: int
    contact: ContactShown | UnsetType | None = UNSET
    messages: list[MessageRow] | UnsetType = UNSET


class MessageFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which messages; None does not ask."""

    direction: Direction | None = None
    status: MessageStatus | None = None


class ConversationList(Protocol):
    """Reads the inbox."""

    async def page(
        self, tenant_id: TenantId, *, filters: ConversationFilters, page: PageRequest
    ) -> Page[ConversationRow]:
        """Give those with the newest messages first, those without any last, or as `page` asks.

        Raises MalformedError.
        """
        ...

    async def one(self, tenant_id: TenantId, *, conversation_id: ConversationId) -> ConversationRow:
        """Give one line. Raises ConversationNotFoundError."""
        ...


class Thread(Protocol):
    """Reads a conversation's messages."""

    async def page(
        self, tenant_id: TenantId, *, conversation_id: ConversationId, filters: MessageFilters, page: PageRequest
    ) -> Page[MessageRow]:
        """Give the newest first, or as `page` asks. Raises ConversationNotFoundError, MalformedError."""
        ...
