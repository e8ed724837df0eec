"""What a benchmark found, and the page that is made of it."""

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from benchmarks.harness.machine import shape


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line: what should be, what was seen, the ratio (or what stands for it), and whether the goal is met."""

    what: str
    goal: str
    seen: str
    ratio: str = ""
    met: bool | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One benchmark's rows, the tables beside them, and what must be said about them."""

    title: str
    how: str
    rows: tuple[Row, ...]
    details: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()


MARKS = {True: "met", False: "**short**", None: "–"}


def page(findings: Sequence[Finding], *, command: str, postgres: str) -> str:
    """Write RESULTS.md."""
    head = [
        "# Results",
        "",
        f"Seen on {datetime.now(UTC):%Y-%m-%d %H:%M} UTC on {shape()}, {postgres}.",
        f"Made by `{command}`; how each figure is measured is in `docs/guides/performance.md`.",
        "",
        "Everything (load generator, servers, PostgreSQL, Redis, simulator) shares the cores, so only ratios inside",
        "one interleaved round mean something; ratios are medians over the rounds with their range in brackets.",
        "",
    ]
    return "\n".join([*head, *_all_rows(findings), "", *_sections(findings)]).rstrip() + "\n"


def _all_rows(findings: Sequence[Finding]) -> list[str]:
    lines = ["| what | goal | seen | ratio | |", "|---|---|---|---|---|"]
    rows = [row for finding in findings for row in finding.rows]
    return lines + [f"| {row.what} | {row.goal} | {row.seen} | {row.ratio} | {MARKS[row.met]} |" for row in rows]


def _sections(findings: Sequence[Finding]) -> list[str]:
    lines: list[str] = []
    for finding in findings:
        lines += [f"## {finding.title}", "", finding.how, ""]
        lines += [*finding.details, ""] if finding.details else []
        lines += [f"- {remark}" for remark in finding.remarks]
        lines += [f"- Load averages before the rounds: {'; '.join(finding.loads)}"] if finding.loads else []
        lines += [""]
    return lines


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Write a table's lines."""
    lines = [head, ["---"] * len(head), *rows]
    return tuple(f"| {' | '.join(line)} |" for line in lines)
