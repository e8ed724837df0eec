"""What the screens of operators, and of a company about itself, show."""

from datetime import date, datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import TenantId
from domain.tenants.plans import Limits, Plan
from domain.tenants.settings import TenantSettings
from domain.tenants.tenant import Isolation, TenantStatus

TENANT_SORTS = ("created_at", "name", "slug", "updated_at")


class TenantRow(msgspec.Struct, frozen=True, kw_only=True):
    """A company."""

    id: TenantId
    name: str
    slug: str
    domain: str | None
    status: TenantStatus
    status_reason: str | None
    plan: str
    trial_ends_at: datetime | None
    next_payment_on: date | None
    isolation: Isolation
    time_zone: str
    language: str
    version: int
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None


class TenantDetail(TenantRow, frozen=True, kw_only=True):
    """A company with the limits that are set over its plan's, and what it decides for itself."""

    limits: Limits
    settings: TenantSettings


class TenantFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which companies; None does not ask."""

    status: TenantStatus | None = None
    plan: str | None = None


class TenantList(Protocol):
    """Reads companies."""

    async def page(self, *, filters: TenantFilters, page: PageRequest) -> Page[TenantRow]:
        """Give the newest first, or as `page` asks; the platform itself is none of them. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId) -> TenantDetail:
        """Give one. Raises TenantNotFoundError."""
        ...


class PlanList(Protocol):
    """Reads plans."""

    async def all(self) -> list[Plan]:
        """Give all plans, the smallest first."""
        ...
