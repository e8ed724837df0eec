"""What a company promises, as its screen shows it."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import SlaPolicyId, TenantId

SLA_POLICY_SORTS = ("place", "name", "created_at")


class SlaPolicyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A policy; times are in minutes, `applies_to` is JSON."""

    id: SlaPolicyId
    name: str
    first_response_minutes: int | None
    resolution_minutes: int | None
    is_business_time: bool
    warn_at_percent: int
    applies_to: msgspec.Raw
    place: int
    is_active: bool
    version: int
    created_at: datetime
    updated_at: datetime


class SlaPolicyList(Protocol):
    """Reads policies."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[SlaPolicyRow]:
        """Give them by place, or as `page` asks. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, policy_id: SlaPolicyId) -> SlaPolicyRow:
        """Give one. Raises SlaPolicyNotFoundError."""
        ...
