"""What became of rules, in PostgreSQL."""

from datetime import datetime

from adapters.postgres.connection import TenantConnection
from adapters.postgres.statements import Statement
from application.ports.repositories.automation_runs import AutomationRun
from application.ports.serving import kinds_of
from domain.shared.ids import ConversationId, MessageId
from domain.support.rules import RuleEvent

_BEGIN = Statement(
    """
    INSERT INTO automation_runs (tenant_id, id, rule_id, cause, conversation_id, outcome, depth, details, at)
    VALUES (:tenant_id, :id, :rule_id, :cause, :conversation_id, :outcome, :depth, :details, :at)
    ON CONFLICT ON CONSTRAINT automation_runs_cause_key DO NOTHING
    """
)
_COUNT = Statement(
    """
    SELECT count(*) FROM automation_runs
    WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id AND at > :since AND outcome = 'done'
    """
)
_LAST_HEARD = Statement(
    """
    SELECT conversation_id, id FROM messages WHERE tenant_id = :tenant_id AND direction = 'inbound'
    ORDER BY id DESC LIMIT :limit
    """
)
_LAST_TOLD = Statement(
    """
    SELECT conversation_id FROM timeline
    WHERE tenant_id = :tenant_id AND kind = ANY(CAST(:kinds AS text[])) AND conversation_id IS NOT NULL
    ORDER BY id DESC LIMIT :limit
    """
)
_FORGET = Statement(
    """
    DELETE FROM automation_runs WHERE tenant_id = :tenant_id AND id = ANY(ARRAY(
      SELECT id FROM automation_runs WHERE tenant_id = :tenant_id AND at < :before LIMIT :limit))
    """
)


class PostgresAutomationRuns:
    """Keeps one run a rule and event."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def begin(self, run: AutomationRun) -> bool:
        """Write it, unless this rule ran after this event already; say whether it was written."""
        values = {name: getattr(run, name) for name in run.__struct_fields__}
        return bool(await self._connection.execute(_BEGIN, **values))

    async def count_done(self, conversation_id: ConversationId, *, since: datetime) -> int:
        """Say how many rules did something in a conversation lately."""
        return int(await self._connection.fetch_value(_COUNT, conversation_id=conversation_id, since=since))

    async def recent(self, event: RuleEvent, *, limit: int) -> list[tuple[ConversationId, MessageId | None]]:
        """Give where an event happened last, with the message if it is about one."""
        if event is RuleEvent.MESSAGE_RECEIVED:
            heard = await self._connection.fetch(_LAST_HEARD, limit=limit)
            return [(ConversationId(row["conversation_id"]), MessageId(row["id"])) for row in heard]
        told = await self._connection.fetch(_LAST_TOLD, kinds=kinds_of(event), limit=limit)
        return [(ConversationId(row["conversation_id"]), None) for row in told]

    async def forget(self, *, before: datetime, limit: int) -> int:
        """Remove old ones; give how many."""
        return await self._connection.execute(_FORGET, before=before, limit=limit)
