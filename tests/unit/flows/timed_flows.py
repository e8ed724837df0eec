"""Flows in which time matters, made at random, and conversations with them; and whether one was answered too late."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import msgspec
from hypothesis import strategies as st

from domain.flows.codec import decode_flow
from domain.flows.durations import read_duration
from domain.flows.effects import SendMessage
from domain.flows.flow import FlowVersion
from domain.flows.inspection import World, inspect
from domain.flows.mocks import AiMock, ApiMock, ErpMock, MockedWorld, Mocks
from domain.flows.nodes.jump import Jump
from domain.flows.rehearsal import Rehearsal
from domain.shared.content import Template
from domain.shared.erp import ErpOperation
from domain.shared.ids import FlowId, FlowVersionId
from tests.unit.flows.random_flows import TOOLS

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
DAY = timedelta(hours=24)
KEYWORD = {"type": "keyword", "keywords": ["oi"]}
FAILS_WITHIN = timedelta(minutes=30)
minutes = st.sampled_from([None, 30, 720, 1435, 1440, 2880])
lengths = st.sampled_from(["10m", "12h", "23h", "25h", "3d"])
DATA = {
    "message": st.sampled_from(
        [
            {"text": "oi"},
            {"template": {"name": "aviso"}},
            {"template": {"name": "aviso"}, "location": {"type": "location", "latitude": 1, "longitude": 2}},
        ]
    ),
    "menu": st.builds(
        lambda limit, retries: {"text": "?", "buttons": ["Sim", "Nao"], "retries": retries, **_limit(limit)},
        minutes,
        st.integers(0, 1),
    ),
    "question": st.builds(lambda limit: {"text": "?", "kind": "number", "retries": 1, **_limit(limit)}, minutes),
    "wait": st.one_of(
        st.builds(lambda limit: {"for": "reply", **_limit(limit)}, minutes),
        lengths.map(lambda length: {"for": length}),
        st.sampled_from(["2h", "26h"]).map(lambda length: {"until": f"now + duration('{length}')"}),
    ),
    "condition": st.just({"cases": [{"id": "1", "expression": "response == 'Sim'"}]}),
    "random": st.just({"branches": [{"id": "1", "weight": 1}, {"id": "2", "weight": 1}]}),
    "business_hours": st.just({}),
    "api_call": st.just({"url": "https://example.com", "timeout_seconds": 30}),
    "erp": st.just({"operation": "plans"}),
    "ai": st.booleans().map(lambda send: {"prompt": "x", "question": "y", "send": send}),
    "set_variable": st.just({"assignments": {"x": "1"}}),
    "action": st.just({"actions": [{"type": "add_tag", "tag": "a"}]}),
    "transfer": st.sampled_from([{}, {"message": "já te atendo"}]),
    "end": st.sampled_from([{}, {"message": "até logo"}]),
    "jump": st.builds(
        lambda flow, returns: {"flow_id": str(UUID(int=flow)), "return": returns},
        st.integers(1, 3),
        st.sampled_from([True, True, False]),
    ),
}
KINDS = [*sorted(DATA), "menu", "question", "wait", "wait", "wait", "message", "message", "jump"]
HANDLES = [
    "",
    "",
    "",
    "timeout",
    "timeout",
    "invalid",
    "error",
    "Sim",
    "1",
    "else",
    "reply",
    "Reply",
    "returned",
    "open",
]


def _limit(limit: int | None) -> dict[str, object]:
    return {} if limit is None else {"timeout_minutes": limit}


@st.composite
def documents(draw: st.DrawFn, number: int) -> dict[str, object]:
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=2, max_size=5))
    names = [f"f{number}{letter}" for letter in "abcde"[: len(kinds)]]
    edges = st.tuples(st.sampled_from(names), st.sampled_from(HANDLES), st.sampled_from(names))
    ways = [(name, handle, after) for name, after in pairwise(names) for handle in ("", "timeout")]
    return {
        "trigger": draw(st.sampled_from([KEYWORD, KEYWORD, KEYWORD, "manual"])),
        "settings": {
            "session_timeout_minutes": draw(st.sampled_from([1440, 4320, 43200])),
            "join_seconds": draw(st.sampled_from([0, 0, 10])),
        },
        "nodes": [
            {"id": f"f{number}start", "type": "start"},
            *(
                {"id": name, "type": {"menu": "message"}.get(kind, kind), "data": draw(DATA[kind])}
                for name, kind in zip(names, kinds, strict=True)
            ),
        ],
        "edges": [
            {"id": str(place), "source": source, "source_handle": handle, "target": target}
            for place, (source, handle, target) in enumerate(
                [(f"f{number}start", "", names[0]), *draw(st.lists(edges, max_size=4)), *ways]
            )
        ],
    }


families = st.tuples(documents(1), documents(2), documents(3))
moves = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.sampled_from(["Sim", "7", "talvez"])),
        st.tuples(st.just("wait"), st.sampled_from(["5s", "20m", "5h", "13h", "23h", "23h", "2d", "3d"])),
        st.tuples(st.just("fail"), st.just("131026")),
    ),
    min_size=2,
    max_size=8,
)


def flow_of(number: int, document: dict[str, object]) -> FlowVersion:
    decoded = decode_flow(msgspec.json.encode(document))
    ids = UUID(int=number), UUID(int=1_000 + number)
    return FlowVersion(id=FlowVersionId(ids[1]), flow_id=FlowId(ids[0]), number=1, name=str(number), document=decoded)


class Talk:
    """A conversation, and what of it was said more than a day after the contact last wrote."""

    def __init__(self, flows: list[FlowVersion]) -> None:
        self.flow = flows[0]
        tools = msgspec.structs.replace(TOOLS, flows={flow.flow_id: flow for flow in flows})
        self.rehearsal = Rehearsal(self.flow, tools=tools, at=AT, variables={}, world=_world())
        self.late: list[str] = []
        self._told = 0
        self._lines = 0
        self._now = self._spoke_at = AT
        self._heard_at: datetime | None = None

    def play(self, steps: list[tuple[str, str]], *, is_written_to: bool) -> None:
        if is_written_to:
            self._act("say", "oi")
        self.rehearsal.begin()
        self._look()
        for kind, what in steps:
            self._act(kind, what)

    def _act(self, kind: str, what: str) -> None:
        rehearsal = self.rehearsal
        if kind == "fail" and self._now - self._spoke_at > FAILS_WITHIN:
            return
        getattr(rehearsal, kind)(what)
        self._now += (read_duration(what) or timedelta()) if kind == "wait" else timedelta()
        self._look()

    def _look(self) -> None:
        nodes = self._nodes()
        for line in self.rehearsal.transcript[self._lines :]:
            if line.by == "contact":
                self._heard_at = line.at
                continue
            node, self._spoke_at = next(nodes), line.at
            is_late = self._heard_at is None or line.at - self._heard_at >= DAY
            if is_late and not isinstance(line.content, Template):
                self.late.append(node)
        self._lines = len(self.rehearsal.transcript)

    def _nodes(self) -> Iterator[str]:
        """Give the node of each message that was just sent: trace and effects are in the same order."""
        steps = self.rehearsal.trace[self._told :]
        self._told = len(self.rehearsal.trace)
        sent = [(effect_id, step.node) for step in steps for effect_id in step.effects]
        for effect in self.rehearsal.happened:
            while sent and sent[0][0] != effect.id:
                sent.pop(0)
            if isinstance(effect, SendMessage):
                yield sent[0][1] if sent else "?"


def unwarned(documents: list[dict[str, object]], steps: list[tuple[str, str]]) -> list[str]:
    """Give the nodes that spoke too late in this conversation although the check did not say that they might."""
    flows = [flow_of(number, document) for number, document in enumerate(documents, start=1)]
    document = flows[0].document
    world = World(flows={flow.flow_id: flow.document for flow in flows})
    findings = [one for one in inspect(document, TOOLS.language, world=world) if one.code.startswith("window_")]
    warned = {finding.node for finding in findings if finding.code == "window_closed"}
    is_unasked = any(finding.code == "window_unknown" for finding in findings)
    by_jump = any(isinstance(node, Jump) and node.id in warned for node in document.nodes)
    talk = Talk(flows)
    talk.play(steps, is_written_to=documents[0].get("trigger") != "manual")
    return [node for node in talk.late if node not in warned and not by_jump and not is_unasked]


def _world() -> MockedWorld:
    """Answer late, but within the time that calls take."""
    plans = ErpMock(operation=ErpOperation.PLANS, result=["300 Mega"], after="14m")
    return MockedWorld(Mocks(api=(ApiMock(after="14m"),), erp=(plans,), ai=(AiMock(answer="olá", after="14m"),)))
