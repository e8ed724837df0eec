"""What happened in flows: who went through them, one session step by step, and what a session was told."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from application.ports.repositories.flow_sessions import SessionCause
from application.shared.page import Page, PageRequest
from domain.conversations.visibility import Viewer
from domain.flows.language import Facts
from domain.flows.replay import Recording
from domain.flows.session import SessionStatus
from domain.flows.sprint import Step
from domain.shared.errors import NotFoundError
from domain.shared.ids import (
    ContactId,
    ConversationId,
    FlowId,
    FlowSessionId,
    FlowVersionId,
    MessageId,
    TenantId,
)
from domain.shared.message_status import MessageStatus

FLOW_SESSION_SORTS = ("started_at",)


class FlowSessionNotFoundError(NotFoundError):
    """No such flow session, or none that this one may see."""

    code = "FLOW_SESSION_NOT_FOUND"


class FlowSessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One contact going through a flow; `flow_number` is the number of the version they go through."""

    id: FlowSessionId
    flow_id: FlowId
    version_id: FlowVersionId
    flow_number: int
    contact_id: ContactId
    contact_name: str | None
    conversation_id: ConversationId
    cause: SessionCause
    status: SessionStatus
    node: str | None
    outcome: str | None
    started_at: datetime
    updated_at: datetime
    ended_at: datetime | None


class MessageOfStep(msgspec.Struct, frozen=True, kw_only=True):
    """What a step sent, and what became of it."""

    id: MessageId
    type: str
    status: MessageStatus
    error_code: str | None


class CallOfStep(msgspec.Struct, frozen=True, kw_only=True):
    """What a step asked of the world: of which kind, and how that went; what was sent and answered is not shown."""

    effect_id: str
    kind: str
    status: str
    tries: int
    ordered_at: datetime
    settled_at: datetime | None
    milliseconds: int | None
    error_code: str | None


class EffectOfStep(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a step did; neither message nor call is a timer or a change."""

    id: str
    message: MessageOfStep | None = None
    call: CallOfStep | None = None


class StepRow(msgspec.Struct, frozen=True, kw_only=True):
    """One step: where, what, which way out and why, the values that decided it, and how long after the step before.

    `version_id` is of the flow it stood in, where that is one that the session's first flow jumped to.
    """

    sprint: int
    node: str
    type: str
    event: str
    at: datetime
    after_ms: int
    version_id: FlowVersionId | None
    edge: str | None
    reason: str | None
    values: dict[str, object]
    effects: list[EffectOfStep]


class SprintRow(msgspec.Struct, frozen=True, kw_only=True):
    """One run of the engine, and what it was told (`stimulus`, JSON; null when the session began with no message)."""

    number: int
    stimulus: msgspec.Raw
    at: datetime


class TimerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A time at which the session will be woken; without `due_at` it counts from when the message is accepted."""

    effect_id: str
    due_at: datetime | None
    sent_by: MessageId | None


class FlowSessionDetail(FlowSessionRow, frozen=True, kw_only=True):
    """A session step by step, with its variables as they are now, and what it waits for."""

    variables: msgspec.Raw
    waiting_replies: int
    steps: list[StepRow]
    sprints: list[SprintRow]
    timers: list[TimerRow]
    calls: list[CallOfStep]


class StepAsked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A step that sessions came by; what is left out may be anything."""

    node: str | None = None
    event: str | None = None
    edge: str | None = None
    values: dict[str, str] = {}


class FlowSessionFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which sessions; None does not ask. `stopped_at` is the node where they ended or rest."""

    status: SessionStatus | None = None
    running: bool | None = None
    cause: SessionCause | None = None
    contact_id: ContactId | None = None
    conversation_id: ConversationId | None = None
    version: int | None = None
    outcome: str | None = None
    stopped_at: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    step: StepAsked | None = None


class PlayedSession(msgspec.Struct, frozen=True, kw_only=True):
    """A session as it was told, the traces that it left, and what is known of its contact now."""

    recording: Recording
    traces: tuple[tuple[Step, ...], ...]
    facts: Facts


class FlowSessionList(Protocol):
    """Reads what happened in a flow, as a viewer may see it."""

    async def page(
        self, tenant_id: TenantId, *, viewer: Viewer, flow_id: FlowId, filters: FlowSessionFilters, page: PageRequest
    ) -> Page[FlowSessionRow]:
        """Give the newest first, or as `page` asks. Raises FlowNotFoundError, MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, viewer: Viewer, session_id: FlowSessionId) -> FlowSessionDetail:
        """Give one step by step. Raises FlowSessionNotFoundError."""
        ...


class PlayedSessions(Protocol):
    """Reads sessions to play them again, as a viewer may see them."""

    async def one(self, tenant_id: TenantId, *, viewer: Viewer, session_id: FlowSessionId) -> PlayedSession:
        """Give one. Raises FlowSessionNotFoundError."""
        ...

    async def last(
        self, tenant_id: TenantId, *, viewer: Viewer, flow_id: FlowId, version_id: FlowVersionId, limit: int
    ) -> Sequence[PlayedSession]:
        """Give those of a version that are over, the one that began last first."""
        ...
