"""Erases a tenant: every table that names tenants is found in the catalogue, children before parents."""

from collections import Counter
from graphlib import TopologicalSorter

import asyncpg
import msgspec

from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.placements import schema_of
from application.ports.erasure import NotErasableError
from domain.shared.ids import TenantId

ROWS_AT_ONCE = 2_000
"""A transaction of some tens of milliseconds: nobody waits for it, and nothing it locks is anybody's."""

_AUDIT = frozenset({"audit_log", "audit_heads"})
"""Tables that no role of ours deletes from; `platform.erase_audit` does."""

_TABLES = """
SELECT class.relname AS name, format('%I.%I', space.nspname, class.relname) AS place,
  has_table_privilege('pytake_platform', class.oid, 'DELETE') AS by_platform,
  has_table_privilege('pytake_app', class.oid, 'DELETE') AS by_app,
  format('DELETE FROM %1$I.%2$I WHERE (%3$s) IN (SELECT %3$s FROM %1$I.%2$I WHERE tenant_id = $1 LIMIT $2)',
    space.nspname, class.relname, (
      SELECT string_agg(format('%I', attname), ', ' ORDER BY place)
      FROM pg_index, unnest(indkey::int[]) WITH ORDINALITY AS key (number, place)
      JOIN pg_attribute ON attnum = number WHERE attrelid = class.oid AND indrelid = class.oid AND indisprimary)
  ) AS deletion,
  ARRAY(
    SELECT DISTINCT format('%I.%I', of_parent.nspname, parent.relname)
    FROM pg_constraint JOIN pg_class AS parent ON parent.oid = confrelid
      JOIN pg_namespace AS of_parent ON of_parent.oid = parent.relnamespace
    WHERE conrelid = class.oid AND contype = 'f' AND confrelid <> conrelid AND NOT parent.relispartition) AS parents
FROM pg_class AS class JOIN pg_namespace AS space ON space.oid = class.relnamespace
WHERE space.nspname IN ('public', 'platform', $1) AND class.relkind IN ('r', 'p') AND NOT class.relispartition
  AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = class.oid AND attname = 'tenant_id' AND NOT attisdropped)
"""

_JOBS = "DELETE FROM platform.jobs WHERE headers ->> 'tenant_id' = $1 AND status <> 'picked'"
"""Jobs name their tenant in their headers; one that is being done finds nothing any more, and ends."""


class _Place(msgspec.Struct, frozen=True, kw_only=True):
    """A table that names tenants, and how some of a tenant's rows are deleted from it."""

    name: str
    place: str
    by_platform: bool
    by_app: bool
    deletion: str
    parents: list[str]


class PostgresErasure:
    """Erases on both roles: each table by the one that may delete from it."""

    def __init__(self, *, app: Database, platform: Database) -> None:
        self._app, self._platform = app, platform

    async def stop_deliveries(self, tenant_id: TenantId) -> None:
        """Let webhooks find the tenant no more."""
        async with self._app.tenant_transaction(tenant_id) as connection:
            await connection.execute("DELETE FROM platform.webhook_routes WHERE tenant_id = $1", tenant_id)

    async def erase_rows(self, tenant_id: TenantId) -> dict[str, int]:
        """Delete until a whole round finds nothing. Raises NotErasableError, before anything is deleted."""
        await self._require_erasable(tenant_id)
        places = await self._places(tenant_id)
        erased: Counter[str] = Counter()
        while found := await self._round(tenant_id, places):
            erased += found
        return dict(sorted(erased.items()))

    async def erase_tenant(self, tenant_id: TenantId) -> None:
        """Delete the tenant's own row, if it is one that was deleted."""
        async with self._platform.connection() as connection:
            await connection.execute("DELETE FROM platform.tenants WHERE id = $1 AND status = 'cancelled'", tenant_id)

    async def _require_erasable(self, tenant_id: TenantId) -> None:
        async with self._platform.connection() as connection:
            if not await connection.fetchval("SELECT platform.is_erasable($1)", tenant_id):
                raise NotErasableError("this tenant is not to be erased")

    async def _places(self, tenant_id: TenantId) -> list[_Place]:
        """Give the tables, those that point at others before them. Raises LookupError where nobody may delete."""
        async with self._platform.connection() as connection:
            rows: list[Row] = await connection.fetch(_TABLES, schema_of(tenant_id))
        found = {row["place"]: msgspec.convert(dict(row), _Place) for row in rows if row["name"] not in _AUDIT}
        if closed := [place.place for place in found.values() if not place.by_platform and not place.by_app]:
            raise LookupError(f"closed to both of our roles: {closed}")
        children: dict[str, set[str]] = {name: set() for name in found}
        for name, place in found.items():
            for parent in place.parents:
                children.setdefault(parent, set()).add(name)
        return [found[name] for name in TopologicalSorter(children).static_order() if name in found]

    async def _round(self, tenant_id: TenantId, places: list[_Place]) -> Counter[str]:
        erased: Counter[str] = Counter()
        async with self._platform.connection() as connection:
            erased["jobs"] = _count(await connection.execute(_JOBS, str(tenant_id)))
        for place in places:
            while some := await self._delete_some(tenant_id, place):
                erased[place.name] += some
        while some := await self._delete_audit(tenant_id):
            erased["audit_log"] += some
        return +erased

    async def _delete_some(self, tenant_id: TenantId, place: _Place) -> int:
        if place.by_platform:
            async with self._platform.connection() as connection:
                return _count(await connection.execute(place.deletion, tenant_id, ROWS_AT_ONCE))
        async with self._app.tenant_transaction(tenant_id) as connection:
            return _count(await connection.execute(place.deletion, tenant_id, ROWS_AT_ONCE))

    async def _delete_audit(self, tenant_id: TenantId) -> int:
        async with self._platform.connection() as connection:
            try:
                return int(await connection.fetchval("SELECT platform.erase_audit($1, $2)", tenant_id, ROWS_AT_ONCE))
            except asyncpg.ObjectNotInPrerequisiteStateError as error:
                raise NotErasableError("this tenant is not to be erased") from error


def _count(tag: str) -> int:
    return int(tag.rpartition(" ")[2])
