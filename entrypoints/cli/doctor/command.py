"""`pytake doctor`: prove each hop, name what is broken, and the fix."""

import asyncio
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
import msgspec
import uvloop

from entrypoints.cli.doctor.examination import examine
from entrypoints.cli.doctor.finding import Finding, State, broken
from entrypoints.cli.doctor.round import Question
from entrypoints.cli.environment import environment

WITHIN = 50.0
"""Seconds for everything; each hop has its own limit, but a platform may have very many numbers."""
GRACE = 6.0
"""Seconds after that for what hangs to be cancelled and closed; then the process ends as it is."""

MARKS = {
    State.OK: click.style("ok    ", fg="green"),
    State.BROKEN: click.style("BROKEN", fg="red"),
    State.NOT_TRIED: click.style("-     ", fg="yellow"),
}

Report = Callable[[Finding], None]


@click.command()
@click.option("--tenant", "slug", default=None, help="Only this company's numbers; all of the platform's otherwise.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: hop, state, seen, fix, rests_on.")
@click.option("--within", type=click.FloatRange(1, 600), default=WITHIN, show_default=True, help="Seconds for it all.")
def doctor(slug: str | None, as_json: bool, within: float) -> None:  # noqa: FBT001 - click passes flags so
    """Prove that messages get through, hop by hop. Ends with 1 if one is broken.

    What rests on a broken hop is not tried and not called broken. Mend the first one, and ask again.
    """
    report = _print_json if as_json else _print_line
    with _ending_after(within + GRACE, report), asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        is_well = runner.run(_ask_all(Question(slug=slug), report, within=within))
    if not is_well:
        raise SystemExit(1)


async def _ask_all(question: Question, report: Report, *, within: float) -> bool:
    is_well = True
    try:
        async with asyncio.timeout(within):
            async for finding in examine(environment(), question):
                report(finding)
                is_well = is_well and finding.state is not State.BROKEN
    except TimeoutError:
        report(_out_of_time(within))
        return False
    return is_well


def _out_of_time(seconds: float) -> Finding:
    fix = "Mend what is broken above; if nothing is, ask for one company at a time (--tenant) or for longer (--within)."
    return broken("time", f"{seconds:g} s were not enough: what is not named above was not tried", fix=fix)


@contextmanager
def _ending_after(seconds: float, report: Report) -> Iterator[None]:
    """End the process when even what was cancelled hangs."""

    def end() -> None:
        report(_out_of_time(seconds))
        sys.stdout.flush()
        os._exit(1)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _print_json(finding: Finding) -> None:
    click.echo(msgspec.json.encode(finding))


def _print_line(finding: Finding) -> None:
    click.echo(f"{MARKS[finding.state]} {finding.hop:<34} {finding.seen}")
    if finding.fix:
        click.echo(f"       → {finding.fix}")
