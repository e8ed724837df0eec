"""What a transaction leaves behind besides its aggregates: one statement a kind of effect, for any number of rows."""

from adapters.postgres.statements import Statement

ADD_EVENTS = Statement("""
INSERT INTO platform.events (tenant_id, id, type, conversation_id, data, at, is_placed, assigned_to, department_id,
  held_before)
SELECT CAST(:tenant_id AS uuid), fact.id, fact.type, fact.conversation_id, fact.data, CAST(:at AS timestamptz),
  held.id IS NOT NULL, held.assigned_to, held.department_id, fact.held_before
FROM unnest(CAST(:ids AS uuid[]), CAST(:types AS text[]), CAST(:conversation_ids AS uuid[]), CAST(:data AS jsonb[]),
    CAST(:held_before AS jsonb[]))
  WITH ORDINALITY AS fact (id, type, conversation_id, data, held_before, place)
LEFT JOIN conversations AS held ON held.tenant_id = CAST(:tenant_id AS uuid) AND held.id = fact.conversation_id
ORDER BY fact.place
""")
"""Whose a conversation is, as the transaction leaves it, is kept with the event: it says whom it may be told."""

PUT_ITEMS = Statement("""
INSERT INTO platform.inbound_items (tenant_id, id, lane_key, item, received_at)
SELECT CAST(:tenant_id AS uuid), put.id, put.key, put.item, put.at
FROM unnest(CAST(:ids AS uuid[]), CAST(:keys AS text[]), CAST(:items AS jsonb[]), CAST(:ats AS timestamptz[]))
  WITH ORDINALITY AS put (id, key, item, at, place)
ORDER BY put.place
ON CONFLICT (id) DO NOTHING
""")

FINISH = Statement("""
WITH items AS (
  DELETE FROM platform.inbound_items WHERE tenant_id = :tenant_id AND id = ANY(CAST(:items AS uuid[])))
DELETE FROM platform.webhook_journal WHERE tenant_id = :tenant_id AND id = ANY(CAST(:webhooks AS uuid[]))
""")

BURY = Statement("""
INSERT INTO platform.dead_letters (tenant_id, id, kind, lane_key, config_id, body, error, at)
SELECT CAST(:tenant_id AS uuid), letter.*, CAST(:at AS timestamptz)
FROM unnest(CAST(:ids AS uuid[]), CAST(:kinds AS text[]), CAST(:keys AS text[]), CAST(:config_ids AS uuid[]),
  CAST(:bodies AS bytea[]), CAST(:errors AS text[])) AS letter
""")
