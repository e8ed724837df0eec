"""Where webhooks are kept before anybody says 200."""

from typing import Protocol

from application.ports.lanes import Webhook


class Journal(Protocol):
    """An append-only store; calls in flight share one commit."""

    async def append(self, webhooks: list[Webhook]) -> None:
        """Store durably and wake the lanes. Returns after the commit. Raises JournalUnavailableError."""
        ...


class JournalUnavailableError(Exception):
    """The database did not take the webhook; the provider will deliver it again."""
