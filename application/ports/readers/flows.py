"""What the flow screens show: the list, the editor, and what happened in a session."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.flows.session import SessionStatus
from domain.shared.errors import NotFoundError
from domain.shared.ids import (
    ChatbotId,
    ContactId,
    ConversationId,
    FlowId,
    FlowSessionId,
    FlowVersionId,
    TenantId,
)

FLOW_SORTS = ("created_at", "updated_at", "name", "priority")
FLOW_SESSION_SORTS = ("started_at",)


class FlowSessionNotFoundError(NotFoundError):
    """No such flow session for this tenant."""

    code = "FLOW_SESSION_NOT_FOUND"


class FlowRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the flow list. `published_number` counts publications; without a version none of them runs."""

    id: FlowId
    name: str
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


class FlowSessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One contact going through a flow; `flow_number` is the number of the version they go through."""

    id: FlowSessionId
    flow_id: FlowId
    version_id: FlowVersionId
    flow_number: int
    contact_id: ContactId
    contact_name: str | None
    conversation_id: ConversationId
    status: SessionStatus
    node: str | None
    outcome: str | None
    started_at: datetime
    updated_at: datetime


class SprintRow(msgspec.Struct, frozen=True, kw_only=True):
    """One run of the engine: what it was told (`stimulus`) and what each node did (`trace`), JSON."""

    number: int
    stimulus: msgspec.Raw
    trace: msgspec.Raw
    at: datetime


class FlowSessionDetail(FlowSessionRow, frozen=True, kw_only=True):
    """A session with its whole state, JSON, and its sprints from the first on."""

    state: msgspec.Raw
    sprints: list[SprintRow]


class FlowFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which flows; None does not ask."""

    chatbot_id: ChatbotId | None = None
    published: bool | None = None


class FlowSessionFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which sessions; None does not ask."""

    status: SessionStatus | None = None
    contact_id: ContactId | None = None
    conversation_id: ConversationId | None = None


class FlowList(Protocol):
    """Reads flows."""

    async def page(self, tenant_id: TenantId, *, filters: FlowFilters, page: PageRequest) -> Page[FlowRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, flow_id: FlowId) -> FlowDetail:
        """Give one with its draft. Raises FlowNotFoundError."""
        ...


class FlowSessionList(Protocol):
    """Reads what happened in a flow."""

    async def page(
        self, tenant_id: TenantId, *, flow_id: FlowId, filters: FlowSessionFilters, page: PageRequest
    ) -> Page[FlowSessionRow]:
        """Give the newest first, or as `page` asks. Raises FlowNotFoundError, MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, session_id: FlowSessionId) -> FlowSessionDetail:
        """Give one with its trace. Raises FlowSessionNotFoundError."""
        ...
