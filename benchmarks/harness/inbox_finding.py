"""What is said of the inbox at size."""

from collections.abc import Mapping, Sequence

from benchmarks.harness.inbox_fill import COMMON, RARE, YEARS, Filled
from benchmarks.harness.report import Finding, Row, table
from benchmarks.harness.rounds import Rounds

FENCED, OPEN = "as the application", "as the owner"
P95 = "p95 ms"
GOAL_MS = 50.0
"""What the inbox promises of a page at its full size."""
GOAL_RATIO = 0.75
"""Of what the same SQL does past the policies (reference/reliability.md D.4, P8)."""
GOAL_SEARCH = 1.3
HOW = (
    "The readers of the product, asked one after another on one connection. `as the application` is row-level security "
    "and the transaction's tenant; `as the owner` is the same SQL for the database's owner, whom no policy holds. The "
    f"company wrote over {YEARS} years, in monthly partitions. A page is 20 conversations with their total (counted to "
    f"10,000), a thread 50 messages. `{COMMON}` is in a tenth of the messages, `{RARE}` in one of five thousand; an "
    "agent sees one department of ten, what is assigned to them, and what nobody has."
)


def inbox_finding(seen: Mapping[str, Rounds], filled: Filled, *, seconds: float, loads: Sequence[str]) -> Finding:
    """Say what was found."""
    size = f"{filled.conversations:,} conversations, {filled.messages:,} messages"
    return Finding(
        title="Inbox",
        how=f"{size}, written in {seconds:.0f} s. {HOW}",
        rows=tuple(row for name, rounds in seen.items() for row in _rows(name, rounds, size)),
        details=table(
            ["question", "side", "a second", P95, "PostgreSQL µs"],
            [
                [name, side, rounds.rates(side), f"{rounds.worst(side, P95):.1f}", f"{rounds.cpu_us(side):,.0f}"]
                for name, rounds in seen.items()
                for side in (FENCED, OPEN)
            ],
        ),
        remarks=tuple(note for rounds in seen.values() for note in rounds.notes),
        loads=tuple(loads),
    )


def _rows(name: str, rounds: Rounds, size: str) -> list[Row]:
    p95 = rounds.median(FENCED, P95)
    ratio = rounds.ratio(FENCED, OPEN)
    goal = 1 / GOAL_SEARCH if name.startswith("search") else GOAL_RATIO
    return [
        Row(what=f"{name}: p95 at {size}", goal=f"< {GOAL_MS:.0f} ms", seen=f"{p95:.1f} ms", met=p95 < GOAL_MS),
        Row(
            what=f"{name}: rate under row-level security, beside the same SQL without",
            goal=f"≥ {goal:.2f}×",
            seen=f"{rounds.rate(FENCED):,.0f} of {rounds.rate(OPEN):,.0f} a second",
            ratio=str(ratio),
            met=ratio.median >= goal,
        ),
    ]
