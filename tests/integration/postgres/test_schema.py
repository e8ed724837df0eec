"""What the tables say (`adapters/postgres/tables`) is what the migrations make."""

import asyncpg
import pytest
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql

import adapters.postgres.tables.access
import adapters.postgres.tables.ai
import adapters.postgres.tables.contacts
import adapters.postgres.tables.conversations
import adapters.postgres.tables.flows
import adapters.postgres.tables.jobs
import adapters.postgres.tables.people
import adapters.postgres.tables.platform
import adapters.postgres.tables.support
import adapters.postgres.tables.whatsapp  # noqa: F401 - fills the metadata
from adapters.postgres.tables.metadata import metadata

COLUMNS = """
SELECT attname, format_type(atttypid, NULL) AS type, NOT attnotnull AS nullable
FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped
"""
TABLES = """
SELECT CASE WHEN schemaname = 'public' THEN tablename ELSE schemaname || '.' || tablename END
FROM pg_tables JOIN pg_class ON pg_class.oid = format('%I.%I', schemaname, tablename)::regclass
WHERE schemaname IN ('public', 'platform') AND NOT relispartition AND tablename <> 'alembic_version'
"""


def described(table: Table) -> set[tuple[str, str, bool]]:
    dialect = postgresql.dialect()
    return {
        (column.name, column.type.compile(dialect=dialect).lower(), bool(column.nullable)) for column in table.columns
    }


@pytest.mark.parametrize("table", metadata.tables.values(), ids=lambda table: table.fullname)
async def test_a_table_has_the_columns_it_is_said_to_have(table: Table, database_url: str) -> None:
    connection = await asyncpg.connect(dsn=database_url)
    try:
        rows = await connection.fetch(COLUMNS, table.fullname)
    finally:
        await connection.close()

    assert {(row["attname"], row["type"], row["nullable"]) for row in rows} == described(table)


async def test_every_table_is_described(database_url: str) -> None:
    connection = await asyncpg.connect(dsn=database_url)
    try:
        names = {row[0] for row in await connection.fetch(TABLES)}
    finally:
        await connection.close()

    assert names == set(metadata.tables)
