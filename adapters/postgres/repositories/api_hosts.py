"""How hosts have been doing, in PostgreSQL."""

from datetime import datetime

from sqlalchemy import bindparam, select

from adapters.postgres.connection import TenantConnection
from adapters.postgres.statements import Statement
from adapters.postgres.tables.calls import api_hosts
from domain.calls.host import ApiHost

_FIND = Statement(
    select(api_hosts).where(api_hosts.c.tenant_id == bindparam("tenant_id"), api_hosts.c.host == bindparam("host"))
)
_SUCCEEDED = Statement(
    """
    INSERT INTO api_hosts AS known (tenant_id, host, successes, failures, failures_in_a_row, last_success_at, last_ms)
    VALUES (:tenant_id, :host, 1, 0, 0, :at, :ms)
    ON CONFLICT (tenant_id, host) DO UPDATE
    SET successes = known.successes + 1, failures_in_a_row = 0, last_success_at = excluded.last_success_at,
      last_ms = excluded.last_ms
    """
)
_FAILED = Statement(
    """
    INSERT INTO api_hosts AS known
      (tenant_id, host, successes, failures, failures_in_a_row, last_failure_at, last_error)
    VALUES (:tenant_id, :host, 0, 1, 1, :at, :error)
    ON CONFLICT (tenant_id, host) DO UPDATE
    SET failures = known.failures + 1, failures_in_a_row = known.failures_in_a_row + 1,
      last_failure_at = excluded.last_failure_at, last_error = excluded.last_error
    """
)


class PostgresApiHosts:
    """Counts what became of calls, by host."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def find(self, host: str) -> ApiHost | None:
        """Load one that was called before."""
        row = await self._connection.fetch_one(_FIND, host=host)
        return None if row is None else ApiHost(**{name: row[name] for name in ApiHost.__struct_fields__})

    async def succeeded(self, host: str, *, ms: int, at: datetime) -> None:
        """Count an answer."""
        await self._connection.execute(_SUCCEEDED, host=host, ms=ms, at=at)

    async def failed(self, host: str, *, error: str, at: datetime) -> None:
        """Count a failure; `error` is a word of ours."""
        await self._connection.execute(_FAILED, host=host, error=error, at=at)
