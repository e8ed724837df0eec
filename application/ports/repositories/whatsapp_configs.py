"""WhatsApp configs."""

from typing import Protocol

from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig


class WhatsAppConfigRepository(Protocol):
    """Keeps WhatsApp configs, and the route that webhooks find them by."""

    async def get(self, config_id: WhatsAppConfigId) -> WhatsAppConfig:
        """Load a config. Raises ConfigNotFoundError, also for one that was removed."""
        ...

    async def recall(self, config_id: WhatsAppConfigId) -> WhatsAppConfig:
        """Load a config, removed or not: what it said stays. Raises ConfigNotFoundError."""
        ...

    async def all(self) -> list[WhatsAppConfig]:
        """Load every config of the tenant that is there: a handful."""
        ...

    async def lock_account(self, business_account_id: str) -> list[WhatsAppConfig]:
        """Load the configs of a provider's account for changing them, locked in the order of their ids."""
        ...

    async def add(self, config: WhatsAppConfig) -> None:
        """Write a config, its events and its route. Raises NumberTakenError."""
        ...

    async def save(self, config: WhatsAppConfig) -> None:
        """Write changes and events; the route of one that was removed goes. Raises StaleVersionError on a lost race."""
        ...
