"""`pytake lanes`: what waits, what was given up, and putting it back."""

from datetime import UTC, datetime
from uuid import UUID

import click
from dishka import AsyncContainer

from application.ports.lanes import LaneKind
from application.ports.operations import BuriedLetter, DeadLetters, LaneBoard
from entrypoints.cli.run import run

BODY_SHOWN = 2_000
"""Characters of a body that fit a screen; `--full` shows the rest."""


@click.group()
def lanes() -> None:
    """Look at the ordered work and what was given up of it."""


@lanes.command("list")
@click.option("--kind", type=click.Choice([kind.value for kind in LaneKind]), default=None)
@click.option("--limit", type=click.IntRange(1, 1_000), default=50, show_default=True)
def list_lanes(kind: str | None, limit: int) -> None:
    """List lanes that are due, leased or in trouble, and how far the workers are behind."""

    async def do(container: AsyncContainer) -> None:
        board: LaneBoard = await container.get(LaneBoard)
        now = datetime.now(UTC)
        for lane in await board.lanes(kind=LaneKind(kind) if kind else None, limit=limit):
            due = f"due {(now - lane.due_at).total_seconds():+.0f} s" if lane.due_at else "not due"
            owner = f"leased by {lane.lease_owner}" if lane.lease_owner else "free"
            trouble = f"errors {lane.attempts}, crashes {lane.crashes}: {lane.error or '-'}"
            click.echo(f"{lane.kind:<8} {lane.key}  {due}  {owner}  {trouble}")
        lag = await board.lag()
        behind = ", ".join(f"{name} {age.total_seconds():.1f} s" for name, age in lag.oldest_due.items()) or "nothing"
        click.echo(f"behind: {behind}; webhooks {lag.webhooks}, items {lag.items}, dead letters {lag.dead_letters}")

    run(do)


@lanes.command()
@click.argument("letter_id", type=click.UUID, required=False)
@click.option("--limit", type=click.IntRange(1, 1_000), default=50, show_default=True)
@click.option("--before", type=click.UUID, default=None, help="The next page: the last id of this one.")
@click.option("--full", is_flag=True, help="Show the whole body.")
def dead(letter_id: UUID | None, limit: int, before: UUID | None, full: bool) -> None:  # noqa: FBT001 - click's way
    """List dead letters, or show the one with LETTER_ID: its body is what people wrote."""

    async def do(container: AsyncContainer) -> None:
        letters: DeadLetters = await container.get(DeadLetters)
        if letter_id is None:
            for letter in await letters.page(before=before, limit=limit):
                click.echo(f"{letter.id}  {letter.at:%Y-%m-%d %H:%M:%S}  {letter.kind}  {letter.key}  {letter.error}")
            return
        found = await letters.get(letter_id)
        if found is None:
            raise click.ClickException("There is no such letter: it may have been replayed.")
        _show(found, limit=None if full else BODY_SHOWN)

    run(do)


@lanes.command()
@click.argument("letter_ids", type=click.UUID, nargs=-1, required=True)
def replay(letter_ids: tuple[UUID, ...]) -> None:
    """Put dead letters back at the end of their lanes."""

    async def do(container: AsyncContainer) -> None:
        letters: DeadLetters = await container.get(DeadLetters)
        for letter_id in letter_ids:
            was_there = await letters.replay(letter_id)
            click.echo(f"{letter_id}  {'put back' if was_there else 'is gone already'}")

    run(do)


def _show(letter: BuriedLetter, *, limit: int | None) -> None:
    click.echo(f"lane    {letter.kind}  {letter.key}\ntenant  {letter.tenant_id}\nat      {letter.at}")
    click.echo(f"error   {letter.error}\n\n{letter.body.decode('utf-8', errors='replace')[:limit]}")
