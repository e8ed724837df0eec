"""Roles, the built-in ones and the company's own."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import RoleId, TenantId


class RoleRow(msgspec.Struct, frozen=True, kw_only=True):
    """One role. A built-in one has no id and cannot be changed."""

    id: RoleId | None
    code: str
    name: str
    description: str
    is_built_in: bool
    permissions: list[str]
    users: int
    version: int | None
    created_at: datetime | None
    updated_at: datetime | None


class RoleList(Protocol):
    """Reads roles."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[RoleRow]:
        """Give the built-in ones first, then the company's own by their codes. Raises MalformedError for the cursor."""
        ...

    async def one(self, tenant_id: TenantId, *, role_id: RoleId) -> RoleRow:
        """Give one of the company's own. Raises RoleNotFoundError."""
        ...
