"""Delivering to ourselves, as the provider would."""

from typing import Protocol

from application.ports.whatsapp import Credentials


class WebhookProbe(Protocol):
    """Sends an empty webhook of the provider's to an address of ours, over the network."""

    async def deliver(self, address: str, *, credentials: Credentials) -> str | None:
        """Give nothing when it was taken, else what was seen."""
        ...
