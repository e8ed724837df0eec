"""Departments, as their screens show them."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.people.department import Assignment
from domain.shared.ids import DepartmentId, TenantId, UserId

DEPARTMENT_SORTS = ("name", "created_at")


class DepartmentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One department. `capacity` is what its active members can have at once, together."""

    id: DepartmentId
    name: str
    description: str
    is_default: bool
    assignment: Assignment
    assigns_out_of_hours: bool
    members: int
    capacity: int
    waiting_conversations: int
    version: int
    created_at: datetime
    updated_at: datetime


class MemberRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is in a department."""

    id: UserId
    name: str
    role: str
    is_active: bool
    capacity: int


class DepartmentList(Protocol):
    """Reads departments; those that were deleted are not shown."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[DepartmentRow]:
        """Give a page. Raises MalformedError for the cursor."""
        ...

    async def one(self, tenant_id: TenantId, *, department_id: DepartmentId) -> DepartmentRow:
        """Give one. Raises DepartmentNotFoundError."""
        ...

    async def members(self, tenant_id: TenantId, *, department_id: DepartmentId) -> list[MemberRow]:
        """Give who is in it, by name."""
        ...
