"""Edges, jumps and failures: where a session goes next."""

from collections.abc import Callable
from datetime import datetime

import msgspec
import pytest

from domain.flows.effects import CancelTimer, SendMessage, Transfer
from domain.flows.engine import resume, start
from domain.flows.flow import FlowVersion
from domain.flows.session import Reply, Session, SessionStatus
from domain.flows.sprint import Sprint
from domain.flows.stimuli import EffectFailed
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


class TestJumps:
    INNER = "00000000-0000-0000-0000-000000000002"

    @pytest.fixture
    def flows(self, make_flow: MakeFlow, make_version: Callable[..., FlowVersion]) -> tuple[FlowVersion, FlowVersion]:
        outer = make_flow(("j", "jump", {"flow_id": self.INNER}), END, edges="j->fim")
        inner = make_version(
            {
                "nodes": [{"id": "s", "type": "start"}, {"id": "q", "type": "question", "data": {"text": "?"}}],
                "edges": [{"id": "e", "source": "s", "target": "q"}],
            },
            flow_id=self.INNER,
        )
        return outer, inner

    def test_come_back_to_the_version_they_left(
        self, flows: tuple[FlowVersion, FlowVersion], new_session: NewSession, at: datetime, tools: Tools, say: Say
    ):
        outer, inner = flows
        calling = msgspec.structs.replace(tools, flows={inner.flow_id: inner})
        within = start(outer, session=new_session(outer), at=at, tools=calling)
        returning = msgspec.structs.replace(calling, versions={outer.id: outer})

        sprint = resume(inner, session=within.session, stimulus=say("x"), at=at, tools=returning)

        assert within.session.version_id == inner.id
        assert (sprint.session.version_id, sprint.session.outcome) == (outer.id, "ok")

    def test_whose_way_back_is_gone_fail(
        self, flows: tuple[FlowVersion, FlowVersion], new_session: NewSession, at: datetime, tools: Tools, say: Say
    ):
        outer, inner = flows
        calling = msgspec.structs.replace(tools, flows={inner.flow_id: inner})
        within = start(outer, session=new_session(outer), at=at, tools=calling)

        sprint = resume(inner, session=within.session, stimulus=say("x"), at=at, tools=calling)

        assert (sprint.session.status, sprint.session.outcome) == (SessionStatus.FAILED, "flow_missing")


class TestEdges:
    def test_go_by_handle_then_condition_then_default(
        self, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools, say: Say
    ):
        flow = make_flow(
            ("m", "message", {"text": "?", "buttons": ["A", "B", "C"]}),
            *((name, "end", {"outcome": name}) for name in ("padrao", "condicao", "alca")),
            edges="m->padrao; m:?response != 'C'->condicao; m:A->alca",
        )
        asked = start(flow, session=new_session(flow), at=at, tools=tools)

        outcomes = [
            resume(flow, session=asked.session, stimulus=say(words), at=at, tools=tools).session.outcome
            for words in ("A", "B", "C")
        ]

        assert outcomes == ["alca", "condicao", "padrao"]

    def test_whose_condition_fails_are_not_taken_and_the_trace_says_why(
        self, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools
    ):
        flow = make_flow(("m", "message", {"text": "oi"}), END, edges="m:?vars.nada == 1->m; m->fim")

        sprint = start(flow, session=new_session(flow), at=at, tools=tools)

        assert sprint.trace[1].edge == "e2"
        assert sprint.trace[1].values == {"e1": {"error": "no such name: 'nada'"}}


class TestFailures:
    def test_of_a_send_take_the_error_edge(
        self, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools
    ):
        flow = make_flow(ASK, END, edges="q:error->fim")
        asked = start(flow, session=new_session(flow), at=at, tools=tools)
        failed = EffectFailed(effect_id="1.1", code="131026", detail="unreachable")

        sprint = resume(flow, session=asked.session, stimulus=failed, at=at, tools=tools)

        assert sprint.session.outcome == "ok"
        assert sprint.effects == (CancelTimer(id="2.1", timer_id="1.2"),)
        assert sprint.trace[0].reason == "send_failed: 131026 unreachable"

    @pytest.mark.parametrize(("on_error", "transfers"), [("transfer", 1), ("end", 0)])
    def test_without_an_edge_do_what_the_flow_says(
        self,
        on_error: str,
        transfers: int,
        make_flow: MakeFlow,
        new_session: NewSession,
        at: datetime,
        tools: Tools,
    ):
        flow = make_flow(("m", "message", {"text": "{{"}), settings={"on_error": on_error})

        sprint = start(flow, session=new_session(flow), at=at, tools=tools)

        assert (sprint.session.status, sprint.session.outcome) == (SessionStatus.FAILED, "bad_template")
        assert len([effect for effect in sprint.effects if isinstance(effect, Transfer)]) == transfers

    def test_of_a_lost_place_keep_the_reply(
        self, asking: FlowVersion, asked: Sprint, at: datetime, tools: Tools, say: Say
    ):
        lost = msgspec.structs.replace(asked.session, node="gone")

        sprint = resume(asking, session=lost, stimulus=say("Ana"), at=at, tools=tools)

        assert (sprint.session.status, sprint.session.outcome) == (SessionStatus.FAILED, "node_missing")
        assert [reply.text for reply in sprint.session.pending] == ["Ana"]

    def test_no_more_than_twenty_messages_at_once(
        self, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools
    ):
        flow = make_flow(("m", "message", {"text": "oi"}), edges="m->m")

        sprint = start(flow, session=new_session(flow), at=at, tools=tools)

        assert sprint.session.outcome == "message_limit"
        assert len([effect for effect in sprint.effects if isinstance(effect, SendMessage)]) == 20

    def test_no_deeper_than_ten_jumps(self, make_flow: MakeFlow, new_session: NewSession, at: datetime, tools: Tools):
        flow = make_flow(("j", "jump", {"flow_id": "00000000-0000-0000-0000-000000000001"}))
        itself = msgspec.structs.replace(tools, flows={flow.flow_id: flow})

        sprint = start(flow, session=new_session(flow), at=at, tools=itself)

        assert (sprint.session.status, sprint.session.outcome) == (SessionStatus.FAILED, "jump_depth")
        assert sprint.session.stack == ()
