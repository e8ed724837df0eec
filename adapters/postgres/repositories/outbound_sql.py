"""Statements of send intents. They stay quick with 100,000 intents queued: each walks an index and stops early."""

from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import messages

_IS_FIRST = """
NOT EXISTS (
  SELECT FROM outbound AS other
  WHERE other.tenant_id = intent.tenant_id AND other.config_id = intent.config_id
    AND other.contact_id = intent.contact_id AND other.message_id <> intent.message_id
    AND (other.state <> 'queued' OR other.priority > intent.priority
      OR other.priority = intent.priority AND other.position < intent.position)
  ORDER BY other.position OFFSET 0)"""
"""Whether nothing of the same contact is under way or goes before it. `reply` sorts after `bulk`.

OFFSET 0 keeps the planner from comparing the whole queue with itself, and the order keeps it to `outbound_contact`
where the queue was empty when it was last analysed: then every index of it looks equally cheap."""

_MESSAGE = [column.name for column in messages.c]

QUEUE = Statement(
    f"""
    WITH message AS (
      INSERT INTO messages ({", ".join(_MESSAGE)}) VALUES ({", ".join(f":{name}" for name in _MESSAGE)}))
    INSERT INTO outbound (tenant_id, message_id, conversation_id, contact_id, config_id, address, wa_id, user_id,
      priority, state, not_before, attempts, unknowns, submitted_at)
    VALUES (:tenant_id, :message_id, :conversation_id, :contact_id, :config_id, :address, :wa_id, :recipient_user_id,
      :priority, :state, :not_before, :attempts, :unknowns, :submitted_at)
    """  # noqa: S608  # nothing but our own text goes in
)

GET = Statement("SELECT * FROM outbound WHERE tenant_id = :tenant_id AND message_id = :message_id FOR UPDATE")

_HEADS = f"""
SELECT * FROM outbound AS intent
WHERE tenant_id = :tenant_id AND config_id = :config_id AND state = 'queued' AND not_before <= :now AND {_IS_FIRST}
ORDER BY priority DESC, position"""  # noqa: S608  # nothing but our own text goes in
"""Those that may go now. They are read in the order of the index `outbound_turn`, so a LIMIT stops the reading."""

NEXT_SENDABLE = Statement(
    f"""
    WITH turn AS MATERIALIZED ({_HEADS} LIMIT :limit)
    SELECT turn.*, messages.content, messages.reply_to, conversations.window_expires_at,
      messages.sender = 'bot' AND conversations.handler = 'agent' AS is_overruled
    FROM turn
    JOIN messages ON messages.tenant_id = :tenant_id AND messages.id = turn.message_id
    JOIN conversations ON conversations.tenant_id = :tenant_id AND conversations.id = turn.conversation_id
    ORDER BY turn.priority DESC, turn.position
    """  # noqa: S608  # nothing but our own text goes in
)

NEXT_DUE = Statement(
    f"""
    SELECT coalesce(
      (SELECT CAST(:now AS timestamptz) FROM ({_HEADS} LIMIT 1) AS head),
      least(
        (SELECT min(not_before) FROM outbound
        WHERE tenant_id = :tenant_id AND config_id = :config_id AND state = 'queued' AND not_before > :now),
        (SELECT min(submitted_at) + CAST(:decided_after AS interval) FROM outbound
        WHERE tenant_id = :tenant_id AND config_id = :config_id AND state <> 'queued' AND state = 'unknown')))
    """  # noqa: S608  # nothing but our own text goes in
)

MARK_SUBMITTING = Statement(
    """
    UPDATE outbound SET state = 'submitting', submitted_at = :now, attempts = attempts + 1
    WHERE tenant_id = :tenant_id AND message_id = ANY (:message_ids) AND state = 'queued'
    RETURNING message_id
    """
)

SPEND_DAY = Statement(
    """
    WITH today AS (
      SELECT CAST(CAST(:now AS timestamptz) AT TIME ZONE time_zone AS date) AS day, time_zone
      FROM platform.tenants WHERE id = :tenant_id),
    known AS (
      INSERT INTO number_days (tenant_id, whatsapp_config_id, day, sent)
      SELECT :tenant_id, :config_id, day, 0 FROM today
      ON CONFLICT (tenant_id, whatsapp_config_id) DO UPDATE
      SET sent = CASE WHEN number_days.day = EXCLUDED.day THEN number_days.sent ELSE 0 END, day = EXCLUDED.day
      RETURNING sent)
    SELECT known.sent, CAST(today.day + 1 AS timestamp) AT TIME ZONE today.time_zone AS ends_at FROM known, today
    """
)
"""The row is locked by it, so that two who count at once count one after the other."""

COUNT_DAY = Statement(
    "UPDATE number_days SET sent = sent + :taken WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id"
)

SAVE = Statement(
    """
    UPDATE outbound SET state = :state, not_before = :not_before, attempts = :attempts, unknowns = :unknowns,
      submitted_at = :submitted_at
    WHERE tenant_id = :tenant_id AND message_id = :message_id
    """
)

SETTLE = Statement("DELETE FROM outbound WHERE tenant_id = :tenant_id AND message_id = :message_id")

SETTLE_ALL = Statement(
    """
    DELETE FROM outbound WHERE tenant_id = :tenant_id AND message_id = ANY (CAST(:message_ids AS uuid[]))
    RETURNING message_id
    """
)

CANCEL_QUEUED = Statement(
    """
    WITH doomed AS MATERIALIZED (
      SELECT messages.id FROM conversations
      JOIN outbound ON outbound.tenant_id = :tenant_id AND outbound.config_id = conversations.whatsapp_config_id
        AND outbound.contact_id = conversations.contact_id AND outbound.conversation_id = conversations.id
      JOIN messages ON messages.tenant_id = :tenant_id AND messages.id = outbound.message_id
      WHERE conversations.tenant_id = :tenant_id AND conversations.id = :conversation_id
        AND outbound.state = 'queued' AND messages.sender = :sender
      ORDER BY messages.id FOR UPDATE OF messages),
    cancelled AS (
      DELETE FROM outbound USING doomed
      WHERE outbound.tenant_id = :tenant_id AND outbound.message_id = doomed.id AND outbound.state = 'queued'
      RETURNING outbound.message_id)
    UPDATE messages SET
      status = 'cancelled', status_at = status_at || jsonb_build_object('cancelled', now()), version = version + 1
    FROM cancelled WHERE messages.tenant_id = :tenant_id AND messages.id = cancelled.message_id
    RETURNING messages.id, now() AS at
    """
)
"""Messages are locked before their intents, as in every transaction that touches both."""

IN_DOUBT = Statement(
    """
    SELECT * FROM outbound
    WHERE tenant_id = :tenant_id AND config_id = :config_id AND address = :address AND state <> 'queued'
    ORDER BY position
    """
)

ORPHANS = Statement(
    """
    SELECT * FROM outbound
    WHERE tenant_id = :tenant_id AND config_id = :config_id AND state <> 'queued'
    ORDER BY position
    """
)
