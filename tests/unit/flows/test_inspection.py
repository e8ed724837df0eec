"""The check before publishing finds each fault and names the node."""

from collections.abc import Callable
from uuid import UUID

import pytest

from domain.flows.codec import decode_flow
from domain.flows.document import FlowDocument
from domain.flows.flow import FlowVersion
from domain.flows.inspection import Severity, inspect
from domain.flows.tools import Tools
from domain.shared.ids import FlowId

MakeFlow = Callable[..., FlowVersion]
END = ("fim", "end", {})


def codes(document: FlowDocument, tools: Tools, severity: Severity = Severity.ERROR) -> set[tuple[str | None, str]]:
    findings = inspect(document, tools.language, flows={FlowId(UUID(int=9))})
    return {(finding.node, finding.code) for finding in findings if finding.severity is severity}


def test_a_sound_flow_has_no_errors(make_flow: MakeFlow, tools: Tools):
    flow = make_flow(("m", "message", {"text": "oi", "buttons": ["A"]}), END, edges="m:A->fim")

    assert codes(flow.document, tools) == set()


def test_a_flow_needs_one_start(tools: Tools):
    assert codes(decode_flow(b'{"nodes":[]}'), tools) == {(None, "no_start")}
    two = decode_flow(b'{"nodes":[{"id":"a","type":"start"},{"id":"b","type":"start"}]}')
    assert ("b", "two_starts") in codes(two, tools)


@pytest.mark.parametrize(
    ("kind", "data", "code"),
    [
        ("message", {}, "empty_message"),
        ("message", {"text": "x" * 4097}, "text_too_long"),
        ("message", {"text": "{{ nome"}, "bad_template"),
        ("message", {"text": "{{ nome | naoexiste }}"}, "bad_template"),
        ("message", {"text": "?", "buttons": ["A", "B", "C", "D"]}, "too_many_buttons"),
        ("message", {"text": "?", "buttons": ["x" * 21]}, "title_too_long"),
        ("message", {"text": "?", "buttons": ["A", "A"]}, "same_choice_twice"),
        ("message", {"text": "?", "buttons": [" "]}, "empty_title"),
        ("message", {"text": "x" * 1025, "buttons": ["A"]}, "text_too_long"),
        ("message", {"text": "?", "list": [str(n) for n in range(11)]}, "too_many_rows"),
        ("message", {"text": "?", "list": ["x" * 25]}, "title_too_long"),
        ("message", {"text": "?", "list": [{"title": "a", "description": "x" * 73}]}, "description_too_long"),
        ("message", {"text": "?", "buttons": ["A", "B"]}, "choice_without_edge"),
        ("question", {"text": "?", "kind": "choice"}, "no_choices"),
        ("question", {"text": "?", "kind": "regex", "pattern": "("}, "bad_pattern"),
        ("question", {"text": "?", "kind": "regex"}, "bad_pattern"),
        ("question", {"text": ""}, "empty_message"),
        ("wait", {"for": "soon"}, "bad_duration"),
        ("wait", {"for": "31d"}, "wait_too_long"),
        ("wait", {"until": "now +"}, "bad_expression"),
        ("condition", {}, "no_cases"),
        ("condition", {"cases": [{"id": "a", "expression": "1 +"}]}, "bad_expression"),
        ("condition", {"cases": [{"id": "a", "variable": "x", "operator": "gt"}]}, "empty_case"),
        ("condition", {"cases": [{"id": "a", "expression": "true"}]}, "choice_without_edge"),
        ("set_variable", {}, "no_assignments"),
        ("set_variable", {"assignments": [{"name": "x", "expression": "("}]}, "bad_expression"),
        ("jump", {}, "flow_missing"),
        ("jump", {"flow_id": str(UUID(int=8))}, "flow_missing"),
        ("transfer", {"message": "x" * 4097}, "text_too_long"),
        ("end", {"message": "{% if %}"}, "bad_template"),
    ],
)
def test_a_fault_of_a_node_is_found(kind: str, data: dict[str, object], code: str, make_flow: MakeFlow, tools: Tools):
    flow = make_flow(("n", kind, data))

    assert ("n", code) in codes(flow.document, tools)


@pytest.mark.parametrize(
    ("edges", "found"),
    [
        ("a->nada", ("a", "edge_to_nothing")),
        ("nada->a", (None, "edge_from_nothing")),
        ("a:?1 +->fim", ("a", "bad_expression")),
        ("a->a", ("a", "loop_without_wait")),
        ("a->b; b->a", ("b", "loop_without_wait")),
        ("a->b", ("fim", "unreachable")),
    ],
)
def test_a_fault_of_the_graph_is_found(edges: str, found: tuple[str | None, str], make_flow: MakeFlow, tools: Tools):
    flow = make_flow(("a", "message", {"text": "a"}), ("b", "message", {"text": "b"}), END, edges=edges)

    assert found in codes(flow.document, tools)


def test_a_loop_that_waits_is_none(make_flow: MakeFlow, tools: Tools):
    flow = make_flow(("a", "message", {"text": "a"}), ("q", "question", {"text": "?"}), edges="a->q; q->a")

    assert codes(flow.document, tools) == set()


@pytest.mark.parametrize(
    ("node", "edges", "code"),
    [
        (("n", "question", {"text": "?"}), "n->fim", "no_timeout"),
        (("n", "question", {"text": "?", "timeout_minutes": 5}), "n->fim", "timeout_without_edge"),
        (("n", "wait", {"for": "reply"}), "n->fim; n:timeout->fim", "edge_without_timeout"),
        (("n", "message", {"text": "oi"}), "", "dead_end"),
        (("n", "transfer", {}), "n->fim", "edge_after_end"),
    ],
)
def test_a_doubt_is_a_warning(
    node: tuple[str, str, dict[str, object]], edges: str, code: str, make_flow: MakeFlow, tools: Tools
):
    flow = make_flow(node, END, edges=edges)

    assert ("n", code) in codes(flow.document, tools, Severity.WARNING)


def test_a_keyword_trigger_needs_keywords_that_compile(make_flow: MakeFlow, tools: Tools):
    empty = make_flow(END, trigger={"type": "keyword", "keywords": [" "]})
    broken = make_flow(END, trigger={"type": "keyword", "keywords": ["("], "match": "regex"})

    assert codes(empty.document, tools) == {(None, "no_keyword")}
    assert codes(broken.document, tools) == {(None, "bad_pattern")}
