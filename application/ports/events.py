"""The numbered past of a tenant, for those who follow it."""

from datetime import datetime
from typing import Protocol

import msgspec

from domain.conversations.audience import Audience
from domain.shared.ids import ConversationId, TenantId


class NumberedEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its place in the tenant's order (1, 2, 3, …: no gaps) and its data as JSON.

    `audience` is known of what is about a conversation; only an event that an older version wrote lacks it.
    """

    tenant_id: TenantId
    number: int
    type: str
    at: datetime
    data: msgspec.Raw
    conversation_id: ConversationId | None = None
    audience: Audience | None = None


class EventLog(Protocol):
    """Numbers events in the order of their commits and reads them back."""

    async def number_new(self, *, limit: int) -> list[NumberedEvent]:
        """Give numbers to committed events that have none. Only one caller at a time does; others get nothing."""
        ...

    async def after(self, tenant_id: TenantId, *, number: int, limit: int) -> list[NumberedEvent]:
        """Read a tenant's events that follow `number`, in order."""
        ...

    async def last_number(self, tenant_id: TenantId) -> int:
        """Give the number of the tenant's newest event, 0 before the first."""
        ...


class Realtime(Protocol):
    """Carries numbered events to the sockets; whatever it loses is read from the log."""

    async def publish(self, events: list[NumberedEvent]) -> None:
        """Tell all gateways. Never raises."""
        ...
