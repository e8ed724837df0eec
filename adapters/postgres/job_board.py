"""What is held of the jobs, and how far they are behind; on the platform role."""

from collections.abc import Collection
from uuid import UUID

from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.running import fetch, fetch_one
from adapters.postgres.statements import Statement
from application.ports.jobs import Backlog, HeldJob
from domain.shared.ids import TenantId

_HELD = Statement("""
SELECT job.id, job.entrypoint AS kind, job.headers->>'tenant_id' AS tenant_id, job.payload, job.created AS ordered_at,
  job.updated AS held_at, coalesce(last.error, '-') AS error
FROM platform.jobs AS job LEFT JOIN LATERAL (
  SELECT traceback->>'exception_message' AS error FROM platform.job_log
  WHERE job_id = job.id AND status = 'failed' ORDER BY created DESC LIMIT 1) AS last ON true
WHERE job.status = 'failed'
ORDER BY job.updated DESC, job.id DESC
LIMIT :limit
""")

_RETRY = Statement("""
UPDATE platform.jobs SET status = 'queued', execute_after = now(), updated = now(), attempts = 0
WHERE status = 'failed' AND (CAST(:ids AS bigint[]) IS NULL OR id = ANY(:ids))
RETURNING id
""")

_DROP = Statement("DELETE FROM platform.jobs WHERE status = 'failed' AND id = ANY(:ids) RETURNING id")

_BACKLOG = Statement("""
SELECT count(*) FILTER (WHERE status = 'queued' AND execute_after <= now()) AS due,
  coalesce(max(now() - execute_after) FILTER (WHERE status = 'queued' AND execute_after <= now()), interval '0')
    AS oldest_due,
  count(*) FILTER (WHERE status = 'failed') AS held
FROM platform.jobs
""")


class PostgresJobBoard:
    """The jobs of all tenants."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def held(self, *, limit: int) -> list[HeldJob]:
        """List jobs that were given up, the newest first."""
        async with self._database.connection() as connection:
            return [_to_held(row) for row in await fetch(connection, _HELD, limit=limit)]

    async def retry(self, job_ids: Collection[int] | None = None) -> list[int]:
        """Let held jobs, or all of them, be tried anew; give the ids of those that were held."""
        ids = None if job_ids is None else list(job_ids)
        async with self._database.connection() as connection:
            return sorted(row["id"] for row in await fetch(connection, _RETRY, ids=ids))

    async def drop(self, job_ids: Collection[int]) -> list[int]:
        """Forget held jobs, which then are never done; give the ids of those that were held."""
        async with self._database.connection() as connection:
            return sorted(row["id"] for row in await fetch(connection, _DROP, ids=list(job_ids)))

    async def backlog(self) -> Backlog:
        """Measure how far the jobs are behind."""
        async with self._database.connection() as connection:
            row = await fetch_one(connection, _BACKLOG)
        return Backlog(**(row or {}))


def _to_held(row: Row) -> HeldJob:
    tenant_id = row["tenant_id"]
    return HeldJob(**{**row, "tenant_id": None if tenant_id is None else TenantId(UUID(tenant_id))})
