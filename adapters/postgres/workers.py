"""The worker processes that run; on the platform role. Times are the database's."""

from adapters.postgres.database import Database
from adapters.postgres.running import execute, fetch
from adapters.postgres.statements import Statement
from application.ports.operations import WorkerState

_BEAT = Statement("""
INSERT INTO platform.workers AS worker (id, started_at, seen_at, busy)
VALUES (:id, clock_timestamp(), clock_timestamp(), :busy)
ON CONFLICT (id) DO UPDATE SET seen_at = EXCLUDED.seen_at, busy = EXCLUDED.busy
""")
_REMOVE = Statement("DELETE FROM platform.workers WHERE id = :id")
_ALL = Statement("SELECT id, started_at, seen_at, busy FROM platform.workers ORDER BY seen_at DESC")


class PostgresWorkers:
    """Heartbeats of workers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def beat(self, worker_id: str, *, busy: int) -> None:
        """Say that a worker is alive."""
        async with self._database.connection() as connection:
            await execute(connection, _BEAT, id=worker_id, busy=busy)

    async def remove(self, worker_id: str) -> None:
        """Forget a worker that ends."""
        async with self._database.connection() as connection:
            await execute(connection, _REMOVE, id=worker_id)

    async def all(self) -> list[WorkerState]:
        """List them, those seen last first."""
        async with self._database.connection() as connection:
            return [WorkerState(**row) for row in await fetch(connection, _ALL)]
