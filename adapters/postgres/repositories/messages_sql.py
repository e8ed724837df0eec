"""Statements of messages. Partitions are cut by id, so whatever reads one message names its id."""

from sqlalchemy import select

from adapters.postgres.repositories.rows import insert_into, is_row, select_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import messages

GET = select_row(messages)
LOCK = Statement(select(messages).where(is_row(messages)).with_for_update())
ADD = insert_into(messages)

LOCK_ALL = Statement(
    """
    SELECT message.*
    FROM (SELECT id FROM unnest(CAST(:ids AS uuid[])) AS wanted (id) ORDER BY id) AS wanted
    CROSS JOIN LATERAL (
      SELECT * FROM messages WHERE tenant_id = :tenant_id AND messages.id = wanted.id FOR UPDATE) AS message
    """
)
"""One look at one partition for each, in the order in which everybody locks."""

SAVE = Statement(
    """
    UPDATE messages SET
      provider_message_id = :provider_message_id, status = :status, status_at = :status_at, error_code = :error_code,
      error_detail = :error_detail, version = messages.version + 1
    FROM messages AS before
    WHERE messages.tenant_id = :tenant_id AND messages.id = :id AND messages.version = :version
      AND before.tenant_id = :tenant_id AND before.id = :id
    RETURNING messages.provider_message_id IS NOT NULL
      AND messages.provider_message_id IS DISTINCT FROM before.provider_message_id AS is_named_now
    """
)

SAVE_ALL = Statement(
    """
    UPDATE messages SET
      provider_message_id = changed.provider_message_id, status = changed.status, status_at = changed.status_at,
      error_code = changed.error_code, error_detail = changed.error_detail, version = messages.version + 1
    FROM unnest(CAST(:ids AS uuid[]), CAST(:provider_message_ids AS text[]), CAST(:statuses AS text[]),
      CAST(:status_ats AS jsonb[]), CAST(:error_codes AS text[]), CAST(:error_details AS text[]),
      CAST(:versions AS integer[]))
      AS changed (id, provider_message_id, status, status_at, error_code, error_detail, version)
    WHERE messages.tenant_id = :tenant_id AND messages.id = changed.id AND messages.version = changed.version
    """
)

LATEST_INBOUND = Statement(
    """
    SELECT * FROM messages
    WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id AND direction = 'inbound'
      AND provider_message_id IS NOT NULL
    ORDER BY id DESC LIMIT 1
    """
)

LATEST = Statement(
    """
    SELECT * FROM messages
    WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id
    ORDER BY id DESC LIMIT :limit
    """
)

LATEST_OUTBOUND = Statement(
    """
    SELECT * FROM messages
    WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id AND direction = 'outbound'
    ORDER BY id DESC LIMIT 1
    """
)

MARK_RETRIED = Statement(
    "UPDATE messages SET retried_as = :retried_as, version = version + 1 WHERE tenant_id = :tenant_id AND id = :id"
)

_NAME_LOCK = "pg_advisory_xact_lock(hashtextextended(CAST(:provider_message_id AS text), 0))"

"""Whoever gives a message the provider's name, and whoever finds that nobody has it yet, wait for each other: else
a status could be parked at the very moment in which its message stopped looking for parked ones."""

HOLD_NAME = Statement(f"SELECT {_NAME_LOCK}")

NAME = Statement(
    f"""
    INSERT INTO provider_messages (tenant_id, whatsapp_config_id, provider_message_id, message_id)
    SELECT CAST(:tenant_id AS uuid), CAST(:config_id AS uuid), CAST(:provider_message_id AS text),
      CAST(:message_id AS uuid)
    FROM (SELECT {_NAME_LOCK}) AS turn
    ON CONFLICT DO NOTHING
    """  # noqa: S608  # nothing but our own text goes in
)

CLAIM = Statement(
    f"""
    INSERT INTO provider_messages (tenant_id, whatsapp_config_id, provider_message_id, message_id)
    SELECT CAST(:tenant_id AS uuid), CAST(:config_id AS uuid), CAST(:provider_message_id AS text),
      CAST(:message_id AS uuid)
    FROM (SELECT {_NAME_LOCK}) AS turn
    ON CONFLICT DO NOTHING
    RETURNING EXISTS (
      SELECT FROM early_changes WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id
        AND target = CAST(:provider_message_id AS text)) AS is_awaited
    """  # noqa: S608  # nothing but our own text goes in
)
"""NAME for a message that comes in, which tells as well whether something waits for it: most have nothing.

It looks with the eyes it had before it waited for the lock; a change that was parked while it did is found by the
hourly tidying."""

NAME_ALL = Statement(
    """
    INSERT INTO provider_messages (tenant_id, whatsapp_config_id, provider_message_id, message_id)
    SELECT CAST(:tenant_id AS uuid), turn.config_id, turn.name, turn.message_id
    FROM (
      SELECT named.*, pg_advisory_xact_lock(hashtextextended(named.name, 0))
      FROM (
        SELECT * FROM unnest(CAST(:config_ids AS uuid[]), CAST(:names AS text[]), CAST(:message_ids AS uuid[]))
          AS given (config_id, name, message_id)
        ORDER BY name) AS named
      OFFSET 0) AS turn
    ON CONFLICT DO NOTHING
    """
)

LOCK_BY_NAME = Statement(
    """
    SELECT * FROM messages
    WHERE tenant_id = :tenant_id AND id = (
      SELECT message_id FROM provider_messages
      WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id AND provider_message_id = :provider_message_id)
    FOR UPDATE
    """
)

PARK = Statement(
    """
    INSERT INTO early_statuses (tenant_id, whatsapp_config_id, provider_message_id, item, received_at)
    VALUES (:tenant_id, :config_id, :provider_message_id, :item, :received_at)
    """
)

TAKE_LATE = Statement(
    """
    DELETE FROM early_statuses
    WHERE tenant_id = :tenant_id AND position IN (
      SELECT position FROM early_statuses WHERE tenant_id = :tenant_id AND received_at < :before
      ORDER BY position LIMIT :limit FOR UPDATE SKIP LOCKED)
    RETURNING whatsapp_config_id, item
    """
)
TAKE_PARKED = Statement(
    """
    WITH statuses AS (
      DELETE FROM early_statuses
      WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id
        AND provider_message_id = ANY (CAST(:provider_message_ids AS text[]))
      RETURNING position, item),
    changes AS (
      DELETE FROM early_changes
      WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id
        AND target = ANY (CAST(:provider_message_ids AS text[]))
      RETURNING position, item)
    SELECT position, item FROM statuses UNION ALL SELECT position, item FROM changes
    """
)
"""What waited for messages of ours: their statuses, and reactions that were faster than the provider's answer."""


KEEP_NOTICE = Statement(
    """
    INSERT INTO provider_notices (tenant_id, id, whatsapp_config_id, field, payload, received_at)
    VALUES (:tenant_id, gen_random_uuid(), :config_id, :field, :payload, :received_at)
    """
)
