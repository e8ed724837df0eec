"""Numbers events in the order of their commits and reads them back; on the platform role."""

from uuid import UUID

from adapters.postgres.audiences import to_audience
from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.running import fetch, fetch_value
from adapters.postgres.statements import Statement
from application.ports.events import NumberedEvent
from domain.shared.ids import ConversationId, TenantId

NUMBERING_LOCK = 0x5079_54616B65_02
"""Any number that no other advisory lock has: "PyTake", 2."""

_NUMBER_NEW = Statement("""
WITH turn AS MATERIALIZED (
  SELECT pg_try_advisory_xact_lock(CAST(:lock AS bigint)) AS is_ours),
fresh AS MATERIALIZED (
  SELECT event.tenant_id, event.id, event.position
  FROM platform.events AS event
  WHERE event.number IS NULL AND (SELECT turn.is_ours FROM turn)
  ORDER BY event.position
  LIMIT :limit
  FOR NO KEY UPDATE),
counter AS (
  INSERT INTO platform.event_counters AS old (tenant_id, last_number)
  SELECT fresh.tenant_id, count(*) FROM fresh GROUP BY fresh.tenant_id ORDER BY fresh.tenant_id
  ON CONFLICT (tenant_id) DO UPDATE SET last_number = old.last_number + EXCLUDED.last_number
  RETURNING tenant_id, last_number),
numbered AS (
  SELECT fresh.tenant_id, fresh.id,
    counter.last_number + 1 - row_number() OVER (PARTITION BY fresh.tenant_id ORDER BY fresh.position DESC) AS number
  FROM fresh JOIN counter ON counter.tenant_id = fresh.tenant_id),
written AS (
  UPDATE platform.events AS event SET number = numbered.number
  FROM numbered WHERE event.tenant_id = numbered.tenant_id AND event.id = numbered.id
  RETURNING event.tenant_id, event.number, event.position, event.type, event.at, event.conversation_id, event.data,
    event.is_placed, event.assigned_to, event.department_id, event.held_before)
SELECT * FROM written ORDER BY position
""")
"""The lock ends with the statement's transaction. FOR NO KEY UPDATE looks at each row's newest state: events that
another process numbered after our snapshot and before our lock fall out there, and are not counted twice."""

_AFTER = Statement("""
SELECT tenant_id, number, type, at, conversation_id, data, is_placed, assigned_to, department_id, held_before
FROM platform.events
WHERE tenant_id = :tenant_id AND number > :number
ORDER BY number
LIMIT :limit
""")

_LAST_NUMBER = Statement("SELECT last_number FROM platform.event_counters WHERE tenant_id = :tenant_id")


class PostgresEventLog:
    """The events of all tenants."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def number_new(self, *, limit: int) -> list[NumberedEvent]:
        """Give numbers to committed events that have none. Only one caller at a time does; others get nothing."""
        async with self._database.connection() as connection:
            return [_to_event(row) for row in await fetch(connection, _NUMBER_NEW, lock=NUMBERING_LOCK, limit=limit)]

    async def after(self, tenant_id: TenantId, *, number: int, limit: int) -> list[NumberedEvent]:
        """Read a tenant's events that follow `number`, in order."""
        async with self._database.connection() as connection:
            rows = await fetch(connection, _AFTER, tenant_id=tenant_id, number=number, limit=limit)
        return [_to_event(row) for row in rows]

    async def last_number(self, tenant_id: TenantId) -> int:
        """Give the number of the tenant's newest event, 0 before the first."""
        async with self._database.connection() as connection:
            return int(await fetch_value(connection, _LAST_NUMBER, tenant_id=tenant_id) or 0)


def _to_event(row: Row) -> NumberedEvent:
    conversation_id: UUID | None = row["conversation_id"]
    return NumberedEvent(
        tenant_id=TenantId(row["tenant_id"]),
        number=row["number"],
        type=row["type"],
        at=row["at"],
        data=row["data"],
        conversation_id=None if conversation_id is None else ConversationId(conversation_id),
        audience=to_audience(row),
    )
