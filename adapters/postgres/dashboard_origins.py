"""The companies' dashboards, read from their settings once a minute: few companies have their own."""

import asyncio
import time
from collections.abc import Callable

from adapters.postgres.database import Database
from adapters.postgres.running import fetch
from adapters.postgres.statements import Statement

REMEMBERED_SECONDS = 60.0
"""A company that registers a dashboard waits this long at most; each preflight of a stranger asks."""

_ALL = Statement("""
SELECT DISTINCT jsonb_array_elements_text(settings -> 'dashboard_origins') AS origin
FROM platform.tenants
WHERE deleted_at IS NULL AND status <> 'cancelled' AND jsonb_typeof(settings -> 'dashboard_origins') = 'array'
""")


class PostgresDashboardOrigins:
    """Knows all companies' origins (`DashboardOrigins`); `database` acts as the platform's role."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._database, self._clock = database, clock
        self._known: frozenset[str] = frozenset()
        self._read_at: float | None = None
        self._reading = asyncio.Lock()

    async def has(self, origin: str) -> bool:
        """Whether any company has it. Raises DatabaseUnavailableError, DatabaseBusyError."""
        if self._is_old():
            async with self._reading:
                if self._is_old():
                    await self._read()
        return origin in self._known

    def _is_old(self) -> bool:
        return self._read_at is None or self._clock() - self._read_at > REMEMBERED_SECONDS

    async def _read(self) -> None:
        began = self._clock()
        async with self._database.connection() as connection:
            rows = await fetch(connection, _ALL)
        self._known, self._read_at = frozenset(row["origin"] for row in rows), began
