"""The people of a company, as its screens show them."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import DepartmentId, TenantId, UserId

USER_SORTS = ("created_at", "name", "email", "role", "last_login_at")
"""By what the list can be ordered; the first is its own order."""


class UserState(StrEnum):
    """Whether a user can log in."""

    ACTIVE = "active"
    INACTIVE = "inactive"


class UserFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which users; None asks for all."""

    role: str | None = None
    status: UserState | None = None
    department: DepartmentId | None = None


class UserRow(msgspec.Struct, frozen=True, kw_only=True):
    """One user. `capacity` is how many conversations they can have at once."""

    id: UserId
    email: str
    name: str
    role: str
    language: str
    is_active: bool
    has_avatar: bool
    has_two_factor: bool
    email_verified_at: datetime | None
    last_login_at: datetime | None
    department_ids: list[DepartmentId]
    capacity: int
    version: int
    created_at: datetime
    updated_at: datetime


class UserList(Protocol):
    """Reads users; those who were deleted are not shown."""

    async def page(self, tenant_id: TenantId, *, filters: UserFilters, page: PageRequest) -> Page[UserRow]:
        """Give a page. Raises MalformedError for the cursor."""
        ...

    async def one(self, tenant_id: TenantId, *, user_id: UserId) -> UserRow:
        """Give one. Raises UserNotFoundError."""
        ...
