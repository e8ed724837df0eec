"""Wrapped data keys; on the platform role."""

from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.running import execute, fetch, fetch_value
from adapters.postgres.statements import Statement
from application.ports.data_keys import WrappedKey
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM

_OF = Statement("SELECT tenant_id, number, wrapped FROM platform.data_keys WHERE tenant_id = :tenant_id")
_ADD = Statement("""
INSERT INTO platform.data_keys (tenant_id, number, wrapped, created_at)
VALUES (:tenant_id, :number, :wrapped, clock_timestamp()) ON CONFLICT DO NOTHING
""")
_AFTER = Statement("""
SELECT tenant_id, number, wrapped FROM platform.data_keys WHERE (tenant_id, number) > (:last_tenant, :last_number)
ORDER BY tenant_id, number LIMIT :limit
""")
_REPLACE = Statement("""
UPDATE platform.data_keys SET wrapped = :wrapped
WHERE tenant_id = :tenant_id AND number = :number AND wrapped = :was RETURNING true
""")
_REMOVE = Statement("DELETE FROM platform.data_keys WHERE tenant_id = :tenant_id")


class PostgresWrappedKeys:
    """Data keys of all tenants."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, tenant_id: TenantId) -> list[WrappedKey]:
        """Give a tenant's keys."""
        async with self._database.connection() as connection:
            return [_to_key(row) for row in await fetch(connection, _OF, tenant_id=tenant_id)]

    async def add(self, key: WrappedKey) -> None:
        """Keep a new key; of several processes that make a tenant's first one, one's is kept."""
        async with self._database.connection() as connection:
            await execute(connection, _ADD, tenant_id=key.tenant_id, number=key.number, wrapped=key.wrapped)

    async def after(self, last: WrappedKey | None, *, limit: int) -> list[WrappedKey]:
        """Give the next keys of all tenants, by tenant and number."""
        tenant, number = (PLATFORM, 0) if last is None else (last.tenant_id, last.number)
        async with self._database.connection() as connection:
            rows = await fetch(connection, _AFTER, last_tenant=tenant, last_number=number, limit=limit)
        return [_to_key(row) for row in rows]

    async def replace(self, key: WrappedKey, *, wrapped: bytes) -> bool:
        """Store the same key wrapped anew; False when it is not stored as given any more."""
        async with self._database.connection() as connection:
            done = await fetch_value(
                connection, _REPLACE, tenant_id=key.tenant_id, number=key.number, wrapped=wrapped, was=key.wrapped
            )
        return done is True

    async def remove(self, tenant_id: TenantId) -> None:
        """Erase a tenant's keys."""
        async with self._database.connection() as connection:
            await execute(connection, _REMOVE, tenant_id=tenant_id)


def _to_key(row: Row) -> WrappedKey:
    return WrappedKey(tenant_id=TenantId(row["tenant_id"]), number=row["number"], wrapped=row["wrapped"])
