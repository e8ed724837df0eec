"""How every reader asks: in a transaction of one tenant that cannot write."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.postgres.connection import TenantConnection
from adapters.postgres.database import Database
from domain.shared.ids import TenantId


class TenantReader:
    """Common base of the readers; `database` acts as the application's role."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @asynccontextmanager
    async def _reading(self, tenant_id: TenantId) -> AsyncIterator[TenantConnection]:
        async with self._database.tenant_transaction(tenant_id, "SET TRANSACTION READ ONLY") as connection:
            yield TenantConnection(connection, tenant_id)
