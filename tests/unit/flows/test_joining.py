"""What is typed in pieces: the timers around it, and that nothing of it stays behind or is lost."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from domain.flows.effects import CancelTimer, SetTimer
from domain.flows.engine import resume, start
from domain.flows.flow import FlowVersion
from domain.flows.limits import MAX_FRAGMENTS
from domain.flows.session import Reply, Session, SessionStatus
from domain.flows.sprint import Sprint
from domain.flows.stimuli import Cancelled, EffectFailed, Stimulus, TimerFired
from domain.flows.tools import Tools

Say = Callable[..., Reply]
Tell = Callable[[Sprint, Stimulus, int], Sprint]
ASK = ("q", "question", {"text": "O que houve?", "save_as": "r", "timeout_minutes": 30})


@pytest.fixture
def flow(make_flow: Callable[..., FlowVersion]) -> FlowVersion:
    again = ("e", "question", {"text": "E mais?", "save_as": "e"})
    return make_flow(ASK, again, edges="q->e; q:error->e", settings={"join_seconds": 5})


@pytest.fixture
def tell(flow: FlowVersion, at: datetime, tools: Tools) -> Tell:
    def hear(sprint: Sprint, stimulus: Stimulus, second: int) -> Sprint:
        moment = at + timedelta(seconds=second)
        return resume(flow, session=sprint.session, stimulus=stimulus, at=moment, tools=tools)

    return hear


@pytest.fixture
def asked(flow: FlowVersion, new_session: Callable[..., Session], at: datetime, tools: Tools) -> Sprint:
    return start(flow, session=new_session(flow), at=at, tools=tools)


def test_each_piece_sets_the_time_anew(asked: Sprint, tell: Tell, say: Say, at: datetime):
    first = tell(asked, say("meu", number=1), 1)
    second = tell(first, say("sinal", number=2), 4)

    assert first.effects == (SetTimer(id="2.1", due_at=at + timedelta(seconds=6)),)
    assert second.effects == (
        CancelTimer(id="3.1", timer_id="2.1"),
        SetTimer(id="3.2", due_at=at + timedelta(seconds=9)),
    )
    assert (second.session.awaiting, second.session.joining) == ("1.2", "3.2")


def test_the_whole_is_the_last_message_with_every_line(asked: Sprint, tell: Tell, say: Say):
    second = tell(tell(asked, say("meu", number=1), 1), say("sinal", number=2), 4)

    heard = tell(second, TimerFired(timer_id="3.2"), 9)

    assert heard.session.variables == {"r": "meu\nsinal"}
    assert heard.session.reply == say("meu\nsinal", number=2)
    assert (heard.session.heard, heard.session.joining, heard.session.heard_since) == ((), None, None)
    assert CancelTimer(id="4.1", timer_id="1.2") in heard.effects


@pytest.mark.parametrize(("number", "is_heard"), [(MAX_FRAGMENTS - 1, False), (MAX_FRAGMENTS, True)])
def test_there_is_an_end_to_pieces(number: int, is_heard: bool, asked: Sprint, tell: Tell, say: Say):  # noqa: FBT001
    sprint = asked
    for piece in range(1, number + 1):
        sprint = tell(sprint, say(str(piece), number=piece), 1)

    assert ("r" in sprint.session.variables) is is_heard


def test_whoever_ends_the_session_ends_every_timer(asked: Sprint, tell: Tell, say: Say):
    ended = tell(tell(asked, say("meu"), 1), Cancelled(reason="x"), 2)

    assert [effect.timer_id for effect in ended.effects if isinstance(effect, CancelTimer)] == ["1.2", "2.1"]
    assert (ended.session.status, ended.session.heard, ended.session.joining) == (SessionStatus.CANCELLED, (), None)


def test_pieces_that_answer_a_question_which_never_arrived_are_kept(asked: Sprint, tell: Tell, say: Say):
    failed = tell(tell(asked, say("meu", number=1), 1), EffectFailed(effect_id="1.1", code="131026"), 2)

    assert failed.session.variables == {"e": "meu"}


def test_a_timer_that_was_extended_is_stale(asked: Sprint, tell: Tell, say: Say):
    second = tell(tell(asked, say("meu", number=1), 1), say("sinal", number=2), 4)

    stale = tell(second, TimerFired(timer_id="2.1"), 6)

    assert (stale.session, stale.trace[0].event) == (second.session, "ignored")
