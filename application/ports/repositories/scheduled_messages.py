"""Messages that are to be sent at a time."""

from datetime import datetime
from typing import Protocol

from domain.messages.scheduled_message import ScheduledMessage
from domain.shared.ids import ScheduledMessageId


class ScheduledMessageRepository(Protocol):
    """Keeps scheduled messages."""

    async def get(self, scheduled_id: ScheduledMessageId) -> ScheduledMessage:
        """Load one. Raises ScheduledMessageNotFoundError."""
        ...

    async def lock(self, scheduled_id: ScheduledMessageId) -> ScheduledMessage | None:
        """Load one for sending or cancelling it; others who want to wait, and then see what became of it."""
        ...

    async def due(self, *, before: datetime, limit: int) -> list[ScheduledMessageId]:
        """Give those that should have been sent before this and were not, the longest due first."""
        ...

    async def add(self, scheduled: ScheduledMessage) -> None:
        """Write a new one."""
        ...

    async def save(self, scheduled: ScheduledMessage) -> None:
        """Write changes and events. Raises StaleVersionError on a lost race."""
        ...
