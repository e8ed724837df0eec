"""A bot's turn: a contact answers, the flow goes on, and all of it is in PostgreSQL; beside a hand-written machine."""

import asyncio
import statistics
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from time import perf_counter, process_time
from uuid import UUID

import msgspec
from dishka import Provider, Scope, provide

from adapters.expressions.cel import Cel
from adapters.expressions.liquid import Liquid
from adapters.expressions.regex import Re2
from application.inbound.run_flow import Engine
from benchmarks.harness.contestant import AT_ONCE, Contestant
from benchmarks.harness.hand_written import DOCUMENT, HandWritten
from benchmarks.harness.machine import load
from benchmarks.harness.report import Finding, Row
from benchmarks.harness.rounds import Rounds, Sample, Side, interleave
from benchmarks.harness.size import Size
from benchmarks.harness.world import Company, World, company, rows
from domain.flows import engine
from domain.flows.codec import decode_flow
from domain.flows.flow import FlowVersion
from domain.flows.session import Reply, Session
from domain.flows.sprint import Sprint
from domain.flows.tools import Tools
from domain.shared.content import Text
from domain.shared.ids import (
    FlowId,
    FlowSessionId,
    FlowVersionId,
    MessageId,
)

PYTAKE, BY_HAND = "flow engine", "state machine by hand"
TYPEBOT_TURNS = 129.0
"""Turns a second of Typebot's engine, 32 at once: measured on a machine of two cores like this one."""
TYPEBOT_P50_MS = 18.4
"""The median of its turns one after the other, on the same machine."""
TIMES, PART = 10.0, 0.2
"""The goal: so many times its turns, in this part of its time."""
REMARK = (
    f"Typebot's engine was measured on such a machine, over HTTP: {TYPEBOT_TURNS:.0f} turns/s, {TYPEBOT_P50_MS} ms. A "
    "turn here has no HTTP: webhooks are journaled by another process, and what a message costs from end to end is "
    "measured by `end_to_end`."
)
SAID = ("oi", "Ana Lima", "31")
CLOSED = """
SELECT count(*) FILTER (WHERE status = 'completed' AND node = 'adulto' AND state -> 'variables' ->> 'nome' = 'Ana Lima')
  AS right, count(*) FILTER (WHERE status <> 'completed' OR node <> 'adulto') AS wrong,
  (SELECT count(*) FROM flow_sprints) AS sprints, (SELECT count(*) FROM messages) AS messages,
  (SELECT count(*) FROM flow_timers) AS timers FROM flow_sessions
"""


class _ByHand(Provider):
    """The machine in the engine's place; all else is the same."""

    scope = Scope.APP

    @provide(override=True)
    def engine(self) -> Engine:
        """Give it."""
        return HandWritten()


async def _check(founded: Company, *contestants: Contestant) -> None:
    """See that every turn is there: sessions, sprints, messages, and no timer of what is over."""
    [found] = await rows(founded.owner_url, CLOSED)
    turns = sum(contestant.turns for contestant in contestants)
    expected = {"right": turns // len(SAID), "wrong": 0, "sprints": turns, "messages": turns, "timers": 0}
    if dict(found) != expected:
        raise AssertionError(f"{dict(found)} is not {expected}")


async def run(world: World, size: Size) -> Finding:
    """Measure both, thirty-two at once and alone."""
    _same_work()
    async with AsyncExitStack() as stack:
        founded = await stack.enter_async_context(company(world, name="turns", public_url="http://127.0.0.1:9"))
        ours = await Contestant.prepare(founded, stack, None)
        other = await Contestant.prepare(founded, stack, ours.version_id, _ByHand())
        sides: dict[str, Side] = {
            PYTAKE: _measured(ours, AT_ONCE, size, world),
            BY_HAND: _measured(other, AT_ONCE, size, world),
        }
        crowd = await interleave("turns, 32 at once", sides, rounds=size.rounds)
        sides = {PYTAKE: _measured(ours, 1, size, world), BY_HAND: _measured(other, 1, size, world)}
        alone = await interleave("turns, alone", sides, rounds=size.rounds)
        await _check(founded, ours, other)
    return Finding(
        title="Turns of a bot",
        how="Five blocks: two inputs, a condition, two messages. A turn is what a contact's lane does with a message "
        "once it is in the conversation: find the contact, load conversation and session, run the flow, write the "
        "session, its sprint, the answer with its intent to send, timers and events, and commit. By hand, a few ifs "
        "stand in the engine's place, and every statement is the same. One process and PostgreSQL share the cores. "
        "After the rounds each turn must have left its sprint and its message, and each session its answer.",
        rows=_rows(crowd, alone),
        remarks=(
            REMARK,
            *crowd.notes,
            *alone.notes,
        ),
        loads=(*crowd.loads, *alone.loads, load()),
    )


def _measured(contestant: Contestant, at_once: int, size: Size, world: World) -> Side:
    async def measure(_: int) -> Sample:
        times: list[float] = []
        until = perf_counter() + size.turn_seconds
        before, used, began = world.cpu_seconds(), process_time(), perf_counter()
        talks = [_talk(contestant, place, until=until, times=times) for place in range(at_once)]
        await asyncio.gather(*talks)
        took, used = perf_counter() - began, process_time() - used
        return Sample(
            rate=len(times) / took,
            cpu_us=1e6 * used / len(times),
            more={
                "p50 ms": 1e3 * statistics.median(times),
                "PostgreSQL µs": 1e6 * (world.cpu_seconds() - before) / len(times),
            },
        )

    return measure


async def _talk(contestant: Contestant, place: int, *, until: float, times: list[float]) -> None:
    """Let one contact go through the flow again and again, each session to its end."""
    conversation_id = list(contestant.names)[place]
    while perf_counter() < until:
        for words in SAID:
            began = perf_counter()
            await contestant.turn(conversation_id, words)
            times.append(perf_counter() - began)


def _rows(crowd: Rounds, alone: Rounds) -> tuple[Row, ...]:
    rate, p50 = crowd.rate(PYTAKE), alone.median(PYTAKE, "p50 ms")
    times, part = rate / TYPEBOT_TURNS, p50 / TYPEBOT_P50_MS
    return (
        Row(
            what=f"turns of a five-block flow, {AT_ONCE} at once, in one process",
            goal=f"≥ {TIMES:.0f}× Typebot's {TYPEBOT_TURNS:.0f}/s",
            seen=f"{crowd.rates(PYTAKE)}/s, {crowd.cpu_us(PYTAKE):,.0f} µs CPU and "
            f"{crowd.median(PYTAKE, 'PostgreSQL µs'):,.0f} µs of PostgreSQL's",
            ratio=f"{times:.1f}×",
            met=times >= TIMES,
        ),
        Row(
            what="the same alone: median",
            goal=f"≤ 1/5 of Typebot's {TYPEBOT_P50_MS} ms",
            seen=f"{p50:.2f} ms",
            ratio=f"1/{1 / part:.1f}",
            met=part <= PART,
        ),
        Row(
            what="the same beside a state machine by hand with the same SQL",
            goal="(none set)",
            seen=f"by hand {crowd.rates(BY_HAND)}/s, {alone.median(BY_HAND, 'p50 ms'):.2f} ms alone",
            ratio=f"{crowd.ratio(PYTAKE, BY_HAND)} of its turns",
        ),
    )


def _same_work() -> None:
    """See that both engines do the same things to the world, sprint by sprint."""
    flow = FlowVersion(
        id=FlowVersionId(UUID(int=2)),
        flow_id=FlowId(UUID(int=1)),
        number=1,
        name="Cadastro",
        document=decode_flow(msgspec.json.encode(DOCUMENT)),
    )
    ours, other = (_played(flow, each) for each in (engine, HandWritten()))
    for one, another in zip(ours, other, strict=True):
        same = [(type(effect), getattr(effect, "content", None)) for effect in one.effects] == [
            (type(effect), getattr(effect, "content", None)) for effect in another.effects
        ]
        if not same or one.session.status != another.session.status:
            raise AssertionError(f"{one} does other work than {another}")


def _played(flow: FlowVersion, machine: Engine) -> list[Sprint]:
    tools, at = Tools(expressions=Cel(), templates=Liquid(), regex=Re2()), datetime(2026, 1, 5, 12, tzinfo=UTC)
    session = Session(id=FlowSessionId(UUID(int=3)), flow_id=flow.flow_id, version_id=flow.id, started_at=at)
    sprints = [machine.start(flow, session=session, at=at, tools=tools)]
    for words in SAID[1:]:
        reply = Reply(message_id=MessageId(UUID(int=4)), content=Text(body=words), text=words)
        sprints.append(machine.resume(flow, session=sprints[-1].session, stimulus=reply, at=at, tools=tools))
    return sprints
