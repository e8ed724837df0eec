"""Every file of tests/data/flows is a flow with its tests; every kind of node is in one of them."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from domain.flows.flow import FlowVersion
from domain.flows.inspection import Severity, inspect
from domain.flows.nodes import NODE_TYPES
from domain.flows.testing import FlowTest, run_test
from domain.flows.tools import Tools
from domain.shared.ids import FlowId

DATA = Path(__file__).parents[2] / "data" / "flows"
FILES = sorted(DATA.glob("*.json"))


def cases() -> Iterator[object]:
    for file in FILES:
        for number, test in enumerate(json.loads(file.read_text("utf-8"))["tests"]):
            yield pytest.param(file, number, id=f"{file.stem}: {test['name']}")


def loaded(file: Path, make_version: Callable[..., FlowVersion], tools: Tools) -> tuple[FlowVersion, Tools]:
    data = json.loads(file.read_text("utf-8"))
    others = {
        FlowId(UUID(flow_id)): make_version(document, flow_id=flow_id)
        for flow_id, document in data.get("flows", {}).items()
    }
    return make_version(data["flow"]), msgspec.structs.replace(tools, flows=others)


@pytest.mark.parametrize(("file", "number"), list(cases()))
def test_golden(file: Path, number: int, make_version: Callable[..., FlowVersion], tools: Tools):
    flow, tools = loaded(file, make_version, tools)
    test = msgspec.convert(json.loads(file.read_text("utf-8"))["tests"][number], FlowTest)

    run = run_test(flow, test, tools)

    assert run.failures == ()


@pytest.mark.parametrize(
    "file", [file for file in FILES if not file.stem.startswith("bad_")], ids=lambda file: file.stem
)
def test_golden_flows_could_be_published(file: Path, make_version: Callable[..., FlowVersion], tools: Tools):
    flow, tools = loaded(file, make_version, tools)

    findings = inspect(flow.document, tools.language, flows=tools.flows.keys())

    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("kind", sorted(NODE_TYPES))
def test_every_node_type_has_a_golden_case(kind: str):
    used = {node["type"] for file in FILES for node in json.loads(file.read_text("utf-8"))["flow"]["nodes"]}

    assert kind in used


def test_a_wrong_expectation_is_a_failure(make_version: Callable[..., FlowVersion], tools: Tools):
    flow, tools = loaded(DATA / "aurora.json", make_version, tools)
    test = msgspec.convert(
        {"steps": [{"say": "oi"}, {"expect": {"text": "tchau", "node": "plano", "ended": "failed", "vars": {"x": 1}}}]},
        FlowTest,
    )

    run = run_test(flow, test, tools)

    assert [failure.step for failure in run.failures] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("test", "message"),
    [
        ({"at": "9999-12-31T00:00:00Z"}, "too far away"),
        ({"steps": [{"wait": "999999d"}]}, "no duration"),
        ({"steps": [{"wait": "soon"}]}, "no duration"),
        ({"steps": [{"choose": "Nada"}]}, "no choice"),
        ({"steps": [{"send": {"type": "song"}}]}, "no message"),
        ({"steps": [{"fail": "1"}]}, "no message is waited on"),
        ({"steps": [{}]}, "says nothing"),
    ],
)
def test_a_step_that_cannot_be_done_is_a_failure(
    test: dict[str, object], message: str, make_version: Callable[..., FlowVersion], tools: Tools
):
    flow, tools = loaded(DATA / "aurora.json", make_version, tools)

    run = run_test(flow, msgspec.convert(test, FlowTest), tools)

    assert message in run.failures[0].message
