"""Which tenant a webhook is for: the narrow look across tenants that receiving needs."""

from typing import Protocol

import msgspec

from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import ApiType


class WebhookRoute(msgspec.Struct, frozen=True, kw_only=True):
    """One number's owner and its own secrets, decrypted."""

    tenant_id: TenantId
    config_id: WhatsAppConfigId
    api_type: ApiType
    phone_number_id: str
    app_secrets: tuple[str, ...]
    verify_token: str

    def __repr__(self) -> str:
        """Show no secret."""
        return f"WebhookRoute(config_id={self.config_id})"


class NumberPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Which number, and whose."""

    tenant_id: TenantId
    config_id: WhatsAppConfigId


class WebhookRoutes(Protocol):
    """Looks numbers up; may answer from a cache some seconds old."""

    async def by_config(self, config_id: WhatsAppConfigId) -> WebhookRoute | None:
        """Find the config of the path."""
        ...

    async def by_account_ids(self, account_ids: tuple[str, ...]) -> list[WebhookRoute]:
        """Find one config of each account, always the same; unknown accounts are left out."""
        ...

    async def by_phone_number_ids(self, phone_number_ids: tuple[str, ...]) -> list[WebhookRoute]:
        """Find the configs of the numbers named in a body; unknown ones are left out."""
        ...

    async def of_type(self, api_type: ApiType) -> list[NumberPlace]:
        """Give every number of a provider, of all tenants."""
        ...
