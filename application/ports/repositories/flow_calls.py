"""What flows asked of the world, and what came of it."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

import msgspec

from domain.flows.effects import Call, CallApi, CallErp
from domain.flows.session import Value
from domain.shared.ids import FlowCallId, FlowSessionId, WhatsAppConfigId


class CallKind(StrEnum):
    """Who is asked."""

    API = "api"
    ERP = "erp"
    AI = "ai"


class CallStatus(StrEnum):
    """Where a call stands; the last three are ends."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    DROPPED = "dropped"
    """Nobody wanted the answer any more."""


def kind_of_call(call: Call) -> CallKind:
    """Say who is asked."""
    match call:
        case CallApi():
            return CallKind.API
        case CallErp():
            return CallKind.ERP
        case _:
            return CallKind.AI


class FlowCall(msgspec.Struct, frozen=True, kw_only=True):
    """A call and what became of it.

    `begun` counts how often somebody set out to make it, `tries` how often it was heard that one should ask again;
    the difference died on the way. Nobody begins it before `due_at`.
    """

    id: FlowCallId
    session_id: FlowSessionId
    effect_id: str
    request: Call
    lane_key: str
    config_id: WhatsAppConfigId
    ordered_at: datetime
    due_at: datetime
    status: CallStatus = CallStatus.WAITING
    tries: int = 0
    begun: int = 0
    answer: Value = None
    error_code: str | None = None
    error_detail: str | None = None
    began_at: datetime | None = None
    settled_at: datetime | None = None

    @property
    def kind(self) -> CallKind:
        """Who is asked."""
        return kind_of_call(self.request)


class Settlement(msgspec.Struct, frozen=True, kw_only=True):
    """How a call ended."""

    status: CallStatus
    answer: Value = None
    error_code: str | None = None
    error_detail: str | None = None


class FlowCallRepository(Protocol):
    """Keeps calls. An effect of a session is one call, however often its sprint is run."""

    async def add(self, call: FlowCall) -> None:
        """Write a new one."""
        ...

    async def get(self, call_id: FlowCallId) -> FlowCall | None:
        """Load one."""
        ...

    async def lock(self, call_id: FlowCallId) -> FlowCall | None:
        """Load one that nobody else begins or settles until this transaction ends."""
        ...

    async def begin(self, call_id: FlowCallId, *, now: datetime, until: datetime) -> None:
        """Note that it is being made, by nobody else before `until`."""
        ...

    async def postpone(self, call_id: FlowCallId, *, due_at: datetime) -> None:
        """Note a try that is to be repeated at `due_at`."""
        ...

    async def settle(self, call_id: FlowCallId, settlement: Settlement, *, at: datetime) -> bool:
        """Write how it ended; False where it had ended before."""
        ...

    async def overdue(self, *, before: datetime, limit: int) -> list[FlowCallId]:
        """Give those that should have been begun before this, the oldest first."""
        ...
