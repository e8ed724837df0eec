"""What the work on a lane begins and ends with, each in one round trip: most of a message's cost is round trips."""

from adapters.postgres.statements import Statement

OPEN = Statement("""
SELECT config.*, item.id AS item_id, item.item, item.received_at, item.attempts,
  (SELECT min(due_at) FROM flow_timers WHERE tenant_id = :tenant_id AND lane_key = :key) AS next_timer
FROM whatsapp_configs AS config
LEFT JOIN LATERAL (
  SELECT id, position, item, received_at, attempts FROM platform.inbound_items
  WHERE tenant_id = :tenant_id AND lane_key = :key ORDER BY position LIMIT :limit) AS item ON true
WHERE config.tenant_id = :tenant_id AND config.id = :config_id
ORDER BY item.position
""")

GIVE_BACK = Statement("""
WITH woken AS (
  INSERT INTO platform.lanes AS lane (tenant_id, kind, key, due_at, signal)
  SELECT CAST(:tenant_id AS uuid), step.kind, step.key, step.due_at, 1
  FROM unnest(CAST(:woken_kinds AS text[]), CAST(:woken_keys AS text[]), CAST(:woken_at AS timestamptz[]))
    WITH ORDINALITY AS step (kind, key, due_at, place)
  ORDER BY step.place
  ON CONFLICT (kind, key) DO UPDATE
  SET due_at = LEAST(lane.due_at, EXCLUDED.due_at), signal = lane.signal + 1
  RETURNING lane.key),
facts AS (
  INSERT INTO platform.events (tenant_id, id, type, conversation_id, data, at, is_placed, assigned_to, department_id,
    held_before)
  SELECT CAST(:tenant_id AS uuid), fact.id, fact.type, fact.conversation_id, fact.data, CAST(:at AS timestamptz),
    held.id IS NOT NULL, held.assigned_to, held.department_id, fact.held_before
  FROM unnest(CAST(:ids AS uuid[]), CAST(:types AS text[]), CAST(:conversation_ids AS uuid[]), CAST(:data AS jsonb[]),
      CAST(:held_before AS jsonb[]))
    WITH ORDINALITY AS fact (id, type, conversation_id, data, held_before, place)
  LEFT JOIN conversations AS held ON held.tenant_id = CAST(:tenant_id AS uuid) AND held.id = fact.conversation_id
  ORDER BY fact.place),
items AS (
  DELETE FROM platform.inbound_items WHERE tenant_id = :tenant_id AND id = ANY(CAST(:items AS uuid[]))),
webhooks AS (
  DELETE FROM platform.webhook_journal WHERE tenant_id = :tenant_id AND id = ANY(CAST(:webhooks AS uuid[]))),
next AS (
  SELECT LEAST(
    CAST(:due_at AS timestamptz),
    (SELECT CASE WHEN min(due_at) IS NOT NULL THEN GREATEST(min(due_at), CAST(:not_before AS timestamptz)) END
     FROM flow_timers WHERE tenant_id = :tenant_id AND lane_key = :timers)) AS due_at)
UPDATE platform.lanes AS lane
SET leased_until = NULL, lease_owner = NULL, attempts = 0, crashes = 0, error = NULL,
  due_at = CASE WHEN lane.signal = :signal THEN next.due_at ELSE LEAST(next.due_at, clock_timestamp()) END
FROM next
WHERE lane.kind = :kind AND lane.key = :key AND lane.fence = :fence AND lane.lease_owner IS NOT NULL
  AND (SELECT count(*) FROM woken) IS NOT NULL
RETURNING lane.due_at
""")
"""A transaction's last statement but COMMIT: events, what is done, the lanes that it woke, and its own lane, settled.

The count makes the woken lanes locked before our own, as their order wants; whoever comes after ours is woken by a
statement of its own. LEAST passes over NULL; GREATEST does too, hence the CASE: a lane without timers sleeps.

A timer armed by another transaction while we wait for our lane's row is not seen here, but that one woke the lane:
the signal has moved, and the lane is due at once.
"""
