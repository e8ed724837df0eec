"""One contact going through one flow version: where they are, what is known, what is waited for."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.shared.content import Content
from domain.shared.ids import FlowId, FlowSessionId, FlowVersionId, MessageId

Value = None | bool | int | float | str | list[object] | dict[str, object]
"""A variable's value: what JSON can hold. (msgspec cannot decode a type that names itself, hence `object`.)"""


class SessionStatus(StrEnum):
    """Where a session stands; the last five are ends."""

    ACTIVE = "active"
    WAITING = "waiting"
    """For the contact's reply or a time."""
    AWAITING = "awaiting"
    """For the outside world's answer to an effect."""
    COMPLETED = "completed"
    TRANSFERRED = "transferred"
    EXPIRED = "expired"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing can happen to such a session any more."""
        return self not in {SessionStatus.ACTIVE, SessionStatus.WAITING, SessionStatus.AWAITING}


class Reply(msgspec.Struct, frozen=True, kw_only=True, tag_field="stimulus", tag="reply"):
    """The contact said something. `text` is what a person would read of it."""

    message_id: MessageId
    content: Content
    text: str


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A flow that jumped to another and waits for its return: `outputs` maps our names to the inner flow's."""

    flow_id: FlowId
    version_id: FlowVersionId
    node: str
    variables: dict[str, Value]
    outputs: dict[str, str] = {}


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a flow asked and what it took for the answer."""

    node: str
    question: str
    answer: str


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """The whole state of a session; saved as one JSON document.

    `node` is the node it stands on, `entered_at` since when, `attempts` the wrong answers given there,
    `awaiting` the id of the effect or the timer it waits for, `pending` the replies that arrived while it awaited
    an effect, `sprints` how many sprints it has had (effect ids count from it), `last` the last outside answer,
    `asked` the effect id of the message whose answer it waits for, `expiry` the timer that ends it when nobody
    answers, `joining` the timer at which the fragments in `heard` (the first came at `heard_since`) become one reply,
    `answers` what was asked and said (the latest of them), which whoever takes over reads, `calls` how often the world
    was asked since the contact was heard or a time came.
    """

    id: FlowSessionId
    flow_id: FlowId
    version_id: FlowVersionId
    started_at: datetime
    status: SessionStatus = SessionStatus.ACTIVE
    node: str | None = None
    entered_at: datetime | None = None
    attempts: int = 0
    awaiting: str | None = None
    asked: str | None = None
    expiry: str | None = None
    variables: dict[str, Value] = {}
    last: Value = None
    reply: Reply | None = None
    pending: tuple[Reply, ...] = ()
    stack: tuple[Frame, ...] = ()
    calls: int = 0
    joining: str | None = None
    heard: tuple[Reply, ...] = ()
    heard_since: datetime | None = None
    answers: tuple[Answer, ...] = ()
    sprints: int = 0
    outcome: str | None = None
    ended_at: datetime | None = None


def ended(session: Session, *, status: SessionStatus, outcome: str, at: datetime) -> Session:
    """Give the session as it is when it is over: it waits for nothing, and returns nowhere."""
    return msgspec.structs.replace(
        session,
        status=status,
        outcome=outcome,
        ended_at=at,
        stack=(),
        awaiting=None,
        asked=None,
        expiry=None,
        joining=None,
        heard=(),
        heard_since=None,
    )
