"""What customers said of the service, as reports show it."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import ContactId, ConversationId, CsatAnswerId, DepartmentId, TenantId, UserId

CSAT_SORTS = ("asked_at", "answered_at", "score")


class CsatFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which questions; what is None does not ask. They were asked at `since` or later, and before `until`."""

    since: datetime | None = None
    until: datetime | None = None
    user_id: UserId | None = None
    department_id: DepartmentId | None = None
    score: int | None = None
    is_answered: bool | None = None


class CsatRow(msgspec.Struct, frozen=True, kw_only=True):
    """A question, about whose work it was, and its answer if there is one."""

    id: CsatAnswerId
    conversation_id: ConversationId
    contact_id: ContactId
    contact_name: str | None
    user_id: UserId | None
    department_id: DepartmentId | None
    score: int | None
    comment: str | None
    asked_at: datetime
    answered_at: datetime | None
    expires_at: datetime


class CsatSummary(msgspec.Struct, frozen=True, kw_only=True):
    """How many were asked and answered, the mean score, and how many gave each, from 1 to 5."""

    asked: int
    answered: int
    average: float | None
    distribution: dict[str, int]


class CsatReport(Protocol):
    """Reads questions and answers."""

    async def page(self, tenant_id: TenantId, *, filters: CsatFilters, page: PageRequest) -> Page[CsatRow]:
        """Give those asked last first, or as `page` asks. Raises MalformedError."""
        ...

    async def summary(self, tenant_id: TenantId, *, filters: CsatFilters) -> CsatSummary:
        """Sum up all that the filters leave."""
        ...
