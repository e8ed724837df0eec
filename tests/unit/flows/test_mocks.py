"""What answers for the world in a flow's test, and what is said when nothing does."""

from collections.abc import Callable
from typing import get_args

import msgspec
import pytest

from domain.contacts.consent import Purpose
from domain.contacts.contact import LifecycleStage
from domain.conversations.states import Priority
from domain.flows import actions
from domain.flows.flow import FlowVersion
from domain.flows.limits import MAX_CALLS
from domain.flows.mocks import fits
from domain.flows.testing import FlowTest, TestRun, run_test
from domain.flows.tools import Tools

MakeFlow = Callable[..., FlowVersion]
API = ("a", "api_call", {"method": "POST", "url": "https://example.com/a?x=1", "save_as": "r"})
END = ("fim", "end", {})


def played(flow: FlowVersion, tools: Tools, **test: object) -> TestRun:
    return run_test(flow, msgspec.convert({"steps": [{"expect": {}}], **test}, FlowTest), tools)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("*", "", True),
        ("a*b*c", "a1b2b3c", True),
        ("a*b*c", "acb", False),
        ("aa*aa", "aaa", False),
        ("https://*/x", "https://example.com/x", True),
        ("x", "xy", False),
        ("*" * 50 + "b", "a" * 5_000, False),
    ],
)
def test_a_star_stands_for_anything(pattern: str, text: str, expected: bool):  # noqa: FBT001
    assert fits(pattern, text) is expected


@pytest.mark.parametrize(
    ("node", "told"),
    [
        (API, 'no mock answers "POST https://example.com/a?x=1"'),
        (("a", "erp", {"operation": "plans"}), 'no mock answers the ERP\'s "plans" {}'),
        (("a", "ai", {"question": "Quanto?"}), 'no mock answers the question to the model "Quanto?"'),
        (("a", "business_hours", {"calendar": "lua"}), 'no mock answers for the hours of "lua"'),
    ],
)
def test_what_no_mock_answers_is_a_failure(
    node: tuple[str, str, dict[str, object]], told: str, make_flow: MakeFlow, tools: Tools
):
    run = played(make_flow(node, END, edges="a:error->fim; a->fim"), tools)

    assert [(failure.step, failure.message) for failure in run.failures] == [(0, told)]


@pytest.mark.parametrize(
    ("mocks", "kept"),
    [
        ([{"url": "https://example.com/a", "body": 1}], 1),
        ([{"url": "https://example.com/a?x=1", "method": "post", "body": 2}], 2),
        ([{"method": "GET", "body": 3}, {"url": "https://*", "body": 4}], 4),
    ],
)
def test_a_mock_answers_by_method_and_address(mocks: object, kept: int, make_flow: MakeFlow, tools: Tools):
    run = played(make_flow(API, END, edges="a->fim"), tools, mocks={"api": mocks})

    assert run.session is not None
    assert run.session.variables == {"r": kept}


def test_several_answer_one_after_the_other_and_the_last_again(make_flow: MakeFlow, tools: Tools):
    again = ("w", "wait", {"for": "reply"})
    flow = make_flow(API, again, ("m", "message", {"text": "{{r}}"}), edges="a->m; m->w; w->a")

    run = played(
        flow, tools, mocks={"api": [{"body": "um"}, {"body": "dois"}]}, steps=[{"say": "1"}, {"say": "2"}, {"say": "3"}]
    )

    assert [line.text for line in run.transcript if line.by == "bot"] == ["um", "dois", "dois"]


def test_a_flow_that_asks_the_world_for_ever_is_stopped(make_flow: MakeFlow, tools: Tools):
    run = played(make_flow(API, edges="a->a"), tools, mocks={"api": [{}]})

    assert run.session is not None
    assert run.session.outcome == "call_limit"
    assert len([step for step in run.trace if step.event == "called"]) == MAX_CALLS


def test_a_test_begins_where_it_is_told_with_what_it_is_told(make_flow: MakeFlow, tools: Tools):
    flow = make_flow(("q", "question", {"text": "?"}), ("fim", "end", {"outcome": "{{x}}"}), edges="q->fim")

    begun = played(flow, tools, from_node="fim", variables={"x": "meio"})
    lost = played(flow, tools, from_node="nada")

    assert begun.session is not None
    assert begun.session.outcome == "meio"
    assert [failure.message for failure in lost.failures] == ['there is no node "nada" to begin at']


def test_a_chatbots_variables_are_what_the_flows_own_do_not_say(make_flow: MakeFlow, tools: Tools):
    flow = make_flow(END, edges="", variables={"a": "fluxo"})
    lent = msgspec.structs.replace(tools, variables={"a": "bot", "b": "bot", "c": "bot"})

    run = played(flow, lent, variables={"b": "sessão"})

    assert run.session is not None
    assert run.session.variables == {"a": "fluxo", "b": "sessão", "c": "bot"}


@pytest.mark.parametrize(
    ("words", "others"),
    [(actions.Stage, LifecycleStage), (actions.Purpose, Purpose), (actions.PriorityName, Priority)],
)
def test_actions_use_the_words_of_contacts_and_conversations(words: object, others: type[str]):
    assert set(get_args(words)) == set(others)
