"""What a company has in all tables that there are, read past all fences: by whoever owns them."""

import re
from collections.abc import Iterable, Mapping
from uuid import UUID, uuid4

import asyncpg

from domain.tenants.tenant import PLATFORM
from tests.integration.postgres.filling import COLUMNS, value_of

TABLES = """
SELECT format('%I.%I', nspname, relname) AS name
FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'tenant_id' AND NOT attisdropped
WHERE relkind IN ('r', 'p') AND NOT relispartition AND nspname NOT IN ('pg_catalog', 'information_schema')
  AND (nspname !~ '^tenant_' OR nspname = 'tenant_' || replace($1::uuid::text, '-', ''))
ORDER BY 1
"""
"""Every table whose rows are tenants', in the shared schemas and in this one's own."""

REFERENCES = """
SELECT conrelid::regclass::text AS name, confrelid::regclass::text AS target,
  ARRAY(SELECT attname FROM unnest(conkey) WITH ORDINALITY AS key (number, place)
    JOIN pg_attribute ON attrelid = conrelid AND attnum = number ORDER BY place) AS columns,
  ARRAY(SELECT attname FROM unnest(confkey) WITH ORDINALITY AS key (number, place)
    JOIN pg_attribute ON attrelid = confrelid AND attnum = number ORDER BY place) AS targets
FROM pg_constraint WHERE contype = 'f' AND conrelid = $1::regclass AND conrelid <> confrelid
"""
"""What a table's rows point at."""

OTHERS = {
    "platform.tenants": "id = '{}'",
    "platform.jobs": "headers ->> 'tenant_id' = '{}' OR convert_from(payload, 'UTF8') LIKE '%{}%'",
}
"""Tables that know a tenant by something else."""

A_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


class Rows:
    """Compares, from one moment to the next."""

    def __init__(self, owner: asyncpg.Connection, tenant_id: UUID, *, tables: Iterable[str]) -> None:
        self._owner, self._tenant_id = owner, tenant_id
        self._conditions = dict.fromkeys(tables, f"tenant_id = '{tenant_id}'")
        self._conditions |= {table: condition.format(tenant_id, tenant_id) for table, condition in OTHERS.items()}
        self._statement: asyncpg.prepared_stmt.PreparedStatement

    @classmethod
    async def of(cls, owner: asyncpg.Connection, tenant_id: UUID) -> "Rows":
        """Find the tables. The owner's connection sees everything, or fails."""
        await owner.execute("SET row_security = off")  # an error, rather than rows that are not seen
        tables = [row["name"] for row in await owner.fetch(TABLES, tenant_id)]
        rows = cls(owner, tenant_id, tables=tables)
        rows._statement = await owner.prepare(rows._checks())
        return rows

    @property
    def tables(self) -> list[str]:
        """Name them."""
        return list(self._conditions)

    @property
    def apart(self) -> set[str]:
        """Name the shared tables that a tenant with a schema of its own leaves empty."""
        own = [table for table in self._conditions if table.startswith("tenant_")]
        return {f"public.{table.partition('.')[2]}" for table in own}

    async def fill(self, ids: Mapping[str, str]) -> None:
        """Put a row where there is none; its references are those of `ids`, by the name of the column."""
        state = await self.state()
        empty = {table for table in state if state[table][0] == 0 and table not in self.apart}
        while empty:
            table = await self._next(empty)
            empty.remove(table)
            columns = [row for row in await self._owner.fetch(COLUMNS, table) if not row["is_identity"]]
            known = {"tenant_id": self._tenant_id, **{name: UUID(value) for name, value in ids.items()}}
            known |= await self._pointed_at(table)
            values = [
                f"'\\x{uuid4().hex}'"
                if column["type"] == "bytea"  # some of them must be unique
                else value_of(column, row_id=known.get(column["name"]) or uuid4())
                for column in columns
            ]
            names = ", ".join(column["name"] for column in columns)
            await self._owner.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join(values)})")  # noqa: S608 - the same

    async def _next(self, empty: set[str]) -> str:
        """Choose one of the tables that points at none of the others."""
        for table in sorted(empty):
            pointed_at = {await self._name(row["target"]) for row in await self._owner.fetch(REFERENCES, table)}
            if not pointed_at & empty:
                return table
        return min(empty)

    async def _pointed_at(self, table: str) -> dict[str, UUID]:
        """Give the columns that point at a row of this company's, with that row's values."""
        found: dict[str, UUID] = {}
        for row in await self._owner.fetch(REFERENCES, table):
            target = await self._name(row["target"])
            if target in self._conditions and "tenant_id" in row["targets"]:
                names, condition = ", ".join(row["targets"]), self._conditions[target]
                query = f"SELECT {names} FROM {target} WHERE {condition} LIMIT 1"  # noqa: S608 - the same
                one = await self._owner.fetchrow(query)
                found |= dict(zip(row["columns"], one or (), strict=False))
        return found

    async def _name(self, table: str) -> str:
        """Give a table's name with its schema."""
        query = "SELECT format('%I.%I', relnamespace::regnamespace, relname) FROM pg_class WHERE oid = $1::regclass"
        return str(await self._owner.fetchval(query, table))

    def _checks(self) -> str:
        return " UNION ALL ".join(
            f"SELECT '{table}', count(*), coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '')"  # noqa: S608 - names of the catalogue
            f" FROM {table} AS t WHERE {condition}"
            for table, condition in self._conditions.items()
        )

    async def state(self) -> dict[str, tuple[int, str]]:
        """Give the number of rows and a checksum of all that is in them, for each table."""
        return {table: (count, checksum) for table, count, checksum in await self._statement.fetch()}

    async def ids(self) -> set[str]:
        """Give every id that stands anywhere in these rows."""
        found: set[str] = set()
        for table, condition in self._conditions.items():
            for [text] in await self._owner.fetch(f"SELECT t::text FROM {table} AS t WHERE {condition}"):  # noqa: S608 - the same
                found.update(A_UUID.findall(text))
        return found - {str(PLATFORM)}


def changed(before: dict[str, tuple[int, str]], after: dict[str, tuple[int, str]]) -> list[str]:
    """Name the tables that are not as they were."""
    return sorted(table for table in before.keys() | after.keys() if before.get(table) != after.get(table))
