"""What was promised in conversations, in PostgreSQL."""

from collections.abc import Iterable
from datetime import datetime

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.statements import Statement
from domain.shared.ids import ConversationId, SlaPolicyId
from domain.support.sla import Promise, Promises, SlaKind

_LOCK = Statement(
    """
    SELECT * FROM conversation_slas WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id
    ORDER BY kind FOR UPDATE
    """
)
_DROP = Statement(
    """
    DELETE FROM conversation_slas
    WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id AND kind <> ALL(CAST(:kinds AS text[]))
    """
)
_PUT = Statement(
    """
    INSERT INTO conversation_slas (tenant_id, conversation_id, policy_id, kind, started_at, warn_at, due_at,
      warned_at, breached_at, met_at)
    VALUES (:tenant_id, :conversation_id, :policy_id, :kind, :started_at, :warn_at, :due_at,
      :warned_at, :breached_at, :met_at)
    ON CONFLICT (tenant_id, conversation_id, kind) DO UPDATE SET policy_id = excluded.policy_id,
      started_at = excluded.started_at, warn_at = excluded.warn_at, due_at = excluded.due_at,
      warned_at = excluded.warned_at, breached_at = excluded.breached_at, met_at = excluded.met_at
    """
)
_DUE = Statement(
    """
    SELECT DISTINCT conversation_id FROM conversation_slas
    WHERE tenant_id = :tenant_id AND met_at IS NULL AND breached_at IS NULL
      AND (due_at < :before OR (warned_at IS NULL AND warn_at < :before))
    LIMIT :limit
    """
)


def to_domain(row: Row) -> Promise:
    """Read a row."""
    return Promise(
        conversation_id=ConversationId(row["conversation_id"]),
        policy_id=SlaPolicyId(row["policy_id"]),
        kind=SlaKind(row["kind"]),
        started_at=row["started_at"],
        warn_at=row["warn_at"],
        due_at=row["due_at"],
        warned_at=row["warned_at"],
        breached_at=row["breached_at"],
        met_at=row["met_at"],
    )


class PostgresPromises:
    """Keeps promises."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def lock(self, conversation_id: ConversationId) -> Promises:
        """Load those of a conversation; nobody else changes them until the transaction ends."""
        found = [to_domain(row) for row in await self._connection.fetch(_LOCK, conversation_id=conversation_id)]
        return {promise.kind: promise for promise in found}

    async def put(self, conversation_id: ConversationId, promises: Iterable[Promise]) -> None:
        """Let the conversation have these and no others."""
        kept = list(promises)
        kinds = [promise.kind.value for promise in kept]
        await self._connection.execute(_DROP, conversation_id=conversation_id, kinds=kinds)
        for promise in kept:
            values = {name: getattr(promise, name) for name in promise.__struct_fields__}
            await self._connection.execute(_PUT, **values)

    async def due(self, *, before: datetime, limit: int) -> list[ConversationId]:
        """Give conversations with a promise that somebody should have looked at before."""
        rows = await self._connection.fetch(_DUE, before=before, limit=limit)
        return [ConversationId(row["conversation_id"]) for row in rows]
