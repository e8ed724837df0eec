"""`pytake migrate`: the database's schema."""

import asyncio

import click

from entrypoints.cli.environment import environment
from entrypoints.ioc.migrations import Migrations


@click.command()
@click.option("--check", is_flag=True, help="Only say what is pending; end with 1 if anything is.")
def migrate(check: bool) -> None:  # noqa: FBT001 - click passes flags so
    """Bring the schema up to date, as the database's owner, one migration at a time."""
    migrations = Migrations(_owner_url())
    pending = asyncio.run(migrations.pending())
    for revision in pending:
        click.echo(f"pending: {revision}")
    if check:
        raise SystemExit(1 if pending else 0)
    asyncio.run(migrations.upgrade())
    click.echo("the schema is up to date")


def _owner_url() -> str:
    """Read the one setting that migrating needs."""
    known = environment()
    url = known.get("DATABASE_OWNER_URL") or known.get("DATABASE_URL")
    if not url:
        raise click.ClickException("Set DATABASE_OWNER_URL (or DATABASE_URL) to the database's owner.")
    return url
