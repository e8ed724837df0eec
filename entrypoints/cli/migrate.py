"""`pytake migrate`: the database's schema."""

import asyncio

import click

from entrypoints.cli.environment import environment
from entrypoints.cli.run import told_in_a_line
from entrypoints.ioc.migrations import MigrationRefusedError, Migrations


@click.command()
@click.option("--check", is_flag=True, help="Only say what is pending; end with 1 if anything is.")
def migrate(check: bool) -> None:  # noqa: FBT001 - click passes flags so
    """Bring the schema up to date, as the database's owner, one migration at a time."""
    migrations = Migrations(_owner_url())
    with told_in_a_line():
        pending = asyncio.run(migrations.pending())
        for revision in pending:
            click.echo(f"pending: {revision}")
        if check:
            raise SystemExit(1 if pending else 0)
        _upgrade(migrations)
    click.echo("the schema is up to date")


def _upgrade(migrations: Migrations) -> None:
    try:
        asyncio.run(migrations.upgrade())
    except MigrationRefusedError as error:
        raise click.ClickException(
            f"The database refused: {error}\nDATABASE_OWNER_URL must be of the login that owns the database."
        ) from error


def _owner_url() -> str:
    """Read the one setting that migrating needs."""
    known = environment()
    url = known.get("DATABASE_OWNER_URL") or known.get("DATABASE_URL")
    if not url:
        raise click.ClickException("Set DATABASE_OWNER_URL (or DATABASE_URL) to the database's owner.")
    return url
