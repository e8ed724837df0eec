"""What was published of a flow, as its screen shows it."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import FlowId, FlowVersionId, TenantId, UserId

FLOW_VERSION_SORTS = ("published_at",)


class FlowVersionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One version: its number, the notes that it was published with, and by whom; `is_running` says that it starts."""

    id: FlowVersionId
    flow_id: FlowId
    number: int
    name: str
    notes: str
    published_by: UserId | None
    published_by_name: str | None
    published_at: datetime
    is_running: bool


class FlowVersionDetail(FlowVersionRow, frozen=True, kw_only=True):
    """A version with its document, JSON."""

    document: msgspec.Raw


class FlowVersionList(Protocol):
    """Reads versions."""

    async def page(self, tenant_id: TenantId, *, flow_id: FlowId, page: PageRequest) -> Page[FlowVersionRow]:
        """Give the newest first, or as `page` asks. Raises FlowNotFoundError, MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, flow_id: FlowId, number: int) -> FlowVersionDetail:
        """Give one with its document. Raises FlowNotFoundError, FlowVersionNotFoundError."""
        ...
