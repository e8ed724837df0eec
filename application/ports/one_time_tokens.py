"""Links of e-mails across the platform: whose one is, and what is forgotten."""

from datetime import datetime
from typing import Protocol

from domain.shared.ids import TenantId


class OneTimeTokenBook(Protocol):
    """Links of everybody. Raises UnavailableError."""

    async def tenant_of(self, token_hash: bytes) -> TenantId | None:
        """Give the tenant of whom the link is for; None when there is none like it."""
        ...

    async def remove_expired(self, *, before: datetime, limit: int) -> int:
        """Remove those whose time was over before this; give how many."""
        ...
