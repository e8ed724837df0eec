"""What the number screens show: everything but the secrets, of which only their being there."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import ChatbotId, TenantId, WhatsAppConfigId
from domain.whatsapp.config import ApiType, ConnectionState
from domain.whatsapp.health import NumberHealth

CONFIG_SORTS = ("created_at", "name")


class WhatsAppConfigRow(msgspec.Struct, frozen=True, kw_only=True):
    """One number. A secret is there when its ciphertext is not empty."""

    id: WhatsAppConfigId
    name: str
    phone_number: str
    phone_number_id: str
    business_account_id: str
    api_type: ApiType
    api_url: str | None
    is_active: bool
    connection: ConnectionState
    chatbot_id: ChatbotId | None
    messages_per_second: int
    rate_limit_per_minute: int | None
    daily_limit: int | None
    quality_rating: str
    messaging_tier: str | None
    throughput_level: str | None
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


class FailureCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many messages ended with a code, which is the provider's or ours."""

    code: str
    count: int


class NumberSigns(msgspec.Struct, frozen=True, kw_only=True):
    """What the messages of a number show; times are of its newest conversations, and None where they have none."""

    last_inbound_at: datetime | None
    last_outbound_at: datetime | None
    last_webhook_at: datetime | None
    waiting_to_be_sent: int
    sent_today: int | None
    failures: list[FailureCount]


class ConfigHealthReader(Protocol):
    """Reads how a number is doing."""

    async def health(self, tenant_id: TenantId, *, config_id: WhatsAppConfigId) -> NumberHealth:
        """Give what the provider told. Raises ConfigNotFoundError."""
        ...

    async def signs(self, tenant_id: TenantId, *, config_id: WhatsAppConfigId, since: datetime) -> NumberSigns:
        """Give what its messages show; failures are of the messages written since then."""
        ...


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
