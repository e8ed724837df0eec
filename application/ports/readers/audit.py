"""What the audit screen shows, and the chain as it is verified."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec

from application.shared.page import Page, PageRequest
from domain.audit.actions import AuditAction
from domain.audit.entry import Head, Link
from domain.shared.ids import ApiKeyId, TenantId, UserId

AUDIT_SORTS = ("at",)


class AuditFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries; None does not ask. `since` is included, `until` is not."""

    action: AuditAction | None = None
    user_id: UserId | None = None
    api_key_id: ApiKeyId | None = None
    subject_type: str | None = None
    subject_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


class AuditRow(msgspec.Struct, frozen=True, kw_only=True):
    """One entry. `before` and `after` are JSON of what changed, or null; `hash` is in hexadecimal."""

    id: UUID
    seq: int
    at: datetime
    action: str
    actor_kind: str
    user_id: UserId | None
    user_name: str | None
    api_key_id: ApiKeyId | None
    ip: str | None
    user_agent: str | None
    request_id: str | None
    subject_type: str | None
    subject_id: UUID | None
    before: msgspec.Raw
    after: msgspec.Raw
    hash: str


class ChainSlice(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a chain in its order, and the head as it was at the same moment."""

    head: Head | None
    links: list[Link]


class AuditList(Protocol):
    """Reads entries for people."""

    async def page(self, tenant_id: TenantId, *, filters: AuditFilters, page: PageRequest) -> Page[AuditRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        ...


class AuditChain(Protocol):
    """Reads a chain to verify it."""

    async def head(self, tenant_id: TenantId) -> Head | None:
        """Give its end as the head says; None before the first entry."""
        ...

    async def entry_at(self, tenant_id: TenantId, *, seq: int) -> Link | None:
        """Give the entry with this number, the first where there are two."""
        ...

    async def after(self, tenant_id: TenantId, *, place: tuple[int, UUID] | None, limit: int) -> ChainSlice:
        """Give the entries after this number and id, from the very first where it is None."""
        ...
