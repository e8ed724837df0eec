"""What the inbox shows: the list of conversations, and one conversation's messages."""

from datetime import datetime
from typing import Protocol

import msgspec

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


class ConversationFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which conversations; None does not ask. `unassigned` asks for those that nobody has."""

    status: ConversationStatus | None = None
    handler: Handler | None = None
    assigned_to: UserId | None = None
    unassigned: bool = False
    whatsapp_config_id: WhatsAppConfigId | None = None
    contact_id: ContactId | None = None
    unread: bool | None = None


class ConversationRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the inbox."""

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


class ConversationList(Protocol):
    """Reads the inbox."""

    async def page(
        self, tenant_id: TenantId, *, filters: ConversationFilters, page: PageRequest
    ) -> Page[ConversationRow]:
        """Give those with the newest messages first, those without any last. Raises MalformedError for the cursor."""
        ...

    async def one(self, tenant_id: TenantId, *, conversation_id: ConversationId) -> ConversationRow:
        """Give one line. Raises ConversationNotFoundError."""
        ...


class Thread(Protocol):
    """Reads a conversation's messages."""

    async def page(
        self, tenant_id: TenantId, *, conversation_id: ConversationId, page: PageRequest
    ) -> Page[MessageRow]:
        """Give the newest first. Raises ConversationNotFoundError, and MalformedError for the cursor."""
        ...
