"""What the flow screens show: the list and the editor."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import ChatbotId, FlowId, FlowVersionId, TenantId

FLOW_SORTS = ("created_at", "updated_at", "name", "priority")


class FlowRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the flow list. `published_number` counts publications; without a version none of them runs."""

    id: FlowId
    name: str
    description: str
    chatbot_id: ChatbotId | None
    chatbot_name: str | None
    priority: int
    published_version_id: FlowVersionId | None
    published_number: int
    version: int
    created_at: datetime
    updated_at: datetime


class FlowDetail(FlowRow, frozen=True, kw_only=True):
    """A flow with the document that is being edited, JSON."""

    draft: msgspec.Raw


class FlowFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which flows; None does not ask."""

    chatbot_id: ChatbotId | None = None
    published: bool | None = None


class FlowList(Protocol):
    """Reads flows."""

    async def page(self, tenant_id: TenantId, *, filters: FlowFilters, page: PageRequest) -> Page[FlowRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, flow_id: FlowId) -> FlowDetail:
        """Give one with its draft. Raises FlowNotFoundError."""
        ...
