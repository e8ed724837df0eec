"""Webhook ingest: how many signed bodies a second are durably kept and answered, at 32 connections."""

from collections import Counter
from collections.abc import Sequence

from benchmarks.harness.bodies import Delivery, messages, requests
from benchmarks.harness.http_load import Loaded, closed_loop
from benchmarks.harness.receivers import BARE, FASTAPI, PYTAKE, Receiver, receivers
from benchmarks.harness.report import Finding, Row, table
from benchmarks.harness.rounds import Rounds, Sample, Side, interleave
from benchmarks.harness.size import Size
from benchmarks.harness.world import World

CONNECTIONS = 32
BATCHES = (1, 50)
"""Messages in a body: one, and as many as a busy number's delivery joins."""
SLOWER_WITH = {1: 1, 50: 8}
"""How much fewer bodies are made ready when they are large."""
REMARK = (
    "The bare insert leaves out all that a receiver must do besides (routes, tenants, bounds, refusals, timeouts, "
    "metrics, waking a worker): it is a limit, not a peer. FastAPI stores rows a message, PyTake and the bare insert "
    "bodies: a worker splits them later, which `end_to_end` counts."
)
OF_BARE, OF_FASTAPI = 0.7, 8.0
"""Goals of issue 3."""


async def run(world: World, size: Size) -> Finding:
    """Measure both batch sizes."""
    async with receivers(world) as found:
        seen = {each: await _rounds(world, found, size, each=each) for each in BATCHES}
    return Finding(
        title="Webhook ingest",
        how=f"Closed loop, {CONNECTIONS} connections, every body signed and unique; PyTake is its real `serve` "
        "process. After each round every answered update is looked up in the database and none may be there twice.",
        rows=tuple(row for each, rounds in seen.items() for row in _rows(each, rounds)),
        details=_details(seen),
        remarks=(REMARK, *(note for rounds in seen.values() for note in rounds.notes)),
        loads=tuple(load for rounds in seen.values() for load in rounds.loads),
    )


async def _rounds(world: World, found: dict[str, Receiver], size: Size, *, each: int) -> Rounds:
    sides = {name: _side(world, receiver, size, each=each) for name, receiver in found.items()}
    return await interleave(f"ingest of {each}", sides, rounds=size.rounds)


def _side(world: World, receiver: Receiver, size: Size, *, each: int) -> Side:
    async def measure(number: int) -> Sample:
        count = int(size.ingest_bodies_per_second * size.ingest_seconds / SLOWER_WITH[each])
        run_id = f"{number}x{each}"
        work = requests(messages(run_id, count=count, each=each), path=receiver.path)
        await _warm_up(receiver, each=each, run_id=run_id)
        await receiver.clear()
        before, postgres_before = receiver.server.cpu_seconds(), world.cpu_seconds()
        seen = await closed_loop(receiver.server.port, work, connections=CONNECTIONS, seconds=size.ingest_seconds)
        used, by_postgres = receiver.server.cpu_seconds() - before, world.cpu_seconds() - postgres_before
        await check(receiver, seen, work)
        await receiver.clear()
        return Sample(
            rate=seen.answered / seen.seconds,
            cpu_us=1e6 * used / seen.answered,
            more={
                "p50 ms": seen.percentile_ms(0.5),
                "p99 ms": seen.percentile_ms(0.99),
                "PostgreSQL µs": 1e6 * by_postgres / seen.answered,
            },
        )

    return measure


async def _warm_up(receiver: Receiver, *, each: int, run_id: str) -> None:
    work = requests(messages(f"{run_id}.warm", count=CONNECTIONS * 4, each=each), path=receiver.path)
    await closed_loop(receiver.server.port, work, connections=CONNECTIONS, seconds=1.0)


async def check(receiver: Receiver, seen: Loaded, work: Sequence[Delivery]) -> None:
    """Acked ⊆ stored ⊆ sent, nothing twice, and nothing refused."""
    stored = Counter(await receiver.stored())
    sent = {each for delivery in work for each in delivery.ids}
    refused = {status: count for status, count in seen.statuses.items() if status != 200}  # noqa: PLR2004 - HTTP's
    if refused:
        raise AssertionError(f"{receiver.name}: answers other than 200: {refused}")
    if missing := set(seen.acked) - stored.keys():
        raise AssertionError(f"{receiver.name}: {len(missing)} acknowledged updates are not stored")
    if doubled := sum(count > 1 for count in stored.values()):
        raise AssertionError(f"{receiver.name}: {doubled} updates are stored twice")
    if strange := stored.keys() - sent:
        raise AssertionError(f"{receiver.name}: {len(strange)} stored updates were never sent")


def _rows(each: int, rounds: Rounds) -> list[Row]:
    what = f"ingest, {each} message{'s' if each > 1 else ''} a body"
    against_bare = rounds.ratio(PYTAKE, BARE)
    found = [
        Row(
            what=f"{what}, beside the bare insert",
            goal=f"≥ {OF_BARE:.2f}×",
            seen=f"{rounds.rate(PYTAKE):,.0f} of {rounds.rate(BARE):,.0f} bodies/s, "
            f"p99 {rounds.median(PYTAKE, 'p99 ms'):.1f} ms",
            ratio=str(against_bare),
            met=against_bare.median >= OF_BARE,
        )
    ]
    if FASTAPI in rounds.samples:
        against_fastapi = rounds.ratio(PYTAKE, FASTAPI)
        found.append(
            Row(
                what=f"{what}, beside FastAPI + ORM",
                goal=f"≥ {OF_FASTAPI:.0f}×",
                seen=f"{rounds.rate(PYTAKE):,.0f} beside {rounds.rate(FASTAPI):,.0f} bodies/s",
                ratio=str(against_fastapi),
                met=against_fastapi.median >= OF_FASTAPI,
            )
        )
    return found


def _details(seen: dict[int, Rounds]) -> tuple[str, ...]:
    head = ("messages a body", "side", "bodies/s", "p50 ms", "p99 ms", "server µs/body", "PostgreSQL µs/body")
    lines = [
        (
            str(each),
            side,
            rounds.rates(side),
            f"{rounds.median(side, 'p50 ms'):.1f}",
            f"{rounds.median(side, 'p99 ms'):.1f}",
            f"{rounds.cpu_us(side):,.0f}",
            f"{rounds.median(side, 'PostgreSQL µs'):,.0f}",
        )
        for each, rounds in seen.items()
        for side in rounds.samples
    ]
    return table(head, lines)
