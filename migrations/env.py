"""How Alembic reaches the database: `adapters/postgres/migrations.py` gives the address, nothing is read from a file.

One `migrate` at a time holds an advisory lock; each revision is a transaction, so a failed one keeps the earlier ones.
The platform and the shared tables go first, then each tenant that has a schema of its own; down it is the other way.
"""

import asyncio

import asyncpg
from alembic import context
from sqlalchemy import Connection, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from adapters.postgres.placements import OWN_SCHEMAS
from adapters.postgres.tables import (
    access,
    ai,
    contacts,
    conversations,
    flow_starts,
    flows,
    jobs,
    media,
    people,
    platform,
    sending,
    support,
    whatsapp,
)
from adapters.postgres.tables.metadata import metadata

TABLE_MODULES = (
    access,
    ai,
    contacts,
    conversations,
    flow_starts,
    flows,
    jobs,
    media,
    people,
    platform,
    sending,
    support,
    whatsapp,
)
"""Named, so that `metadata` knows every table."""

MIGRATION_LOCK = 0x5079_54616B65_00
"""Any number that no other advisory lock has: "PyTake", 0."""

OTHER_MIGRATION_SECONDS = 300.0
"""How long to wait for a migration that another process runs."""
LOOK_AGAIN_SECONDS = 0.2
"""We ask again and again: a statement that waits holds a snapshot, which CREATE INDEX CONCURRENTLY would await."""

SHARED = "public"
"""The schema of the tenants that have none of their own."""

SETTINGS = {
    "application_name": "pytake-migrate",
    "lock_timeout": "5s",  # rather fail and be run again than stop all traffic behind a lock that we wait for
    "statement_timeout": "10min",
    "search_path": SHARED,
}


def run_online() -> None:
    """Run what the caller asked for, on a connection of its own."""
    asyncio.run(_run(context.config.attributes["url"]))


async def _run(url: str) -> None:
    async def connect() -> asyncpg.Connection:
        return await asyncpg.connect(dsn=url, server_settings=SETTINGS)

    engine = create_async_engine("postgresql+asyncpg://", async_creator=connect, poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            await _wait_for_turn(connection)
            await connection.run_sync(_migrate_all)
    finally:
        await engine.dispose()


async def _wait_for_turn(connection: AsyncConnection) -> None:
    """Take the lock; it lasts as long as the connection. Raises TimeoutError."""
    async with asyncio.timeout(OTHER_MIGRATION_SECONDS):
        while not await connection.scalar(select(func.pg_try_advisory_lock(MIGRATION_LOCK))):
            await connection.rollback()
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
    await connection.commit()


def _migrate_all(connection: Connection) -> None:
    goes_down = context.config.attributes["goes_down"]
    only = context.config.attributes.get("only_schema")
    schemas = [str(name) for (name,) in connection.execute(text(OWN_SCHEMAS))]
    connection.commit()
    places = [only] if only else [SHARED, *schemas]
    for schema in reversed(places) if goes_down else places:
        _migrate(connection, schema)


def _migrate(connection: Connection, schema: str) -> None:
    context.config.attributes["schema"] = None if schema == SHARED else schema
    connection.execute(text(f'SET search_path TO "{schema}"'))
    connection.commit()
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transaction_per_migration=True,
        version_table_schema=schema,
    )
    with context.begin_transaction():
        context.run_migrations()


run_online()
