"""How every reader asks: in a transaction of one tenant that cannot write."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.postgres.connection import TenantConnection
from adapters.postgres.database import Database, bind_tenant
from domain.shared.ids import TenantId


class TenantReader:
    """Common base of the readers; `database` acts as the application's role."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @asynccontextmanager
    async def _reading(self, tenant_id: TenantId) -> AsyncIterator[TenantConnection]:
        bind = bind_tenant(tenant_id)
        async with self._database.transaction("SET TRANSACTION READ ONLY", bind) as connection:
            yield TenantConnection(connection, tenant_id)
