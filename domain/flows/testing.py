"""Runs a flow's own tests on the engine, with a clock that only the test moves."""

from datetime import UTC, datetime
from typing import Annotated, ClassVar

import msgspec

from domain.flows.expectations import Expectation, unmet
from domain.flows.flow import FlowVersion
from domain.flows.mocks import MockedWorld, Mocks
from domain.flows.moments import Chronicle, Moment
from domain.flows.record import Line
from domain.flows.rehearsal import Rehearsal
from domain.flows.session import Session, Value
from domain.flows.sprint import Step
from domain.flows.tools import Facts, Tools
from domain.flows.unmet import Unmet
from domain.flows.values import to_value

_MAX_STEPS = 200
"""Steps of one test: more than any conversation that a person writes down."""
_YEARS = range(2000, 2101)
"""Years in which a test may play; beyond them the calendar ends before the timers do."""
_DEFAULT_TIME = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
"""A Monday at noon, for tests that do not care."""


class FlowTestStep(msgspec.Struct, frozen=True, kw_only=True):
    """One of: the contact says or chooses something, time passes, a send fails, something is expected."""

    say: str | None = None
    choose: str | None = None
    send: dict[str, object] | None = None
    wait: str | None = None
    fail: str | None = None
    cancel: str | None = None
    expect: Expectation | None = None


class FlowTest(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation and what it should come to; `mocks` answer for the outside world.

    It begins where the flow does, or at `from_node`; `seed` chooses among random branches.
    """

    name: str = ""
    at: datetime = _DEFAULT_TIME
    contact: dict[str, object] = {}
    conversation: dict[str, object] = {}
    variables: dict[str, object] = {}
    mocks: Mocks = Mocks()
    from_node: str | None = None
    seed: str | int = ""
    steps: Annotated[tuple[FlowTestStep, ...], msgspec.Meta(max_length=_MAX_STEPS)] = ()


class FlowTestFailure(msgspec.Struct, frozen=True, kw_only=True):
    """What could not be done or was not as expected; `step` counts from zero.

    `code` is stable, `values` are what `message` says of this very case, such as what was `expected` and what it `got`.
    """

    step: int
    message: str
    code: str
    values: dict[str, Value] = {}

    @classmethod
    def of(cls, step: int, unmet: Unmet) -> "FlowTestFailure":
        """Say it of a step, in English."""
        return cls(step=step, message=unmet.message, code=unmet.code, values=unmet.told)


class TestRun(msgspec.Struct, frozen=True, kw_only=True):
    """What was said, what happened node by node, how things stood after each step, and what was not as expected."""

    __test__: ClassVar[bool] = False  # pytest takes every class whose name begins so for a test

    transcript: tuple[Line, ...] = ()
    trace: tuple[Step, ...] = ()
    moments: tuple[Moment, ...] = ()
    failures: tuple[FlowTestFailure, ...] = ()
    session: Session | None = None

    @property
    def passed(self) -> bool:
        """Whether everything was as expected."""
        return not self.failures


def run_test(flow: FlowVersion, test: FlowTest, tools: Tools) -> TestRun:
    """Play the test. The first thing the contact says starts the flow, whatever its trigger."""
    at = test.at if test.at.tzinfo else test.at.replace(tzinfo=UTC)
    if at.year not in _YEARS:
        return _unplayed(Unmet(code="year_too_far", values={"year": at.year}))
    if test.from_node is not None and test.from_node not in flow.nodes:
        return _unplayed(Unmet(code="no_node", values={"node": test.from_node}))
    world = MockedWorld(test.mocks)
    facts = Facts(contact=_values(test.contact), conversation=_values(test.conversation), flow=tools.facts.flow)
    tools = msgspec.structs.replace(tools, facts=facts, hours=world, seed=str(test.seed))
    rehearsal = Rehearsal(
        flow, tools=tools, at=at, variables=_values(test.variables), world=world, from_node=test.from_node
    )
    failures: list[FlowTestFailure] = []
    chronicle = Chronicle(rehearsal)
    for number, step in enumerate(test.steps):
        wrong = _play(rehearsal, step)
        failures.extend(FlowTestFailure.of(number, one) for one in (*world.take_missing(), *wrong))
        chronicle.look()
    return TestRun(
        transcript=tuple(rehearsal.transcript),
        trace=tuple(rehearsal.trace),
        moments=tuple(chronicle.moments),
        failures=tuple(failures),
        session=rehearsal.session,
    )


def _unplayed(why: Unmet) -> TestRun:
    return TestRun(failures=(FlowTestFailure.of(0, why),))


def _play(rehearsal: Rehearsal, step: FlowTestStep) -> list[Unmet]:
    """Do what the step says; gives what was not as expected."""
    match step:
        case FlowTestStep(say=str(text)):
            return rehearsal.say(text)
        case FlowTestStep(choose=str(title)):
            return rehearsal.choose(title)
        case FlowTestStep(send=dict(content)):
            return rehearsal.send(content)
        case FlowTestStep(wait=str(duration)):
            return rehearsal.wait(duration)
        case FlowTestStep(fail=str(code)):
            return rehearsal.fail(code)
        case FlowTestStep(cancel=str(reason)):
            return rehearsal.cancel(reason)
        case FlowTestStep(expect=Expectation() as expectation):
            rehearsal.begin()
            return unmet(expectation, rehearsal)
        case _:
            return [Unmet(code="empty_step")]


def _values(given: dict[str, object]) -> dict[str, Value]:
    return {name: to_value(value) for name, value in given.items()}
