"""WhatsApp configs."""

from typing import Protocol

from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig


class WhatsAppConfigRepository(Protocol):
    """Keeps WhatsApp configs, and the route that webhooks find them by."""

    async def get(self, config_id: WhatsAppConfigId) -> WhatsAppConfig:
        """Load a config. Raises ConfigNotFoundError."""
        ...

    async def all(self) -> list[WhatsAppConfig]:
        """Load every config of the tenant: a handful."""
        ...

    async def add(self, config: WhatsAppConfig) -> None:
        """Write a config and its route. Raises NumberTakenError."""
        ...

    async def save(self, config: WhatsAppConfig) -> None:
        """Write changes. Raises StaleVersionError on a lost race."""
        ...
