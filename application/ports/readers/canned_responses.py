"""Canned responses, as their screen and the composer show them."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import CannedResponseId, DepartmentId, TenantId, UserId

CANNED_SORTS = ("shortcut", "title", "created_at")


class CannedResponseRow(msgspec.Struct, frozen=True, kw_only=True):
    """One canned response. `content` is its JSON with `type`, its variables not filled in."""

    id: CannedResponseId
    shortcut: str
    title: str
    content: msgspec.Raw
    department_id: DepartmentId | None
    created_by: UserId | None
    version: int
    created_at: datetime
    updated_at: datetime


class CannedResponseFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which; None does not ask. `of` are the departments of whoever looks: theirs and everybody's are shown."""

    of: Collection[DepartmentId] | None = None
    department_id: DepartmentId | None = None


class CannedResponseList(Protocol):
    """Reads canned responses."""

    async def page(
        self, tenant_id: TenantId, *, filters: CannedResponseFilters, page: PageRequest
    ) -> Page[CannedResponseRow]:
        """Give them by shortcut, or as `page` asks. Raises MalformedError."""
        ...

    async def one(
        self, tenant_id: TenantId, *, response_id: CannedResponseId, of: Collection[DepartmentId] | None = None
    ) -> CannedResponseRow:
        """Give one. Raises CannedResponseNotFoundError, also for one that none of these departments has."""
        ...
