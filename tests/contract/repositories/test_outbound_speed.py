"""OutboundRepository with a long queue: it reads the head of an index, not the queue."""

import pytest

from adapters.postgres.database import Database
from adapters.postgres.repositories import outbound_sql
from adapters.postgres.statements import Statement
from domain.conversations.conversation import Conversation
from domain.shared.ids import TenantId
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.retry import UNKNOWN_DECIDED_AFTER
from tests.contract.repositories.stored import NOW, fetch

QUEUED = 20_000
MOST_BUFFERS = 2_000
"""Pages of 8 KiB: some hundred for the head of the queue, while the whole of it fills 60,000."""
MOST_WHEN_MISLED = 200_000
"""Once through the queue, a look at each contact's own: a tenth of a second. Comparing all with all took minutes."""

FILL = """
WITH made AS (
  SELECT ('01a00000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid AS id
  FROM generate_series(1, $5) AS number),
people AS (
  INSERT INTO contacts (tenant_id, id, attributes, source, version, created_at, updated_at)
  SELECT $1, id, '{}', 'test', 0, $4, $4 FROM made),
written AS (
  INSERT INTO messages (tenant_id, id, conversation_id, whatsapp_config_id, direction, type, sender, content, status,
    status_at, version, created_at)
  SELECT $1, id, $2, $3, 'outbound', 'text', 'campaign', '{"type": "text", "body": "oi"}', 'queued', '{}', 0, $4
  FROM made)
INSERT INTO outbound (tenant_id, message_id, conversation_id, contact_id, config_id, address, wa_id, priority, state,
  not_before)
SELECT $1, id, $2, id, $3, id::text, '5511955550001', 'bulk', 'queued', $4 FROM made
"""


async def buffers(database: Database, tenant_id: TenantId, statement: Statement, **values: object) -> int:
    """Run it and give how many pages it looked at."""
    arguments = statement.arguments({"tenant_id": tenant_id, **values})
    async with database.tenant_transaction(tenant_id) as connection:
        plan = await connection.fetch(f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) {statement.sql}", *arguments)
    shared = next(row[0] for row in plan if "Buffers: shared" in row[0])
    return sum(int(word.partition("=")[2]) for word in shared.split() if word.startswith(("hit=", "read=")))


REFILL = """
INSERT INTO outbound (tenant_id, message_id, conversation_id, contact_id, config_id, address, wa_id, priority, state,
  not_before)
SELECT tenant_id, id, conversation_id, CASE WHEN $4 THEN (SELECT contact_id FROM conversations LIMIT 1) ELSE id END,
  whatsapp_config_id, id::text, '5511955550001', 'bulk', 'queued', created_at
FROM messages WHERE tenant_id = $1 AND conversation_id = $2 LIMIT $3
"""


async def mislead(database_url: str, tenant_id: TenantId, conversation: Conversation, *, home: str) -> None:
    """Have the planner believe that the queue holds a few messages to one contact, as it may a minute ago."""
    await fetch(database_url, "DELETE FROM outbound", home=home)
    await fetch(database_url, REFILL, tenant_id, conversation.id, 30, True, home=home)
    await fetch(database_url, "VACUUM (TRUNCATE off, ANALYZE) outbound", home=home)
    await fetch(database_url, "DELETE FROM outbound", home=home)
    await fetch(database_url, REFILL, tenant_id, conversation.id, QUEUED, False, home=home)


class TestLongQueue:
    @pytest.mark.parametrize("is_misled", [False, True])
    async def test_reads_little_of_it(
        self,
        *,
        is_misled: bool,
        app_database: Database,
        database_url: str,
        home: str,
        tenant_id: TenantId,
        config: WhatsAppConfig,
        conversation: Conversation,
    ) -> None:
        await fetch(database_url, FILL, tenant_id, conversation.id, config.id, NOW, QUEUED, home=home)
        await fetch(database_url, "ANALYZE outbound", home=home)  # or it believes what an earlier test left
        if is_misled:
            await mislead(database_url, tenant_id, conversation, home=home)
        number = {"config_id": config.id, "now": NOW}

        sendable = await buffers(app_database, tenant_id, outbound_sql.NEXT_SENDABLE, **number, limit=32)
        due = await buffers(
            app_database, tenant_id, outbound_sql.NEXT_DUE, **number, decided_after=UNKNOWN_DECIDED_AFTER
        )
        orphans = await buffers(app_database, tenant_id, outbound_sql.ORPHANS, config_id=config.id)

        assert max(sendable, due, orphans) < (MOST_WHEN_MISLED if is_misled else MOST_BUFFERS)
