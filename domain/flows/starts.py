"""How flows begin by themselves: the events they may wait for, and what becomes of a time that they were to run at."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from domain.shared.errors import ConflictError
from domain.shared.ids import ContactId, FlowId, FlowRunId, FlowVersionId

GRACE = timedelta(hours=1)
"""How late a run may begin: a reminder for the morning does no good in the evening."""
MAX_MISSED = 10_000
"""Times that are counted after a standstill: a week of every minute."""
MAX_STARTS_AN_HOUR = 10
"""Flows that events and rules begin with one contact: more is a circle of the author's."""


class FlowEvent(StrEnum):
    """After what a flow may begin."""

    CONVERSATION_CREATED = "conversation.created"
    CONVERSATION_WAITING = "conversation.waiting"
    CONVERSATION_ASSIGNED = "conversation.assigned"
    CONVERSATION_TRANSFERRED = "conversation.transferred"
    CONVERSATION_RELEASED = "conversation.released"
    CONVERSATION_RESOLVED = "conversation.resolved"
    CONVERSATION_REOPENED = "conversation.reopened"
    CONVERSATION_TAG_ADDED = "conversation.tag_added"
    CONVERSATION_TAG_REMOVED = "conversation.tag_removed"
    CSAT_ANSWERED = "csat.answered"
    CONTACT_CREATED = "contact.created"
    CONTACT_TAG_ADDED = "contact.tag_added"
    CONTACT_TAG_REMOVED = "contact.tag_removed"
    CONSENT_GIVEN = "consent.given"
    CONSENT_WITHDRAWN = "consent.withdrawn"


WITH_PEOPLE = frozenset(
    {
        FlowEvent.CONVERSATION_WAITING,
        FlowEvent.CONVERSATION_ASSIGNED,
        FlowEvent.CONVERSATION_TRANSFERRED,
        FlowEvent.CONVERSATION_REOPENED,
    }
)
"""After these it is with people or waits for them: a flow begins only if the bot has it again by then."""


class NotStarted(StrEnum):
    """Why a flow that was wanted did not begin."""

    NOT_PUBLISHED = "not_published"
    CONTACT_GONE = "contact_gone"
    CONTACT_BLOCKED = "contact_blocked"
    OPTED_OUT = "opted_out"
    NUMBER_OFF = "number_off"
    PERSON_HAS_IT = "person_has_it"
    WAITS_FOR_PERSON = "waits_for_person"
    FLOW_RUNNING = "flow_running"
    OTHER_CONVERSATION = "other_conversation"
    TOO_MANY = "too_many"


class RunStatus(StrEnum):
    """What became of one of a schedule's times."""

    RUNNING = "running"
    DONE = "done"
    MISSED = "missed"
    """Nobody was asked: it came too late, or the flow was resting."""
    FAILED = "failed"


class FlowSchedule(msgspec.Struct, frozen=True, kw_only=True):
    """When a published flow is due next; `is_live` is False while its chatbot rests."""

    flow_id: FlowId
    version_id: FlowVersionId
    cron: str
    time_zone: str
    next_at: datetime
    is_live: bool = True


class FlowRun(msgspec.Struct, kw_only=True):
    """One time of a schedule. `cursor` is the last contact that was looked at, `missed` counts the times before it."""

    id: FlowRunId
    flow_id: FlowId
    version_id: FlowVersionId
    due_at: datetime
    began_at: datetime
    status: RunStatus = RunStatus.RUNNING
    missed: int = 0
    cursor: ContactId | None = None
    asked: int = 0
    skipped: int = 0
    error: str | None = None
    ended_at: datetime | None = None

    def end(self, status: RunStatus, *, now: datetime, error: str | None = None) -> None:
        """Say what became of it."""
        self.status, self.ended_at, self.error = status, now, error


class FlowNotStartedError(ConflictError):
    """The flow cannot begin with this contact now; the detail says why."""

    code = "FLOW_NOT_STARTED"


class FlowSessionOverError(ConflictError):
    """The session is over already."""

    code = "FLOW_SESSION_OVER"
