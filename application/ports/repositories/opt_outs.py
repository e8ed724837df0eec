"""Contacts who do not want to be written to."""

from typing import Protocol

from domain.shared.ids import ContactId, WhatsAppConfigId


class OptOuts(Protocol):
    """Knows what contacts said no to."""

    async def covers(self, contact_id: ContactId, *, config_id: WhatsAppConfigId, name: str, language: str) -> bool:
        """Whether the template is marketing, as far as is known, and the contact's last word on that is no."""
        ...
