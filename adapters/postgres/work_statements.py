"""The SQL of what lies in lanes: contacts' items, journalled webhooks, and where both go when they are given up."""

from adapters.postgres.statements import Statement

ITEMS = Statement("""
SELECT id AS item_id, item, received_at, attempts
FROM platform.inbound_items WHERE lane_key = :key ORDER BY position LIMIT :limit
""")

WEBHOOKS = Statement("""
SELECT id, tenant_id, config_id, received_at, body, attempts
FROM platform.webhook_journal WHERE lane_key = :key ORDER BY position LIMIT :limit
""")

UNHEARD_SINCE = Statement("""
SELECT least(
  (SELECT received_at FROM platform.webhook_journal
   WHERE tenant_id = :tenant_id AND lane_key = :journal ORDER BY position LIMIT 1),
  (SELECT min(received_at) FROM platform.inbound_items
   WHERE tenant_id = :tenant_id AND lane_key = ANY(CAST(:contacts AS text[]))))
""")
"""LEAST passes over NULL, which is a lane where nothing lies."""

COUNT_FAILURE = Statement("""
WITH item AS (
  UPDATE platform.inbound_items SET attempts = attempts + 1, error = :error WHERE id = :id RETURNING attempts),
webhook AS (
  UPDATE platform.webhook_journal SET attempts = attempts + 1, error = :error WHERE id = :id RETURNING attempts)
SELECT attempts FROM item UNION ALL SELECT attempts FROM webhook
""")

PARK = Statement("""
WITH ours AS (
  SELECT lane.kind, lane.key FROM platform.lanes AS lane
  WHERE lane.kind = :kind AND lane.key = :key AND lane.fence = :fence AND lane.lease_owner IS NOT NULL
  FOR NO KEY UPDATE),
item AS (
  DELETE FROM platform.inbound_items USING ours WHERE id = :id
  RETURNING id, lane_key, tenant_id, CAST(NULL AS uuid) AS config_id, convert_to(CAST(item AS text), 'UTF8') AS body),
webhook AS (
  DELETE FROM platform.webhook_journal USING ours WHERE id = :id
  RETURNING id, lane_key, tenant_id, config_id, body),
gone AS (
  SELECT * FROM item UNION ALL SELECT * FROM webhook),
letter AS (
  INSERT INTO platform.dead_letters (id, kind, lane_key, tenant_id, config_id, body, error, at)
  SELECT gone.id, :kind, gone.lane_key, gone.tenant_id, gone.config_id, gone.body, :error, clock_timestamp() FROM gone
  ON CONFLICT (id) DO UPDATE SET error = EXCLUDED.error, at = EXCLUDED.at)
SELECT * FROM ours
""")
"""A letter keeps its item's id: replayed, it is the same item again. No row means that the lane is another's."""
