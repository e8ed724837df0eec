"""Examples of sessions, their replays and their numbers for the API's description."""

from datetime import timedelta
from uuid import UUID

import msgspec

from application.flows.check_regressions import ChangedSession, Ending, Regressions
from application.flows.flow_counts import (
    AnswerNumbers,
    BranchNumbers,
    Count,
    EdgeNumbers,
    EventNumbers,
    FlowAnalytics,
    NodeNumbers,
    QuestionNumbers,
    Totals,
    VersionTotals,
)
from application.flows.stored_sessions import Retold
from application.ports.readers.flow_sessions import (
    CallOfStep,
    EffectOfStep,
    FlowSessionDetail,
    FlowSessionRow,
    MessageOfStep,
    SprintRow,
    StepRow,
)
from application.ports.repositories.flow_sessions import SessionCause
from domain.flows.comparison import ComparedStep, Comparison, Difference, DifferenceKind, Side
from domain.flows.effects import ChangeContact
from domain.flows.moments import Happened, Moment
from domain.flows.record import Line
from domain.flows.session import SessionStatus
from domain.flows.sprint import Step
from domain.flows.testing import FlowTestFailure
from domain.flows.unmet import Unmet
from domain.shared.content import Text
from domain.shared.ids import FlowId, FlowSessionId, FlowVersionId, MessageId
from domain.shared.message_status import MessageStatus
from entrypoints.http.examples import AT, CONTACT_ID, CONVERSATION_ID
from entrypoints.http.requests import (
    ExpectationDocument,
    FlowTestDocument,
    RehearseFlowRequest,
    StepDocument,
)
from entrypoints.http.responses import Rehearsed, RehearsedTest

_FLOW = FlowId(UUID("0198a000-0000-7000-8000-000000000007"))
_VERSION = FlowVersionId(UUID("0198a000-0000-7000-8000-000000000008"))
_SESSION = FlowSessionId(UUID("0198a000-0000-7000-8000-000000000009"))
_MESSAGE = MessageId(UUID("0198a000-0000-7000-8000-00000000000a"))

SESSION_ROW = FlowSessionRow(
    id=_SESSION,
    flow_id=_FLOW,
    version_id=_VERSION,
    flow_number=3,
    contact_id=CONTACT_ID,
    contact_name="Bia",
    conversation_id=CONVERSATION_ID,
    cause=SessionCause.MESSAGE,
    status=SessionStatus.COMPLETED,
    node="n2",
    outcome="done",
    started_at=AT,
    updated_at=AT,
    ended_at=AT,
)
_CALL = CallOfStep(
    effect_id="1.2",
    kind="api",
    status="done",
    tries=1,
    ordered_at=AT,
    settled_at=AT,
    milliseconds=240,
    error_code=None,
)
_STEP = StepRow(
    sprint=1,
    node="n2",
    type="message",
    event="sent",
    at=AT,
    after_ms=0,
    version_id=None,
    edge=None,
    reason=None,
    values={},
    effects=[
        EffectOfStep(
            id="1.1", message=MessageOfStep(id=_MESSAGE, type="text", status=MessageStatus.DELIVERED, error_code=None)
        )
    ],
)
SESSION = FlowSessionDetail(
    variables=msgspec.Raw(b'{"cpf":"52998224725"}'),
    waiting_replies=0,
    steps=[_STEP],
    sprints=[SprintRow(number=1, stimulus=msgspec.Raw(b"null"), at=AT)],
    timers=[],
    calls=[_CALL],
    **msgspec.structs.asdict(SESSION_ROW),
)

_DIFFERENCE = Difference(kind=DifferenceKind.MESSAGE, sprint=1, node="n2", real="Olá!", draft="Oi!")
_TRACED = Step(node="n2", type="message", event="sent", at=AT)


def _side(words: str) -> Side:
    line = Line(by="bot", text=words, at=AT, content=Text(body=words))
    return Side(
        transcript=(line,), status=SessionStatus.COMPLETED, outcome="completed", node="n2", variables={"nome": "Bia"}
    )


REHEARSE = RehearseFlowRequest(
    tests=[
        FlowTestDocument(
            name="greets",
            steps=(StepDocument(say="oi"), StepDocument(expect=ExpectationDocument(text="Oi!"))),
        )
    ],
    session_id=_SESSION,
)
_WAITING = Moment(
    at=AT,
    wakes_at=AT + timedelta(days=1),
    status=SessionStatus.WAITING,
    outcome=None,
    flow_id=_FLOW,
    node="n3",
    variables={"nome": "Bia"},
    hidden=(),
    changed=("nome",),
    effects=(
        Happened(
            kind="change_contact", node="n2", version=None, effect=ChangeContact(id="1.2", add_tags=("interessado",))
        ),
    ),
    lines=2,
    walked=1,
)
_MOMENTS = (_WAITING, msgspec.structs.replace(_WAITING, changed=(), effects=()))
_FAILURE = FlowTestFailure.of(1, Unmet(code="expected_text", values={"expected": "Oi!", "got": ["Olá!"]}))
REHEARSED = Rehearsed(
    passed=False,
    tests=[
        RehearsedTest(
            name="greets",
            passed=False,
            transcript=(
                Line(by="contact", text="oi", at=AT, content=Text(body="oi")),
                Line(by="bot", text="Olá!", at=AT, content=Text(body="Olá!")),
            ),
            trace=(_TRACED,),
            moments=_MOMENTS,
            failures=(_FAILURE,),
        )
    ],
    session=Retold(
        exact=True,
        comparison=Comparison(
            same=False,
            first=_DIFFERENCE,
            differences=(_DIFFERENCE,),
            steps=(ComparedStep(sprint=1, same=True, real=_TRACED, draft=_TRACED),),
            real=_side("Olá!"),
            draft=_side("Oi!"),
        ),
    ),
)

_ENDING = Ending(status=SessionStatus.COMPLETED, outcome="completed", node="n2")
REGRESSIONS = Regressions(
    version=3,
    compared=50,
    same=49,
    kinds={DifferenceKind.MESSAGE: 1},
    sessions=(ChangedSession(session_id=_SESSION, differences=(_DIFFERENCE,), real=_ENDING, draft=_ENDING),),
)


def _count(count: int, asked: str) -> Count:
    return Count(count=count, sessions=f"from=2026-08-01T00%3A00%3A00Z&to=2026-08-31T00%3A00%3A00Z&{asked}")


_TOTALS = {
    "started": _count(9, ""),
    "completed": _count(5, "status=completed"),
    "transferred": _count(2, "status=transferred"),
    "expired": _count(1, "status=expired"),
    "failed": _count(0, "status=failed"),
    "cancelled": _count(0, "status=cancelled"),
    "in_progress": _count(1, "running=true"),
}
ANALYTICS = FlowAnalytics(
    since=AT,
    until=AT,
    version=None,
    counted_sessions=9,
    complete=True,
    total=Totals(**_TOTALS),
    versions=[VersionTotals(version=3, **_TOTALS)],
    nodes=[
        NodeNumbers(
            node="n2",
            type="question",
            visits=10,
            sessions=_count(9, "node=n2"),
            stopped=_count(1, "stopped_at=n2"),
            stopped_by_status={SessionStatus.EXPIRED: 1},
            median_ms=41_000.0,
            events=[EventNumbers(event="answered", times=8, sessions=_count(8, "node=n2&event=answered"))],
        )
    ],
    edges=[EdgeNumbers(edge="e2", node="n2", times=8, sessions=_count(8, "edge=e2"))],
    questions=[
        QuestionNumbers(
            node="n2",
            type="question",
            asked=_count(9, "node=n2&event=asked"),
            answered=_count(8, "node=n2&event=answered"),
            invalid=_count(1, "node=n2&event=asked_again"),
            timed_out=_count(1, "node=n2&event=timed_out"),
            failed=_count(0, "node=n2&event=failed"),
            told=True,
            answers=[AnswerNumbers(value="Fibra", times=6, sessions=_count(6, "node=n2&answer=Fibra"))],
        )
    ],
    random=[
        BranchNumbers(
            node="n5",
            branches=[
                AnswerNumbers(
                    value="a", times=4, sessions=_count(4, "node=n5&branch=a"), by_status={"completed": 3, "expired": 1}
                )
            ],
        )
    ],
)
