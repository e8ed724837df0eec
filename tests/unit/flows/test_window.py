"""No conversation gets free words too late unless the check said that it might; and the proof itself can fail."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from domain.flows.inspection import World, inspect, pace, time_graph
from domain.flows.nodes import NODE_TYPES
from domain.shared.ids import FlowId
from tests.unit.flows.random_flows import TOOLS, version
from tests.unit.flows.random_flows import documents as any_documents
from tests.unit.flows.timed_flows import DATA, KEYWORD, families, flow_of, moves, unwarned


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(families, moves)
def test_nothing_is_said_too_late_without_a_warning(
    documents: tuple[dict[str, object], ...], steps: list[tuple[str, str]]
):
    assert unwarned(list(documents), steps) == []


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(any_documents())
def test_the_check_is_total_also_of_flows_that_run_themselves(document: dict[str, object]):
    flow = version(document)
    if flow is None:
        return

    world = World(flows={flow.flow_id: flow.document, FlowId(UUID(int=9)): flow.document})

    assert inspect(flow.document, TOOLS.language, world=world) == inspect(flow.document, TOOLS.language, world=world)


def test_every_kind_of_node_is_played():
    assert NODE_TYPES.keys() == {"start", *(DATA.keys() - {"menu"})}


LATE = ("wait", "2d")
FIXED = {
    "a sleep": (
        ["m:message", "w:wait:25h", "n:message"],
        "m->w; w->n",
        [LATE],
    ),
    "two sleeps": (["v:wait:13h", "w:wait:13h", "n:message"], "v->w; w->n", [LATE]),
    "a timeout": (["q:ask:1440", "n:message"], "q:timeout->n; q->q", [LATE]),
    "an expression": (["w:until:26h", "n:message"], "w->n", [LATE]),
    "a loop that sleeps": (["w:wait:10h", "m:message"], "w->m; m->w", [LATE, LATE]),
    "a reply that was kept": (
        ["w:wait:13h", "v:wait:13h", "q:hear", "n:message"],
        "w->v; v->q; q->n",
        [("say", "Sim"), LATE],
    ),
    "a flow that it runs": (["j:jump:2", "n:message"], "j->n", [LATE]),
    "a flow that speaks": (["w:wait:13h", "j:jump:3"], "w->j", [LATE]),
    "a flow that it goes on in": (["w:wait:13h", "j:leap:3"], "w->j", [LATE]),
    "a call": (["w:wait:1429m", "c:call", "n:message"], "w->c; c:success->n; c:error->n", [LATE]),
    "words after a call": (["w:wait:1430m", "a:ai"], "w->a", [LATE]),
}
OTHERS = [(["w:wait:25h"], ""), (["w:wait:13h", "m:message"], "w->m")]
CODES = {
    "message": lambda _: ("message", {"text": "oi"}),
    "wait": lambda length: ("wait", {"for": length}),
    "until": lambda length: ("wait", {"until": f"now + duration('{length}')"}),
    "hear": lambda _: ("wait", {"for": "reply"}),
    "ask": lambda limit: ("question", {"text": "?", "timeout_minutes": float(limit)}),
    "jump": lambda flow: ("jump", {"flow_id": str(UUID(int=int(flow)))}),
    "leap": lambda flow: ("jump", {"flow_id": str(UUID(int=int(flow))), "return": False}),
    "call": lambda _: ("api_call", {"url": "https://example.com"}),
    "ai": lambda _: ("ai", {"prompt": "x", "question": "y"}),
    "template": lambda _: ("message", {"template": {"name": "aviso"}}),
    "end": lambda _: ("end", {}),
}


def drawn(nodes: list[str], edges: str, *, trigger: object = KEYWORD, **settings: object) -> dict[str, object]:
    """Draw a flow: `name:kind:detail`, and edges `source:handle->target`."""
    made = []
    for name, kind, detail in ((*node.split(":"), "")[:3] for node in nodes):
        word, data = CODES[kind](detail)
        made.append({"id": name, "type": word, "data": data})
    ways = [("start", "", nodes[0].split(":")[0])]
    for edge in edges.split(";") if edges else ():
        source, _, handle = edge.split("->")[0].strip().partition(":")
        ways.append((source, handle, edge.split("->")[1].strip()))
    return {
        "trigger": trigger,
        "settings": {"session_timeout_minutes": 43200, **settings},
        "nodes": [{"id": "start", "type": "start"}, *made],
        "edges": [
            {"id": str(number), "source": source, "source_handle": handle, "target": target}
            for number, (source, handle, target) in enumerate(ways)
        ],
    }


def example(name: str) -> tuple[list[dict[str, object]], list[tuple[str, str]]]:
    nodes, edges, steps = FIXED[name]
    return [drawn(nodes, edges), *(drawn(*other) for other in OTHERS)], steps


@pytest.mark.parametrize("name", FIXED)
def test_each_way_of_being_late_is_warned_of(name: str):
    documents, steps = example(name)

    assert unwarned(documents, steps) == []
    assert late_nodes(documents) != {}


MUTANTS = {
    "sleeps take no time": ("a sleep", "two sleeps", "a loop that sleeps", "an expression", "a flow that speaks"),
    "timeouts take no time": ("a timeout",),
    "calls take no time": ("a call", "words after a call"),
    "replies are heard at once": ("a reply that was kept",),
    "other flows take no time": ("a flow that it runs",),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_an_analysis_that_is_wrong_is_caught(mutant: str, monkeypatch: pytest.MonkeyPatch):
    """The proof can fail: each of these would be found out by a conversation."""
    match mutant:
        case "sleeps take no time":
            monkeypatch.setattr(pace, "longest_sleep", lambda _: timedelta())
        case "timeouts take no time":
            monkeypatch.setattr(pace, "minutes", lambda _: timedelta(minutes=1))
        case "calls take no time":
            monkeypatch.setattr(time_graph, "CALL_SETTLES", timedelta())
        case "replies are heard at once":
            monkeypatch.setattr(time_graph, "KEEPS_REPLIES", False)
        case _:
            monkeypatch.setattr(time_graph.Silence, "since_start", 0.0)

    assert all(unwarned(*example(name)) for name in MUTANTS[mutant])


def late_nodes(documents: list[dict[str, object]]) -> dict[str | None, str]:
    flows = [flow_of(number, document) for number, document in enumerate(documents, start=1)]
    world = World(flows={flow.flow_id: flow.document for flow in flows})
    findings = inspect(flows[0].document, TOOLS.language, world=world)
    return {finding.node: finding.code for finding in findings if finding.code.startswith("window_")}


@pytest.mark.parametrize(
    ("nodes", "edges", "expected"),
    [
        (["m:message", "w:wait:23h", "n:message"], "m->w; w->n", {}),
        (["w:wait:25h", "t:template"], "w->t", {}),
        (["w:wait:25h", "t:template", "q:hear", "n:message"], "w->t; t->q; q->n", {"n": "window_closed"}),
        (["w:wait:25h", "t:template", "q:hear", "n:message"], "w->t; w:reply->t; t->q; q->n", {}),
        (["w:wait:25h", "t:template", "n:message"], "w->t; t->n", {"n": "window_closed"}),
        (["w:wait:23h", "q:ask:30", "n:message"], "w->q; q->n", {}),
        (["w:wait:23h", "q:ask:90", "n:message"], "w->q; q:timeout->n; q->q", {"n": "window_closed"}),
        (["w:wait:20h", "q:ask:90", "m:message"], "w->q; w:reply->q; q->m; m->w", {}),
        (["q:ask:60", "w:wait:23h", "n:message"], "q->w; q:timeout->w; w->n", {"n": "window_closed"}),
        (["w:wait:23h", "q:hear", "m:message"], "w->q; w:reply->q; q->m", {}),
        (["j:jump:1", "m:message"], "j->m", {}),
    ],
)
def test_only_what_may_be_late_is_warned_of(nodes: list[str], edges: str, expected: dict[str, str]):
    assert late_nodes([drawn(nodes, edges)]) == expected


def test_who_was_not_written_by_is_asked_with_a_template():
    """A flow of the clock, of people or of an event begins in silence; only what is said first is warned of."""
    nodes = ["m:message", "n:message", "q:hear", "o:message"]

    assert late_nodes([drawn(nodes, "m->n; n->q; q->o", trigger="manual")]) == {"m": "window_unknown"}
    assert late_nodes([drawn(["t:template", *nodes[2:]], "t->q; q->o", trigger="manual")]) == {}


def test_a_timeout_after_the_session_never_comes():
    document = drawn(["q:ask:2880", "n:message"], "q:timeout->n; q->q", session_timeout_minutes=1440)

    assert late_nodes([document]) == {}
