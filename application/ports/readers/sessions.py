"""A person's own sessions, as a screen shows them."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import SessionId, TenantId, UserId

LOGIN_SORTS = ("created_at", "last_seen_at")
"""The newest login first; or the one seen last."""


class SessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A session that lives: since when, until when, and from where it was seen last."""

    id: SessionId
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime
    ip: str | None
    user_agent: str | None


class SessionList(Protocol):
    """Reads sessions."""

    async def page(self, tenant_id: TenantId, user_id: UserId, *, now: datetime, page: PageRequest) -> Page[SessionRow]:
        """Give those of a user that live. Raises MalformedError."""
        ...
