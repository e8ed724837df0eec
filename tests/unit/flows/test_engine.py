"""Replies, and the same inputs that give the same sprint."""

from collections.abc import Callable
from datetime import datetime

import msgspec
import pytest

from domain.flows.effects import SendMessage
from domain.flows.engine import replay, resume, start
from domain.flows.flow import FlowVersion
from domain.flows.session import Reply, Session, SessionStatus
from domain.flows.sprint import Sprint
from domain.flows.stimuli import TimerFired
from domain.flows.tools import Tools
from domain.shared.content import Buttons, Interactive

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


class TestReplies:
    def test_during_an_effect_are_kept_in_order(
        self, asking: FlowVersion, asked: Sprint, at: datetime, tools: Tools, say: Say
    ):
        session = msgspec.structs.replace(asked.session, status=SessionStatus.AWAITING, awaiting="1.9")
        replies = (say("Ana", number=1), say("Beto", number=2))

        for reply in replies:
            session = resume(asking, session=session, stimulus=reply, at=at, tools=tools).session

        assert session.pending == replies
        assert session.status is SessionStatus.AWAITING

    def test_kept_are_answered_one_by_one_after_it(
        self, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools, say: Say
    ):
        flow = make_flow(
            ("w", "wait", {"for": "duration", "duration": "1h"}),
            ("a", "question", {"text": "Nome?", "save_as": "nome"}),
            ("b", "question", {"text": "Idade?", "kind": "number", "save_as": "idade"}),
            END,
            edges="w->a; a->b; b->fim",
        )
        sprint = start(flow, session=new_session(flow), at=at, tools=tools)
        for number, words in enumerate(["Ana", "30", "sobra"], start=1):
            reply = say(words, number=number)
            sprint = resume(flow, session=sprint.session, stimulus=reply, at=at, tools=tools)

        sprint = resume(flow, session=sprint.session, stimulus=TimerFired(timer_id="1.1"), at=at, tools=tools)

        assert sprint.session.variables == {"nome": "Ana", "idade": 30}
        assert [reply.text for reply in sprint.session.pending] == ["sobra"]

    @pytest.mark.parametrize("words", ["Não", "nao", "  NÃO ", "2"])
    def test_mean_a_choice_however_it_is_typed(
        self, words: str, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools, say: Say
    ):
        flow = make_flow(("m", "message", {"text": "?", "buttons": ["Sim", "Não"]}), END, edges="m:Não->fim")
        sprint = start(flow, session=new_session(flow), at=at, tools=tools)

        sprint = resume(flow, session=sprint.session, stimulus=say(words), at=at, tools=tools)

        assert sprint.session.outcome == "ok"
        assert sprint.session.reply is not None
        assert sprint.session.reply.text == "Não"

    def test_pressed_mean_the_id_before_any_title(
        self, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools, say: Say
    ):
        buttons = [{"id": "b", "title": "a"}, {"id": "a", "title": "b"}]
        flow = make_flow(("m", "message", {"text": "?", "buttons": buttons}), END, edges="m:a->fim")
        sprint = start(flow, session=new_session(flow), at=at, tools=tools)
        pressed = say(Interactive(kind="button", id="a", title="b"))

        sprint = resume(flow, session=sprint.session, stimulus=pressed, at=at, tools=tools)

        assert sprint.session.outcome == "ok"
        assert sprint.trace[0].values == {"choice": "a"}


class TestTheSameInputs:
    def test_give_the_same_bytes(
        self, asking: FlowVersion, new_session: NewSession, at: datetime, tools: Tools, say: Say
    ):
        stimuli = [(at, say("Ana"))]

        first, second = (replay(asking, session=new_session(asking), stimuli=stimuli, tools=tools) for _ in range(2))

        assert msgspec.json.encode(first) == msgspec.json.encode(second)
        assert first.session.status is SessionStatus.COMPLETED

    def test_survive_being_saved_in_between(
        self, asking: FlowVersion, asked: Sprint, at: datetime, tools: Tools, say: Say
    ):
        saved = msgspec.json.decode(msgspec.json.encode(asked.session), type=Session)

        assert saved == asked.session
        assert resume(asking, session=saved, stimulus=say("A"), at=at, tools=tools) == resume(
            asking, session=asked.session, stimulus=say("A"), at=at, tools=tools
        )


def test_more_than_three_buttons_become_a_list(
    make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools
):
    flow = make_flow(("m", "message", {"text": "?", "buttons": ["A", "B", "C", "D"]}))

    sprint = start(flow, session=new_session(flow), at=at, tools=tools)

    [message, _] = sprint.effects
    assert isinstance(message, SendMessage)
    assert not isinstance(message.content, Buttons)


@pytest.mark.parametrize("before", [("a", "message", {"text": "Oi"}), ("a", "condition", {"cases": []})])
def test_a_message_with_nothing_in_it_fails_whatever_was_sent_before(
    before: tuple[str, str, dict[str, object]],
    make_flow: MakeFlow,
    new_session: NewSession,
    at: datetime,
    tools: Tools,
):
    wrong = ("c", "end", {"outcome": "vazia"})
    flow = make_flow(before, ("b", "message", {"text": ""}), wrong, edges="a->b; b:error->c")

    session = start(flow, session=new_session(flow), at=at, tools=tools).session

    assert session.outcome == "vazia"


def test_a_large_value_is_not_copied_into_the_trace(
    make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools
):
    flow = make_flow(("m", "message", {"text": "oi"}), END, edges="m:?vars.s->fim; m->fim")

    sprint = start(flow, session=new_session(flow, variables={"s": "x" * 5_000}), at=at, tools=tools)

    assert sprint.trace[1].values == {"e1": "(5004 bytes)"}
