"""What a test of a flow tells of each of its steps."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from domain.flows.flow import FlowVersion
from domain.flows.moments import MAX_SHOWN_BYTES, MAX_TOLD_BYTES, Moment
from domain.flows.testing import FlowTest, TestRun, run_test
from domain.flows.tools import Tools
from domain.flows.values import size_of

MakeFlow = Callable[..., FlowVersion]
ASK = ("nome", "question", {"text": "Nome?", "save_as": "nome"})
TAG = ("etiqueta", "action", {"actions": [{"type": "add_tag", "tag": "lead"}]})
END = ("fim", "end", {"outcome": "feito"})


def played(flow: FlowVersion, tools: Tools, *steps: dict[str, object], **test: object) -> TestRun:
    return run_test(flow, msgspec.convert({**test, "steps": steps}, FlowTest), tools)


@pytest.fixture
def moments(make_flow: MakeFlow, tools: Tools) -> tuple[Moment, ...]:
    flow = make_flow(ASK, TAG, END, edges="nome->etiqueta; etiqueta->fim", variables={"cidade": "Recife"})
    return played(flow, tools, {"say": "oi"}, {"wait": "1h"}, {"say": "Bia"}).moments


def test_where_it_waits_is_told_until_it_ends(moments: tuple[Moment, ...]) -> None:
    assert [(one.node, one.status, one.outcome) for one in moments] == [
        ("nome", "waiting", None),
        ("nome", "waiting", None),
        (None, "completed", "feito"),
    ]
    assert moments[1].at - moments[0].at == timedelta(hours=1)
    assert moments[0].wakes_at == moments[0].at + timedelta(days=1)
    assert moments[2].wakes_at is None


def test_what_a_step_changed_is_named(moments: tuple[Moment, ...]) -> None:
    assert [one.variables for one in moments] == [{"cidade": "Recife"}] * 2 + [{"cidade": "Recife", "nome": "Bia"}]
    assert [one.changed for one in moments] == [(), (), ("nome",)]


def test_what_it_did_is_told_with_the_node_that_wanted_it(moments: tuple[Moment, ...]) -> None:
    assert [[(done.kind, done.node) for done in one.effects] for one in moments] == [
        [("send_message", "nome"), ("set_timer", "nome")],
        [],
        [("cancel_timer", "nome"), ("change_contact", "etiqueta")],
    ]


def test_how_far_it_was_said_and_walked_by_then_is_told(moments: tuple[Moment, ...]) -> None:
    assert [(one.lines, one.walked) for one in moments] == [(2, 2), (2, 2), (3, 5)]


def test_a_number_and_its_text_are_a_change(make_flow: MakeFlow, tools: Tools) -> None:
    sets = ("x", "set_variable", {"assignments": [{"name": "n", "expression": "string(vars.n)"}]})

    [moment] = played(make_flow(sets, END, edges="x->fim"), tools, {"say": "oi"}, variables={"n": 1}).moments

    assert (moment.variables, moment.changed) == ({"n": "1"}, ("n",))


def test_secrets_are_no_more_than_named(make_flow: MakeFlow, tools: Tools) -> None:
    call = {
        "method": "GET",
        "url": "https://api.example.com/x?token=abcdef123&cidade=Recife",
        "headers": {"Authorization": "Bearer abcdef123456", "X-Key": "{{secrets.ERP}}", "X-Trace": "1"},
    }
    flow = make_flow(("a", "api_call", call), END, edges="a->fim; a:error->fim")
    wrong = {"expect": {"effect": {"effect": "call_api", "method": "PUT"}}}

    run = played(flow, tools, {"say": "oi"}, wrong)

    answer = msgspec.json.encode([run.moments, run.failures]).decode()
    assert "abcdef123" not in answer
    assert all(shown in answer for shown in ('"ERP"', "cidade=Recife", "X-Trace"))


def test_what_is_too_large_is_only_named(make_flow: MakeFlow, tools: Tools) -> None:
    values = {f"v{number}": "x" * (MAX_SHOWN_BYTES - 100) for number in range(10)}
    flow = make_flow(ASK, edges="nome->nome")

    run = played(
        flow, tools, *[{"say": "oi"}] * 50, variables={**values, "grande": "x" * (MAX_SHOWN_BYTES + 1), "nome": ""}
    )

    assert (run.moments[0].hidden, "v0" in run.moments[0].variables) == (("grande",), True)
    assert set(values) < set(run.moments[-1].hidden)
    assert size_of([one.variables for one in run.moments]) < MAX_TOLD_BYTES * 1.1


def test_another_flow_that_takes_over_is_told_apart(
    make_flow: MakeFlow, make_version: Callable[..., FlowVersion], tools: Tools
) -> None:
    there = make_version(
        {
            "nodes": [{"id": "start", "type": "start"}, {"id": "nome", "type": "question", "data": {"text": "?"}}],
            "edges": [{"id": "e0", "source": "start", "target": "nome"}],
        },
        flow_id=str(UUID(int=2)),
    )
    flow = make_flow(("vai", "jump", {"flow_id": str(there.flow_id), "return": False}), edges="")
    lent = msgspec.structs.replace(tools, flows={there.flow_id: there})

    run = played(flow, lent, {"say": "oi"})

    [moment] = run.moments
    assert (moment.flow_id, moment.node) == (there.flow_id, "nome")
    assert [(step.node, step.version) for step in run.trace if step.node != "start"][-1] == ("nome", there.id)
    assert {done.node: done.version for done in moment.effects}["nome"] == there.id
