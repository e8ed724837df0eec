"""Shows the lanes to operators; on the platform role."""

from datetime import timedelta

from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.nobody import from_column
from adapters.postgres.running import fetch, fetch_one
from adapters.postgres.statements import Statement
from application.ports.lanes import LaneKind
from application.ports.operations import Lag, LaneState

_LANES = Statement("""
SELECT kind, key, tenant_id, due_at, leased_until, lease_owner, attempts, crashes, error
FROM platform.lanes
WHERE (due_at IS NOT NULL OR lease_owner IS NOT NULL) AND kind = ANY(CAST(:kinds AS text[]))
ORDER BY due_at NULLS LAST, kind, key
LIMIT :limit
""")

_OLDEST_DUE = Statement("""
SELECT kind, clock_timestamp() - min(due_at) AS age
FROM platform.lanes
WHERE due_at <= now() AND (leased_until IS NULL OR leased_until <= now())
  AND tenant_id NOT IN (SELECT tenant_id FROM platform.tenant_turns WHERE paused)
GROUP BY kind
""")
"""What a suspended tenant has to do is not late: nobody is to do it."""

_WAITING = Statement("""
SELECT (SELECT count(*) FROM platform.webhook_journal) AS webhooks,
  (SELECT count(*) FROM platform.inbound_items) AS items,
  (SELECT count(*) FROM platform.dead_letters) AS dead_letters
""")


class PostgresLaneBoard:
    """Reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def lanes(self, *, kind: LaneKind | None = None, limit: int) -> list[LaneState]:
        """Give lanes with something due, leased or in trouble: those longest due first."""
        async with self._database.connection() as connection:
            kinds = list(LaneKind) if kind is None else [kind]
            return [_to_state(row) for row in await fetch(connection, _LANES, kinds=kinds, limit=limit)]

    async def lag(self) -> Lag:
        """Measure how far the workers are behind."""
        async with self._database.connection() as connection:
            ages: dict[LaneKind, timedelta] = {
                LaneKind(row["kind"]): row["age"] for row in await fetch(connection, _OLDEST_DUE)
            }
            waiting = await fetch_one(connection, _WAITING) or {}
        return Lag(oldest_due=ages, **waiting)


def _to_state(row: Row) -> LaneState:
    fields = {**row, "kind": LaneKind(row["kind"]), "tenant_id": from_column(row["tenant_id"])}
    return LaneState(**fields)
