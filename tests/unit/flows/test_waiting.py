"""Timers, stale news and effects: how a waiting session goes on."""

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
import pytest

from domain.flows.effects import CancelTimer, SendMessage, SetTimer
from domain.flows.engine import resume, start
from domain.flows.flow import FlowVersion
from domain.flows.session import Reply, Session, SessionStatus
from domain.flows.sprint import Sprint
from domain.flows.stimuli import Cancelled, EffectDone, EffectFailed, TimerFired
from domain.flows.tools import Tools

ASK = ("q", "question", {"text": "Nome?", "save_as": "nome", "timeout_minutes": 30})
END = ("fim", "end", {"outcome": "ok"})

MakeFlow = Callable[..., FlowVersion]
NewSession = Callable[..., Session]
Say = Callable[..., Reply]


@pytest.fixture
def asking(make_flow: MakeFlow) -> FlowVersion:
    return make_flow(ASK, END, ("tarde", "end", {"outcome": "tarde"}), edges="q->fim; q:timeout->tarde")


@pytest.fixture
def asked(asking: FlowVersion, new_session: NewSession, at: datetime, tools: Tools) -> Sprint:
    return start(asking, session=new_session(asking), at=at, tools=tools)


class TestTimers:
    def test_count_from_when_the_question_was_accepted(self, asked: Sprint):
        message, timer = asked.effects

        assert isinstance(message, SendMessage)
        assert timer == SetTimer(id="1.2", after=timedelta(minutes=30), sent_by=message.id)
        assert asked.session.awaiting == timer.id

    def test_are_cancelled_by_the_reply(self, asking: FlowVersion, asked: Sprint, at: datetime, tools: Tools, say: Say):
        sprint = resume(asking, session=asked.session, stimulus=say("Ana"), at=at, tools=tools)

        assert sprint.effects == (CancelTimer(id="2.1", timer_id="1.2"),)
        assert sprint.session.variables == {"nome": "Ana"}

    def test_of_the_session_wait_with_the_question(
        self, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools
    ):
        flow = make_flow(("q", "question", {"text": "Nome?"}), settings={"session_timeout_minutes": 60})

        sprint = start(flow, session=new_session(flow), at=at, tools=tools)

        assert sprint.effects[1] == SetTimer(id="1.2", after=timedelta(hours=1), sent_by="1.1")
        assert (sprint.session.awaiting, sprint.session.expiry) == (None, "1.2")

    def test_of_session_and_question_are_both_cancelled(
        self, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools, say: Say
    ):
        flow = make_flow(ASK, END, edges="q->fim", settings={"session_timeout_minutes": 10})
        asked = start(flow, session=new_session(flow), at=at, tools=tools)

        sprint = resume(flow, session=asked.session, stimulus=say("Ana"), at=at, tools=tools)

        assert [effect.timer_id for effect in sprint.effects] == ["1.2", "1.3"]

    def test_without_a_message_count_from_now(
        self, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools
    ):
        flow = make_flow(("w", "wait", {"for": "reply", "timeout_minutes": 5}))

        sprint = start(flow, session=new_session(flow), at=at, tools=tools)

        assert sprint.effects == (SetTimer(id="1.1", due_at=at + timedelta(minutes=5)),)

    def test_asking_again_starts_the_time_again(
        self, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools, say: Say
    ):
        flow = make_flow(("q", "question", {"text": "CPF?", "kind": "cpf", "timeout_minutes": 5}), END, edges="q->fim")
        asked = start(flow, session=new_session(flow), at=at, tools=tools)

        sprint = resume(flow, session=asked.session, stimulus=say("1"), at=at, tools=tools)

        message, cancelled, timer = sprint.effects
        assert isinstance(message, SendMessage)
        assert cancelled == CancelTimer(id="2.2", timer_id="1.2")
        assert timer == SetTimer(id="2.3", after=timedelta(minutes=5), sent_by="2.1")


class TestStaleNews:
    @pytest.mark.parametrize(
        "stimulus",
        [
            TimerFired(timer_id="9.9"),
            EffectDone(effect_id="1.1"),
            EffectDone(effect_id="9.9"),
            EffectFailed(effect_id="9.9", code="131026"),
        ],
    )
    def test_changes_nothing_and_says_so(
        self, stimulus: TimerFired, asking: FlowVersion, asked: Sprint, at: datetime, tools: Tools
    ):
        sprint = resume(asking, session=asked.session, stimulus=stimulus, at=at, tools=tools)

        assert (sprint.session, sprint.effects) == (asked.session, ())
        assert [step.event for step in sprint.trace] == ["ignored"]

    def test_leaves_a_session_that_is_over_as_it_is(
        self, asking: FlowVersion, asked: Sprint, at: datetime, tools: Tools, say: Say
    ):
        over = resume(asking, session=asked.session, stimulus=Cancelled(reason="x"), at=at, tools=tools)

        sprint = resume(asking, session=over.session, stimulus=say("oi"), at=at, tools=tools)

        assert sprint.session == over.session


class TestEffects:
    """Whatever node the session stands on: here one that never asked."""

    def waiting_on(self, sprint: Sprint) -> Session:
        return msgspec.structs.replace(sprint.session, status=SessionStatus.AWAITING, awaiting="1.9", expiry=None)

    def test_done_go_on_with_the_answer(self, asking: FlowVersion, asked: Sprint, at: datetime, tools: Tools):
        done = EffectDone(effect_id="1.9", result={"saldo": 10})

        sprint = resume(asking, session=self.waiting_on(asked), stimulus=done, at=at, tools=tools)

        assert sprint.session.last == {"saldo": 10}
        assert (sprint.session.outcome, sprint.effects) == ("ok", ())

    def test_failed_take_on_error(self, asking: FlowVersion, asked: Sprint, at: datetime, tools: Tools):
        failed = EffectFailed(effect_id="1.9", code="500")

        sprint = resume(asking, session=self.waiting_on(asked), stimulus=failed, at=at, tools=tools)

        assert (sprint.session.status, sprint.session.outcome) == (SessionStatus.FAILED, "effect_failed")

    def test_whose_answer_is_too_large_fail(self, asking: FlowVersion, asked: Sprint, at: datetime, tools: Tools):
        done = EffectDone(effect_id="1.9", result="x" * 70_000)

        sprint = resume(asking, session=self.waiting_on(asked), stimulus=done, at=at, tools=tools)

        assert sprint.session.outcome == "answer_too_large"
        assert sprint.session.last is None
