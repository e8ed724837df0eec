"""What the benchmark of sockets found."""

from benchmarks.harness.report import Finding, Row, table
from benchmarks.harness.rounds import Rounds
from benchmarks.harness.size import Size

PYTAKE, BARE, SOCKETIO = "PyTake", "bare sockets", "python-socketio"
KIB, P95, P99, CONNECTED, RESUMED, MISSED = "KiB a socket", "p95 s", "p99 s", "connected in s", "resumed in s", "missed"
PER_SOCKET_KIB, OF_BARE, P95_SECONDS, RESUMED_SECONDS = 45.0, 0.6, 0.05, 20.0
BURST = 5
"""Messages of each company at once."""
REMARK = (
    "Clients, servers, PostgreSQL and Redis share the cores; the bare peer knows no tenants, tokens, channels, "
    "visibility, bounds, numbers or resuming, nor does python-socketio; a client tells both, while PyTake is told "
    "through the log and Redis."
)


def sockets_finding(seen: Rounds, size: Size, companies: list[int]) -> Finding:
    """Write it."""
    ratio = seen.ratio(PYTAKE, BARE)
    kib, p95, p99 = seen.median(PYTAKE, KIB), seen.worst(PYTAKE, P95), seen.worst(PYTAKE, P99)
    resumed = seen.worst(PYTAKE, RESUMED)
    bare = seen.median(BARE, KIB)
    rows = (
        Row(
            what="Memory of a socket",
            goal=f"≤ {PER_SOCKET_KIB:g} KiB",
            seen=f"{kib:.1f} KiB; bare {bare:.1f}",
            met=kib <= PER_SOCKET_KIB,
        ),
        Row(
            what="Events delivered a second",
            goal=f"≥ {OF_BARE:g} of bare sockets",
            seen=f"{seen.rates(PYTAKE)}; bare {seen.rates(BARE)}",
            ratio=str(ratio),
            met=ratio.median >= OF_BARE,
        ),
        Row(
            what=f"Delivery to {size.agents} agents of a company, p95",
            goal=f"≤ {1000 * P95_SECONDS:g} ms",
            seen=f"{1000 * p95:.0f} ms",
            met=p95 <= P95_SECONDS,
        ),
        Row(what="Delivery in a burst to all, p99", goal="≤ 1 s", seen=f"{p99:.3f} s", met=p99 <= 1),
        Row(
            what="All sockets dropped, back, and resumed",
            goal=f"≤ {RESUMED_SECONDS:g} s, nothing missed or doubled",
            seen=f"{resumed:.1f} s",
            met=resumed <= RESUMED_SECONDS,
        ),
    )
    return Finding(
        title="Sockets",
        how=f"{sum(companies):,} sockets of {len(companies)} companies on one process. A burst: {BURST} messages in "
        f"each company at once. Steadily: {size.socket_events:g} messages a second in a company in which "
        f"{size.agents} agents follow. The storm: all vanish, {BURST} messages arrive, all come back with `resume`; "
        "each must get exactly what it missed, in order.",
        rows=(*rows, *_beside_socketio(seen)),
        details=_details(seen),
        remarks=(REMARK, *seen.notes),
        loads=tuple(seen.loads),
    )


def _beside_socketio(seen: Rounds) -> tuple[Row, ...]:
    if SOCKETIO not in seen.samples:
        return ()
    ratio = seen.ratio(PYTAKE, SOCKETIO)
    return (
        Row(
            what="Events delivered a second, beside python-socketio",
            goal=f"≥ {OF_BARE:g} of it",
            seen=f"{seen.rates(PYTAKE)}; it {seen.rates(SOCKETIO)}, {seen.median(SOCKETIO, KIB):.1f} KiB a socket",
            ratio=str(ratio),
            met=ratio.median >= OF_BARE,
        ),
    )


def _details(seen: Rounds) -> tuple[str, ...]:
    columns = (KIB, P95, P99, CONNECTED)
    lines = [
        [side, seen.rates(side), f"{seen.cpu_us(side):.1f}", *(f"{seen.median(side, name):.3f}" for name in columns)]
        for side in seen.samples
    ]
    return table(["side", "delivered/s", "µs CPU each", *columns], lines)
