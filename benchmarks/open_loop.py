"""Latency at fixed rates: each delivery has its time, whatever became of those before it."""

from benchmarks.harness.bodies import mixture, requests
from benchmarks.harness.http_load import open_loop
from benchmarks.harness.receivers import FASTAPI, PYTAKE, Receiver, receivers
from benchmarks.harness.report import Finding, Row, table
from benchmarks.harness.rounds import Rounds, Sample, Side, interleave
from benchmarks.harness.size import Size
from benchmarks.harness.world import World
from benchmarks.ingest import check

MEDIAN_MS, ABOVE_SECOND = 250.0, 1.0
"""Meta: median at most 250 ms, fewer than 1 % above one second."""
STATUSES_A_SEND, REPLIES = 3, 0.3
"""Meta: capacity for 3 × outgoing + 1 × incoming; its own example has 30 % replies."""


PEERS_LAST_RATE = 1_000
"""Beyond it the peer only makes the run longer: it has failed already."""


async def run(world: World, size: Size) -> Finding:
    """Measure every rate."""
    async with receivers(world) as found:
        seen = {rate: await _rounds(world, _sides(found, rate), size, rate=rate) for rate in size.open_loop_rates}
    return Finding(
        title="Latency in an open loop",
        how="Bodies of one update, three statuses to a message, each sent when it is due; latency counts from then. "
        "Every answered update is looked up afterwards.",
        rows=tuple(_row(rate, rounds) for rate, rounds in seen.items()),
        details=_details(seen),
        remarks=tuple(note for rounds in seen.values() for note in rounds.notes),
        loads=tuple(load for rounds in seen.values() for load in rounds.loads),
    )


def _sides(found: dict[str, Receiver], rate: int) -> dict[str, Receiver]:
    names = (PYTAKE, FASTAPI) if rate <= PEERS_LAST_RATE else (PYTAKE,)
    return {name: found[name] for name in names if name in found}


async def _rounds(world: World, found: dict[str, Receiver], size: Size, *, rate: int) -> Rounds:
    sides = {name: _side(world, receiver, size, rate=rate) for name, receiver in found.items()}
    return await interleave(f"open loop at {rate}/s", sides, rounds=size.rounds)


def _side(world: World, receiver: Receiver, size: Size, *, rate: int) -> Side:
    async def measure(number: int) -> Sample:
        run_id = f"o{number}x{rate}"
        work = requests(mixture(run_id, count=int(rate * size.open_loop_seconds)), path=receiver.path)
        warm = requests(mixture(f"{run_id}.warm", count=rate // 4), path=receiver.path)
        await open_loop(receiver.server.port, warm, rate=rate)
        await receiver.clear()
        before, postgres_before = receiver.server.cpu_seconds(), world.cpu_seconds()
        seen = await open_loop(receiver.server.port, work, rate=rate)
        used, by_postgres = receiver.server.cpu_seconds() - before, world.cpu_seconds() - postgres_before
        lost = seen.statuses.pop(0, 0)
        await check(receiver, seen, work)
        await receiver.clear()
        return Sample(
            rate=seen.answered / seen.seconds,
            cpu_us=1e6 * used / seen.answered,
            more={
                "p50 ms": seen.percentile_ms(0.5),
                "p99 ms": seen.percentile_ms(0.99),
                "% above 1 s": seen.share_above(1.0),
                "unanswered": lost,
                "PostgreSQL µs": 1e6 * by_postgres / seen.answered,
            },
        )

    return measure


def _row(rate: int, rounds: Rounds) -> Row:
    outgoing = rate / (STATUSES_A_SEND + REPLIES)
    worst_median, worst_share = rounds.worst(PYTAKE, "p50 ms"), rounds.worst(PYTAKE, "% above 1 s")
    beside = ""
    if FASTAPI in rounds.samples:
        share = rounds.median(FASTAPI, "% above 1 s")
        beside = f"FastAPI + ORM: p50 {rounds.median(FASTAPI, 'p50 ms'):,.0f} ms, {share:.1f} % above 1 s"
    carries = f"3 × {outgoing:,.0f} sent + {outgoing * REPLIES:,.0f} received"
    return Row(
        what=f"Meta's own target at {rate:,} webhooks/s ({carries})",
        goal="median ≤ 250 ms, < 1 % above 1 s",
        seen=f"p50 {rounds.median(PYTAKE, 'p50 ms'):.1f}, p99 {rounds.median(PYTAKE, 'p99 ms'):.1f} ms, "
        f"{worst_share:.1f} % above 1 s in the worst round",
        ratio=beside,
        met=worst_median <= MEDIAN_MS and worst_share < ABOVE_SECOND,
    )


def _details(seen: dict[int, Rounds]) -> tuple[str, ...]:
    head = ("rate", "side", "answered/s", "p50 ms", "p99 ms", "p99 ms, worst", "% above 1 s, worst", "server µs")
    lines = [
        (
            f"{rate:,}",
            side,
            rounds.rates(side),
            f"{rounds.median(side, 'p50 ms'):,.1f}",
            f"{rounds.median(side, 'p99 ms'):,.1f}",
            f"{rounds.worst(side, 'p99 ms'):,.1f}",
            f"{rounds.worst(side, '% above 1 s'):.1f}",
            f"{rounds.cpu_us(side):,.0f}",
        )
        for rate, rounds in seen.items()
        for side in rounds.samples
    ]
    return table(head, lines)
