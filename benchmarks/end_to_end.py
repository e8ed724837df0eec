"""A customer writes, the echo flow answers, the provider accepts: messages a second, and how long it takes."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.harness.answering import Answered, Stage, open_stage
from benchmarks.harness.machine import load
from benchmarks.harness.replay import Statement, in_order, owner_url, replay, script
from benchmarks.harness.report import Finding, Row, table
from benchmarks.harness.rounds import Rounds, Sample, Side, interleave
from benchmarks.harness.size import Size
from benchmarks.harness.world import World, ask, clone, drop, pgbench, rows, socket_folder

PYTAKE, PGBENCH = "PyTake", "pgbench, the same statements"
BEFORE = "replay_before"
UNEVEN = (
    "pgbench has the machine to itself, while PyTake shares it with the simulator, the load generator and two Python "
    "processes; it commits in parallel streams, where one conversation's statements wait for each other."
)
A_MESSAGE = (
    "A worker core's rate is messages divided by the worker's CPU seconds under backlog. A message is one webhook, one "
    "answer sent, and the three statuses of that answer."
)
OF_PGBENCH, A_CORE, P95_MS = 0.4, 200.0, 100.0
"""Goals of issue 3."""
WRITTEN = """
SELECT (SELECT count(*) FROM messages) AS messages, (SELECT count(*) FROM flow_sessions) AS sessions,
  (SELECT count(*) FROM outbound) AS outbound, (SELECT count(*) FROM platform.inbound_items) AS items,
  (SELECT count(*) FROM platform.webhook_journal) AS webhooks
"""


async def run(world: World, size: Size) -> Finding:
    """Capture, compare with pgbench in rounds, and measure the latency at half of what went through."""
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder)
        statements, expected = await _capture(world, size, notes)
        file = await _script(world, statements, notes)
        async with open_stage(world, name="end_to_end") as stage:
            await stage.backlog(size.answers)  # the customers become known
            await stage.quiet()
            sides: dict[str, Side] = {
                PYTAKE: _answers(stage, size),
                PGBENCH: _replayed(world, size, file, expected=expected),
            }
            seen = await interleave("end to end", sides, rounds=size.rounds)
            half = [await _half_load(stage, seen.rate(PYTAKE) / 2, size) for _ in range(size.rounds)]
    await drop(world, BEFORE)
    return Finding(
        title="End to end",
        how=f"Simulator, API and worker are one process each. Throughput: {size.answers:,} customers write at once, "
        "until the last echo is accepted. Latency: open loop at half that rate, from the customer's writing to the "
        f"acceptance. pgbench replays every statement of a captured run of {size.replay_messages} messages "
        f"({len(statements) / size.replay_messages:.1f} statements a message, statuses and events included) in "
        f"{size.replay_streams} streams, each on its own copy of the database. Every message must be answered once, "
        "each customer in order; every replay must leave the rows that the captured run left.",
        rows=_rows(seen, half),
        details=_details(seen),
        remarks=(UNEVEN, A_MESSAGE, *seen.notes),
        loads=tuple(seen.loads),
    )


async def _script(world: World, statements: Sequence[Statement], notes: Path) -> Path:
    file = notes / "replay.sql"
    text = await script(owner_url(world, BEFORE), statements)
    await asyncio.to_thread(file.write_text, text, encoding="utf-8")
    return file


async def _capture(world: World, size: Size, notes: Path) -> tuple[list[Statement], dict[str, int]]:
    """Run a load with all statements noted; keep the database as it was before, and what was in it after."""
    async with open_stage(world, name="captured", notes=notes) as stage:
        await stage.backlog(size.replay_messages)
        await stage.quiet()
        await ask(world.owner_url, f"DROP DATABASE IF EXISTS {BEFORE} WITH (FORCE)")
        await ask(world.owner_url, f"CREATE DATABASE {BEFORE} STRATEGY wal_log")
        await _copy(world, stage)
        since = time.monotonic_ns()
        await stage.backlog(size.replay_messages)
        await stage.quiet()
        until = time.monotonic_ns()
        expected = dict((await rows(stage.company.owner_url, WRITTEN))[0])
    return in_order([notes / "api", notes / "worker"], since=since, until=until), expected


async def _copy(world: World, stage: Stage) -> None:
    """Copy the database while others are connected to it: a clone refuses that, a dump does not."""
    folder, host = pgbench().parent, socket_folder(world.owner_url)
    name = stage.company.owner_url.partition("?")[0].rpartition("/")[2]
    command = (
        f"'{folder}/pg_dump' -h '{host}' -p 5432 -U postgres {name} "
        f"| '{folder}/psql' -q -v ON_ERROR_STOP=1 -o /dev/null -h '{host}' -p 5432 -U postgres {BEFORE}"
    )
    process = await asyncio.create_subprocess_shell(command, stderr=asyncio.subprocess.PIPE)
    _, errors = await process.communicate()
    if process.returncode:
        raise AssertionError(f"the database could not be copied: {errors.decode()[-500:]}")


def _answers(stage: Stage, size: Size) -> Side:
    async def measure(_: int) -> Sample:
        seen = await stage.backlog(size.answers)
        await stage.quiet()
        return _sample(seen, size.answers)

    return measure


def _sample(seen: Answered, count: int) -> Sample:
    return Sample(
        rate=count / seen.seconds,
        cpu_us=1e6 * (seen.by_worker + seen.by_api) / count,
        more={
            "worker µs": 1e6 * seen.by_worker / count,
            "API µs": 1e6 * seen.by_api / count,
            "PostgreSQL µs": 1e6 * seen.by_postgres / count,
            "simulator µs": 1e6 * seen.by_simulator / count,
            "a worker core": count / max(seen.by_worker, 0.01),
        },
    )


def _replayed(world: World, size: Size, file: Path, *, expected: dict[str, int]) -> Side:
    async def measure(_: int) -> Sample:
        databases = [f"replay_{stream}" for stream in range(size.replay_streams)]
        for database in databases:
            await clone(world, name=database, template=BEFORE)
        before = world.cpu_seconds()
        seconds = await replay(world, databases, file)
        by_postgres = world.cpu_seconds() - before
        for database in databases:
            left = dict((await rows(owner_url(world, database), WRITTEN))[0])
            if left != expected:
                raise AssertionError(f"the replay left {left}, the captured run {expected}")
            await drop(world, database)
        count = size.replay_messages * size.replay_streams
        return Sample(rate=count / seconds, more={"PostgreSQL µs": 1e6 * by_postgres / count})

    return measure


async def _half_load(stage: Stage, rate: float, size: Size) -> Answered:
    seen = await stage.at_rate(rate, seconds=size.half_load_seconds)
    await stage.quiet()
    count = len(seen.latencies)
    used = f"worker {1e6 * seen.by_worker / count:,.0f}, PostgreSQL {1e6 * seen.by_postgres / count:,.0f} µs a message"
    print(f"  half load · {rate:,.0f}/s · {_percentiles(seen.latencies)} · {used} · load {load()}", flush=True)
    return seen


def _percentile(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _percentiles(ordered: list[float]) -> str:
    return " · ".join(f"p{100 * share:.0f} {_percentile(ordered, share):,.1f} ms" for share in (0.5, 0.95, 0.99))


def _rows(seen: Rounds, half: list[Answered]) -> tuple[Row, ...]:
    ratio = seen.ratio(PYTAKE, PGBENCH)
    core = seen.median(PYTAKE, "a worker core")
    p95s = [_percentile(run.latencies, 0.95) for run in half]
    p50 = statistics.median(_percentile(run.latencies, 0.5) for run in half)
    p99 = statistics.median(_percentile(run.latencies, 0.99) for run in half)
    return (
        Row(
            what="end to end beside pgbench with the same statements",
            goal=f"≥ {OF_PGBENCH:.2f}×",
            seen=f"{seen.rates(PYTAKE)} of {seen.rates(PGBENCH)} messages/s",
            ratio=str(ratio),
            met=ratio.median >= OF_PGBENCH,
        ),
        Row(
            what="end to end, messages/s on one worker core",
            goal=f"≥ {A_CORE:.0f}",
            seen=f"{core:,.0f} ({seen.median(PYTAKE, 'worker µs'):,.0f} µs of the worker a message)",
            ratio=f"{seen.rate(PYTAKE):,.0f}/s with everything on this machine",
            met=core >= A_CORE,
        ),
        Row(
            what=f"end to end at half load ({seen.rate(PYTAKE) / 2:,.0f}/s), p95",
            goal=f"< {P95_MS:.0f} ms",
            seen=f"p50 {p50:,.1f}, p95 {statistics.median(p95s):,.1f} ({min(p95s):,.1f}–{max(p95s):,.1f}), "
            f"p99 {p99:,.1f} ms",
            met=statistics.median(p95s) < P95_MS,
        ),
    )


def _details(seen: Rounds) -> tuple[str, ...]:
    columns = ("worker µs", "API µs", "PostgreSQL µs", "simulator µs")
    pytake = [f"{seen.median(PYTAKE, column):,.0f}" for column in columns]
    replayed = ["–", "–", f"{seen.median(PGBENCH, 'PostgreSQL µs'):,.0f}", "–"]
    head = ("side", "messages/s", *(f"{column} a message" for column in columns))
    return table(head, [(PYTAKE, seen.rates(PYTAKE), *pytake), (PGBENCH, seen.rates(PGBENCH), *replayed)])
