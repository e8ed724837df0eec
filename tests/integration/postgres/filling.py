"""One row in every table, made from what the catalogue says: for tests that look at all tables alike."""

import re
from uuid import UUID

import asyncpg

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
    "bytea": "'\\x00'",
    "boolean": "true",
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


def value_of(column: asyncpg.Record, *, row_id: UUID) -> str:
    checks = {found[1]: found[2] for found in ALLOWED.finditer(column["checks"] or "")}
    allowed = re.findall(r"'([^']*)'", checks.get(column["name"], ""))
    return VALUES[column["type"]].format(id=row_id, allowed=allowed[-1] if allowed else row_id.hex)
