"""One row in every table, made from what the catalogue says: for tests that look at all tables alike."""

import re
from collections import deque
from collections.abc import Sequence
from uuid import UUID

import asyncpg
import pytest

from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.shared.ids import TenantId
from tests.integration.postgres.conftest import driver

COLUMNS = """
SELECT attname AS name, format_type(atttypid, NULL) AS type, attidentity <> '' AS is_identity,
  (SELECT string_agg(pg_get_constraintdef(oid), ' ') FROM pg_constraint
   WHERE conrelid = attrelid AND contype = 'c' AND attnum = ANY (conkey)) AS checks
FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped
ORDER BY attnum
"""

ALLOWED = re.compile(r"\(*(\w+) = ANY \(ARRAY\[(.*?)\]\)")
VALUES = {
    "uuid": "'{id}'",
    "text": "'{allowed}'",
    "jsonb": "'{{}}'",
    "date": "now()",
    "text[]": "'{{}}'",
    "uuid[]": "'{{}}'",
    "bytea": "'\\x00'",
    "boolean": "true",
    "tsvector": "''",
    "real[]": "'{{}}'",
    "integer": "1",
    "bigint": "1",
    "interval": "'1 minute'",
    "timestamp with time zone": "now()",
}
"""What stands in a column of each type. One id everywhere makes every foreign key hold."""


async def insertion(connection: asyncpg.Connection, table: str, *, tenant_id: UUID, row_id: UUID) -> str:
    """Give an INSERT of this tenant's row."""
    columns = [row for row in await connection.fetch(COLUMNS, table) if not row["is_identity"]]
    values = [f"'{tenant_id}'" if row["name"] == "tenant_id" else value_of(row, row_id=row_id) for row in columns]
    return f"INSERT INTO {table} ({', '.join(row['name'] for row in columns)}) VALUES ({', '.join(values)})"  # noqa: S608


async def fill(
    uow: PostgresUnitOfWork, platform: Database, tables: Sequence[str], *, tenant_id: TenantId, row_id: UUID
) -> None:
    """Put a row of the tenant into each table, as the application, else as the platform."""
    waiting = deque(tables)
    for _ in range(len(waiting) ** 2 + 1):
        if not waiting:
            return
        table = waiting.popleft()
        try:
            await _insert(uow, platform, table, tenant_id=tenant_id, row_id=row_id)
        except asyncpg.ForeignKeyViolationError:
            waiting.append(table)  # what it points at comes first
    pytest.fail(f"these tables could not be filled: {waiting}")


async def _insert(
    uow: PostgresUnitOfWork, platform: Database, table: str, *, tenant_id: TenantId, row_id: UUID
) -> None:
    async with platform.connection() as connection:
        sql = f"{await insertion(connection, table, tenant_id=tenant_id, row_id=row_id)} ON CONFLICT DO NOTHING"
        if not await connection.fetchval("SELECT has_table_privilege('pytake_app', $1, 'INSERT')", table):
            await connection.execute(sql)
            return
    async with uow(tenant_id) as tx:
        await driver(tx).execute(sql)


def value_of(column: asyncpg.Record, *, row_id: UUID) -> str:
    checks = {found[1]: found[2] for found in ALLOWED.finditer(column["checks"] or "")}
    allowed = re.findall(r"'([^']*)'", checks.get(column["name"], ""))
    return VALUES[column["type"]].format(id=row_id, allowed=allowed[-1] if allowed else row_id.hex)
