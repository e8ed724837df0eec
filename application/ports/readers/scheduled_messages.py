"""Scheduled messages, as their screen shows them."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.messages.scheduled_message import ScheduledState
from domain.shared.ids import (
    ContactId,
    ConversationId,
    MessageId,
    ProviderMessageId,
    ScheduledMessageId,
    TenantId,
    UserId,
    WhatsAppConfigId,
)

SCHEDULED_SORTS = ("send_at", "created_at")


class ScheduledMessageRow(msgspec.Struct, frozen=True, kw_only=True):
    """One scheduled message. `content` is its JSON with `type`; `message_id` what it became."""

    id: ScheduledMessageId
    contact_id: ContactId
    contact_name: str | None
    conversation_id: ConversationId | None
    whatsapp_config_id: WhatsAppConfigId
    content: msgspec.Raw
    reply_to: ProviderMessageId | None
    send_at: datetime
    state: ScheduledState
    message_id: MessageId | None
    error_code: str | None
    created_by: UserId | None
    is_by_program: bool
    version: int
    created_at: datetime
    updated_at: datetime


class ScheduledMessageFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which; None does not ask."""

    state: ScheduledState | None = None
    contact_id: ContactId | None = None
    conversation_id: ConversationId | None = None
    created_by: UserId | None = None


class ScheduledMessageList(Protocol):
    """Reads scheduled messages."""

    async def page(
        self, tenant_id: TenantId, *, filters: ScheduledMessageFilters, page: PageRequest
    ) -> Page[ScheduledMessageRow]:
        """Give the latest first, or as `page` asks. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, scheduled_id: ScheduledMessageId) -> ScheduledMessageRow:
        """Give one. Raises ScheduledMessageNotFoundError."""
        ...
