"""What the sides of `access` are called, and what is said of them."""

import statistics

from benchmarks.harness.machine import load
from benchmarks.harness.office import LISTED, OTHERS, ROUTE
from benchmarks.harness.report import Finding, Row, table
from benchmarks.harness.rounds import Ratio, Rounds, Sample

GUARDED, BARE, STRIPPED = "guarded", "bare", "bare, unbound"
MANY_GUARDED, MANY_BARE = "guarded, many sessions", "bare, many sessions"
POSTGRES, REDIS, REFUSED = "PostgreSQL µs", "Redis µs", "refused after s"
CALLERS = 16
"""Fewer than the pool has connections, so that nobody waits for one."""
PATIENCE = 2.0
"""Seconds after which a session that ended must open nothing, in any process."""
GOAL = 1.25
"""At most a quarter dearer than without."""
HOW = (
    f"`GET {ROUTE}` of an agent with a session, answered by the real application in this process without a socket, "
    f"{CALLERS} callers in a closed loop; {LISTED} flows of their company, among those of {OTHERS} others. `{GUARDED}` "
    f"is as served. `{BARE}` has the same data in a database whose tables have no row-level security, standings that "
    "say yes from memory and limits that never count; the next three switch one of these on again. "
    f"`{STRIPPED}` also leaves out the transaction that sets the tenant and the gate's own work with buckets. With "
    "`many sessions` each request comes from another session, as of people who ask every few seconds, so that nothing "
    "is known of it from the second before. Every answer must be the same page, every request of a side with limits "
    "must be taken from the buckets in Redis, and a session that another process ends must be refused within "
    f"{PATIENCE:g} s."
)


def access_finding(seen: Rounds) -> Finding:
    """Say what guarding costs."""
    refused = [sample.more[REFUSED] for sample in seen.samples[GUARDED] if REFUSED in sample.more]
    said = f"{len(refused)} sessions that another process ended were refused after {max(refused):.2f} s at worst."
    return Finding(
        title="Access",
        how=HOW,
        rows=(
            _rate_row(seen, GUARDED, BARE, goal=GOAL),
            _cpu_row(seen, GUARDED, BARE),
            _rate_row(seen, MANY_GUARDED, MANY_BARE, goal=GOAL),
            _cpu_row(seen, MANY_GUARDED, MANY_BARE),
            _rate_row(seen, GUARDED, STRIPPED, goal=None),
        ),
        details=_details(seen),
        remarks=(said, *seen.notes),
        loads=(seen.loads[0], seen.loads[len(seen.loads) // 2], load()),
    )


def _rate_row(seen: Rounds, side: str, other: str, *, goal: float | None) -> Row:
    dearer = seen.ratio(other, side)
    return Row(
        what=f"time of a request, `{side}` beside `{other}`",
        goal="(none set)" if goal is None else f"≤ {goal:.2f}×",
        seen=f"{seen.rate(side):,.0f} of {seen.rate(other):,.0f} requests/s",
        ratio=str(dearer),
        met=None if goal is None else dearer.median <= goal,
    )


def _cpu_row(seen: Rounds, side: str, other: str) -> Row:
    ratios = [_cpu(one) / _cpu(two) for one, two in zip(seen.samples[side], seen.samples[other], strict=True)]
    dearer = Ratio(median=statistics.median(ratios), low=min(ratios), high=max(ratios))
    ours, theirs = (statistics.median(map(_cpu, seen.samples[each])) for each in (side, other))
    return Row(
        what=f"CPU time of the same in our process, PostgreSQL and Redis, `{side}` beside `{other}`",
        goal=f"≤ {GOAL:.2f}×",
        seen=f"{ours:,.0f} beside {theirs:,.0f} µs a request",
        ratio=str(dearer),
        met=dearer.median <= GOAL,
    )


def _cpu(sample: Sample) -> float:
    return sample.cpu_us + sample.more[POSTGRES] + sample.more[REDIS]


def _details(seen: Rounds) -> tuple[str, ...]:
    head = ("side", "requests/s", "time beside `bare`", "our µs", "PostgreSQL µs", "Redis µs")
    lines = [
        (
            side,
            seen.rates(side),
            str(seen.ratio(BARE, side)),
            f"{seen.cpu_us(side):,.0f}",
            f"{seen.median(side, POSTGRES):,.0f}",
            f"{seen.median(side, REDIS):,.0f}",
        )
        for side in seen.samples
    ]
    return table(head, lines)
