"""How the hosts that flows call have been doing, as their screen shows them."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import TenantId

API_HOST_SORTS = ("host", "failures_in_a_row", "last_failure_at", "last_success_at")


class ApiHostRow(msgspec.Struct, frozen=True, kw_only=True):
    """A host: how often it answered and failed, and how often it has failed since it last answered."""

    id: UUID
    host: str
    successes: int
    failures: int
    failures_in_a_row: int
    last_success_at: datetime | None = None
    last_failure_at: datetime | None = None
    last_error: str | None = None
    last_ms: int | None = None


class ApiHostList(Protocol):
    """Reads the hosts that a company's flows called."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest, is_failing: bool = False) -> Page[ApiHostRow]:
        """Give a page; with `is_failing` those alone that failed the last time. Raises MalformedError."""
        ...
