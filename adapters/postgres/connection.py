"""A connection inside a transaction: runs compiled statements, always naming the tenant."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from adapters.postgres.statements import Statement
from domain.shared.ids import TenantId

Row = Mapping[str, Any]
"""One row, by column name; a mapper turns it into a domain type at once. `jsonb` columns are `msgspec.Raw`."""


class Driver(Protocol):
    """The part of an asyncpg connection that is used; see its documentation for each."""

    async def fetch(self, query: str, *args: object) -> Sequence[Row]: ...  # noqa: D102
    async def fetchrow(self, query: str, *args: object) -> Row | None: ...  # noqa: D102
    async def fetchval(self, query: str, *args: object) -> object: ...  # noqa: D102
    async def execute(self, query: str, *args: object) -> str: ...  # noqa: D102
    async def executemany(self, command: str, args: Sequence[Sequence[object]]) -> None: ...  # noqa: D102


class TenantConnection:
    """One tenant's connection for the length of a transaction; `:tenant_id` in a statement is filled in."""

    __slots__ = ("driver", "tenant_id")

    def __init__(self, driver: Driver, tenant_id: TenantId) -> None:
        self.driver = driver
        self.tenant_id = tenant_id

    async def fetch(self, statement: Statement, **values: object) -> Sequence[Row]:
        """Give all rows."""
        return await self.driver.fetch(statement.sql, *self._fill(statement, values))

    async def fetch_one(self, statement: Statement, **values: object) -> Row | None:
        """Give the first row, or None."""
        return await self.driver.fetchrow(statement.sql, *self._fill(statement, values))

    async def fetch_value(self, statement: Statement, **values: object) -> Any:  # noqa: ANN401 - a column of any type
        """Give the first column of the first row, or None."""
        return await self.driver.fetchval(statement.sql, *self._fill(statement, values))

    async def execute(self, statement: Statement, **values: object) -> int:
        """Run it; give how many rows it touched."""
        tag = await self.driver.execute(statement.sql, *self._fill(statement, values))
        count = tag.rpartition(" ")[2]
        return int(count) if count.isdigit() else 0

    async def execute_many(self, statement: Statement, rows: Sequence[Mapping[str, object]]) -> None:
        """Run it once a row, in one round trip."""
        if rows:
            await self.driver.executemany(statement.sql, [self._fill(statement, row) for row in rows])

    def _fill(self, statement: Statement, values: Mapping[str, object]) -> list[object]:
        return statement.arguments({"tenant_id": self.tenant_id, **values})
