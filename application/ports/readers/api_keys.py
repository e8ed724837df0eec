"""API keys, as their screen shows them."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import ApiKeyId, TenantId, UserId

API_KEY_SORTS = ("created_at", "name", "expires_at", "last_used_at")


class ApiKeyRow(msgspec.Struct, frozen=True, kw_only=True):
    """One key, by its prefix: the rest of its text is nowhere."""

    id: ApiKeyId
    name: str
    prefix: str
    scopes: list[str]
    user_id: UserId
    user_name: str
    expires_at: datetime | None
    last_used_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime


class ApiKeyList(Protocol):
    """Reads keys; those that were revoked are not shown."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[ApiKeyRow]:
        """Give a page. Raises MalformedError for the cursor."""
        ...

    async def one(self, tenant_id: TenantId, *, api_key_id: ApiKeyId) -> ApiKeyRow:
        """Give one. Raises ApiKeyNotFoundError."""
        ...
