"""What the number screens show: everything but the secrets, of which only their being there."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import ChatbotId, TenantId, WhatsAppConfigId
from domain.whatsapp.config import ApiType

CONFIG_SORTS = ("created_at", "name")


class WhatsAppConfigRow(msgspec.Struct, frozen=True, kw_only=True):
    """One number. A secret is there when its ciphertext is not empty."""

    id: WhatsAppConfigId
    name: str
    phone_number: str
    phone_number_id: str
    business_account_id: str
    api_type: ApiType
    is_active: bool
    chatbot_id: ChatbotId | None
    messages_per_second: int
    quality_rating: str
    verified_name: str | None
    paused_until: datetime | None
    pause_reason: str | None
    has_access_token: bool
    has_app_secret: bool
    has_verify_token: bool
    version: int
    created_at: datetime
    updated_at: datetime


class WhatsAppConfigFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which numbers; None does not ask."""

    is_active: bool | None = None


class WhatsAppConfigList(Protocol):
    """Reads WhatsApp configs."""

    async def page(
        self, tenant_id: TenantId, *, filters: WhatsAppConfigFilters, page: PageRequest
    ) -> Page[WhatsAppConfigRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, config_id: WhatsAppConfigId) -> WhatsAppConfigRow:
        """Give one. Raises ConfigNotFoundError."""
        ...
