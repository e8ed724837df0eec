"""The flow engine alone: sprints a second in pure Python, and how long reading a document takes."""

import json
import statistics
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

import msgspec

from adapters.expressions.cel import Cel
from adapters.expressions.liquid import Liquid
from adapters.expressions.regex import Re2
from benchmarks.harness.generated_flow import NODES, QUESTIONS, generated_flow
from benchmarks.harness.machine import load
from benchmarks.harness.report import Finding, Row
from benchmarks.harness.rounds import Rounds, Sample, interleave
from benchmarks.harness.size import Size
from benchmarks.harness.world import World
from domain.flows import engine
from domain.flows.codec import decode_flow
from domain.flows.flow import FlowVersion
from domain.flows.session import Session
from domain.flows.sprint import Sprint
from domain.flows.stimuli import Stimulus
from domain.flows.testing import FlowTest, FlowTestStep, run_test
from domain.flows.tools import Tools
from domain.shared.ids import FlowId, FlowVersionId

AURORA = Path(__file__).parents[1] / "entrypoints" / "cli" / "demo" / "aurora.json"
CONVERSATION = ("say:oi", "choose:Suporte", "say:529.982.247-25", "choose:Vou reiniciar", "wait:5m", "choose:Voltou!")
"""A way through the demo's flow: a menu, a checked CPF, a condition, a wait, an end."""
A_SECOND = 1_000_000


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One call of the engine as it was made, and what it gave; None as the stimulus means start."""

    session: Session
    stimulus: Stimulus | None
    at: datetime
    tools: Tools
    sprint: Sprint


async def run(world: World, size: Size) -> Finding:
    """Measure both flows, and the reading of the large one beside reading it untyped."""
    del world
    raw = msgspec.json.encode(generated_flow())
    aurora, large = _version(AURORA.read_bytes()), _version(raw)
    answers = tuple(f"say:resposta {number}" for number in range(QUESTIONS))
    calls = {
        "Aurora": _recorded(aurora, CONVERSATION),
        "200 nodes": _recorded(large, ("say:oi", *answers)),
    }
    flows = {"Aurora": aurora, "200 nodes": large}
    sides = {name: _sprints(flows[name], calls[name], seconds=size.engine_seconds) for name in flows}
    sides["typed decode"] = _timed(lambda: decode_flow(raw), seconds=size.engine_seconds)
    sides["json.loads"] = _timed(lambda: json.loads(raw), seconds=size.engine_seconds)
    seen = await interleave("flow engine", sides, rounds=size.rounds)
    return Finding(
        title="Flow engine",
        how="Pure functions: a conversation is played once, and each of its calls is then repeated with the same "
        "arguments. Every repetition of the check must give the recorded sprint.",
        rows=(*(_row(name, seen, calls[name]) for name in flows), _decode_row(seen, size_of=len(raw))),
        remarks=tuple(seen.notes),
        loads=(*seen.loads, load()),
    )


def _version(raw: bytes) -> FlowVersion:
    document = decode_flow(raw)
    return FlowVersion(
        id=FlowVersionId(UUID(int=2)), flow_id=FlowId(UUID(int=1)), number=1, name=document.name, document=document
    )


def _recorded(flow: FlowVersion, lines: tuple[str, ...]) -> list[Call]:
    """Play a conversation and note what the engine was asked, and answered."""
    calls: list[Call] = []
    start, resume = engine.start, engine.resume

    def noting_start(
        version: FlowVersion, *, session: Session, at: datetime, tools: Tools, from_node: str | None = None
    ) -> Sprint:
        sprint = start(version, session=session, at=at, tools=tools, from_node=from_node)
        calls.append(Call(session=session, stimulus=None, at=at, tools=tools, sprint=sprint))
        return sprint

    def noting_resume(
        version: FlowVersion, *, session: Session, stimulus: Stimulus, at: datetime, tools: Tools
    ) -> Sprint:
        sprint = resume(version, session=session, stimulus=stimulus, at=at, tools=tools)
        calls.append(Call(session=session, stimulus=stimulus, at=at, tools=tools, sprint=sprint))
        return sprint

    steps = tuple(FlowTestStep(**{verb: what}) for verb, what in (line.split(":", 1) for line in lines))
    test = FlowTest(contact={"name": "Marina", "tags": []}, steps=steps)
    with patch.object(engine, "start", noting_start), patch.object(engine, "resume", noting_resume):
        played = run_test(flow, test, Tools(expressions=Cel(), templates=Liquid(), regex=Re2()))
    if played.failures or played.session is None or not played.session.status.is_over:
        raise AssertionError(f"the conversation did not end: {played.failures}, {played.session}")
    return calls


def _sprint(flow: FlowVersion, call: Call) -> Sprint:
    if call.stimulus is None:
        return engine.start(flow, session=call.session, at=call.at, tools=call.tools)
    return engine.resume(flow, session=call.session, stimulus=call.stimulus, at=call.at, tools=call.tools)


def _sprints(flow: FlowVersion, calls: list[Call], *, seconds: float) -> Callable[[int], object]:
    def conversation() -> None:
        for call in calls:
            _sprint(flow, call)

    def check() -> None:
        for call in calls:
            if _sprint(flow, call) != call.sprint:
                raise AssertionError("the same call gave another sprint")

    return _timed(conversation, seconds=seconds, units=len(calls), check=check)


def _timed(
    work: Callable[[], object], *, seconds: float, units: int = 1, check: Callable[[], None] | None = None
) -> Callable[[int], object]:
    async def measure(_: int) -> Sample:
        if check is not None:
            check()
        times = []
        until = time.perf_counter() + seconds
        used = time.process_time()
        while (began := time.perf_counter()) < until or not times:
            work()
            times.append(time.perf_counter() - began)
        used = time.process_time() - used
        return Sample(
            rate=units * len(times) / sum(times),
            cpu_us=A_SECOND * used / (units * len(times)),
            more={"median ms": 1000 * statistics.median(times) / units},
        )

    return measure


def _row(name: str, seen: Rounds, calls: list[Call]) -> Row:
    nodes = sum(len(call.sprint.trace) for call in calls)
    return Row(
        what=f"flow engine, {name}: sprints/s on one core",
        goal="(none set)",
        seen=f"{seen.rates(name)}, {seen.median(name, 'median ms'):.3f} ms a sprint",
        ratio=f"{nodes / len(calls):.1f} trace steps a sprint, {len(calls)} sprints",
    )


def _decode_row(seen: Rounds, *, size_of: int) -> Row:
    return Row(
        what=f"typed decode of a flow of {NODES} nodes ({size_of / 1024:.0f} KiB)",
        goal="(none set)",
        seen=f"{seen.median('typed decode', 'median ms'):.2f} ms; `json.loads` alone "
        f"{seen.median('json.loads', 'median ms'):.2f} ms",
        ratio=f"{seen.ratio('typed decode', 'json.loads')} of json.loads' speed",
    )
