"""Flow sessions, what happened in them, and their timers."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

import msgspec

from domain.flows.seen import Seen
from domain.flows.session import Session
from domain.flows.sprint import Step
from domain.shared.ids import (
    ContactId,
    ConversationId,
    FlowId,
    FlowSessionId,
    FlowVersionId,
    MessageId,
    TimerId,
    WhatsAppConfigId,
)


class SessionCause(StrEnum):
    """What began a session."""

    MESSAGE = "message"
    """Something that the contact wrote: a keyword, an advertisement, or anything that nothing else wanted."""
    FLOW = "flow"
    """Another flow, in whose place it went on."""
    MANUAL = "manual"
    """A person or a program, through the API."""
    SCHEDULE = "schedule"
    EVENT = "event"
    """Something that happened to the conversation or the contact."""
    RULE = "rule"
    CAMPAIGN = "campaign"


class SessionRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A session and where it belongs; `began_in` is the version that it began with, where it may stand elsewhere."""

    session: Session
    contact_id: ContactId
    conversation_id: ConversationId
    config_id: WhatsAppConfigId
    lane_key: str
    cause: SessionCause = SessionCause.MESSAGE
    began_in: tuple[FlowId, FlowVersionId] | None = None
    version: int = 0


class SprintRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What happened in one sprint; `stimulus` is JSON, `seen` what else the engine could read."""

    number: int
    stimulus: bytes
    trace: tuple[Step, ...]
    at: datetime
    seen: Seen | None = None


class Timer(msgspec.Struct, frozen=True, kw_only=True):
    """A time to wake a session. `due_at` is None until message `sent_by` is accepted by the provider, + `after`."""

    id: TimerId
    session_id: FlowSessionId
    effect_id: str
    lane_key: str
    due_at: datetime | None = None
    after: timedelta | None = None
    sent_by: MessageId | None = None


class FlowSessionRepository(Protocol):
    """Keeps flow sessions. A conversation has at most one that is not over."""

    @property
    def has_set_timers(self) -> bool:
        """Whether this transaction set or armed a timer: what was known of the next one may no longer hold."""
        ...

    async def get(self, session_id: FlowSessionId) -> SessionRecord | None:
        """Load a session."""
        ...

    async def find_running(self, conversation_id: ConversationId) -> SessionRecord | None:
        """Find the session of a conversation that is not over."""
        ...

    async def add(self, record: SessionRecord, *, sprint: SprintRecord | None = None) -> None:
        """Write a new session, and what happened in its first sprint."""
        ...

    async def save(self, record: SessionRecord, *, sprint: SprintRecord | None = None) -> None:
        """Write the session's state, and what happened in a sprint. Raises StaleVersionError on a lost race."""
        ...

    async def add_timer(self, timer: Timer) -> None:
        """Write a timer."""
        ...

    async def cancel_timer(self, session_id: FlowSessionId, *, effect_id: str) -> None:
        """Forget a timer; one that is gone is no error."""
        ...

    async def cancel_timers(self, session_id: FlowSessionId) -> None:
        """Forget every timer of a session."""
        ...

    async def arm_timers(self, message_ids: Collection[MessageId], *, accepted_at: datetime) -> list[Timer]:
        """Set `due_at` of the timers that waited for these messages to be accepted; gives them."""
        ...

    async def due_timers(self, lane_key: str, *, now: datetime) -> list[Timer]:
        """Give the lane's timers whose time has come, oldest first."""
        ...

    async def take_timer(self, timer_id: TimerId) -> bool:
        """Remove a timer that fires; False if it was cancelled meanwhile."""
        ...
