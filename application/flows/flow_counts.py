"""A flow's numbers, each with the filters that list the sessions behind it."""

from datetime import datetime

import msgspec

from domain.flows.session import SessionStatus


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """So many sessions, and the query that lists them: `GET /flows/{id}/sessions?…`."""

    count: int
    sessions: str


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """How many sessions began, and how they stand."""

    started: Count
    completed: Count
    transferred: Count
    expired: Count
    failed: Count
    cancelled: Count
    in_progress: Count


class VersionTotals(Totals, frozen=True, kw_only=True):
    """The same of one version."""

    version: int


class EventNumbers(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened on a node: how often, and in how many sessions."""

    event: str
    times: int
    sessions: Count


class NodeNumbers(msgspec.Struct, frozen=True, kw_only=True):
    """A node: visits, where sessions stopped (ended or rest), and how long a visit takes until it is left."""

    node: str
    type: str
    visits: int
    sessions: Count
    stopped: Count
    stopped_by_status: dict[SessionStatus, int]
    median_ms: float | None
    events: list[EventNumbers]


class EdgeNumbers(msgspec.Struct, frozen=True, kw_only=True):
    """An edge: how often it was taken."""

    edge: str
    node: str
    times: int
    sessions: Count


class AnswerNumbers(msgspec.Struct, frozen=True, kw_only=True):
    """An answer; of a random node's branch also how its sessions stand (`by_status`)."""

    value: str
    times: int
    sessions: Count
    by_status: dict[str, int] = {}


class QuestionNumbers(msgspec.Struct, frozen=True, kw_only=True):
    """A question: how it was answered. `told` says whether all answers are told, or only those that several gave."""

    node: str
    type: str
    asked: Count
    answered: Count
    invalid: Count
    timed_out: Count
    failed: Count
    told: bool
    answers: list[AnswerNumbers]


class BranchNumbers(msgspec.Struct, frozen=True, kw_only=True):
    """A random node: what became of those who went each way."""

    node: str
    branches: list[AnswerNumbers]


class FlowAnalytics(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of the sessions that began in a time. Steps are of the newest `counted_sessions` of them."""

    since: datetime = msgspec.field(name="from")
    until: datetime = msgspec.field(name="to")
    version: int | None
    counted_sessions: int
    complete: bool
    total: Totals
    versions: list[VersionTotals]
    nodes: list[NodeNumbers]
    edges: list[EdgeNumbers]
    questions: list[QuestionNumbers]
    random: list[BranchNumbers]
