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


class FlowList(Protocol):
    """Reads flows."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[FlowRow]:
        """Give the newest first. Raises MalformedError for the cursor."""
        ...

    async def one(self, tenant_id: TenantId, *, flow_id: FlowId) -> FlowDetail:
        """Give one with its draft. Raises FlowNotFoundError."""
        ...


class FlowSessionList(Protocol):
    """Reads what happened in a flow."""

    async def page(self, tenant_id: TenantId, *, flow_id: FlowId, page: PageRequest) -> Page[FlowSessionRow]:
        """Give the newest first. Raises FlowNotFoundError, and MalformedError for the cursor."""
        ...

    async def one(self, tenant_id: TenantId, *, session_id: FlowSessionId) -> FlowSessionDetail:
        """Give one with its trace. Raises FlowSessionNotFoundError."""
        ...
