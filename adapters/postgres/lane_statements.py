"""The SQL of lanes. A lane row: when it is due, who has it until when, and three counts.

`fence` counts leases, `signal` wake-ups, `crashes` leases that ran out on it. What is compared with a lease is the
database's clock, so that the workers' clocks do not matter; `due_at` is what callers say.
"""

from adapters.postgres.statements import Statement

WAKE = Statement("""
INSERT INTO platform.lanes AS lane (tenant_id, kind, key, due_at, signal)
SELECT CAST(:tenant_id AS uuid), step.kind, step.key, step.due_at, 1
FROM unnest(CAST(:woken_kinds AS text[]), CAST(:woken_keys AS text[]), CAST(:woken_at AS timestamptz[]))
  WITH ORDINALITY AS step (kind, key, due_at, place)
ORDER BY step.place
ON CONFLICT (kind, key) DO UPDATE
SET due_at = LEAST(lane.due_at, EXCLUDED.due_at), signal = lane.signal + 1
""")
"""LEAST passes over NULL, which is a lane with nothing to do. The rows are locked in the order that is given."""

WAKE_NOW = Statement("""
INSERT INTO platform.lanes AS lane (tenant_id, kind, key, due_at, signal)
SELECT step.tenant_id, step.kind, step.key, clock_timestamp(), 1
FROM unnest(CAST(:tenant_ids AS uuid[]), CAST(:kinds AS text[]), CAST(:keys AS text[]))
  WITH ORDINALITY AS step (tenant_id, kind, key, place)
ORDER BY step.place
ON CONFLICT (kind, key) DO UPDATE
SET due_at = LEAST(lane.due_at, EXCLUDED.due_at), signal = lane.signal + 1
""")
"""The same for lanes of several tenants, due at once."""

CONFIRM = Statement("""
SELECT lane.fence FROM platform.lanes AS lane
WHERE lane.kind = :kind AND lane.key = :key AND lane.fence = :fence AND lane.lease_owner IS NOT NULL
FOR NO KEY UPDATE
""")

SETTLE = Statement("""
UPDATE platform.lanes AS lane
SET leased_until = NULL, lease_owner = NULL, attempts = 0, crashes = 0, error = NULL,
  due_at = CASE
    WHEN lane.signal = :signal THEN CAST(:due_at AS timestamptz)
    ELSE LEAST(CAST(:due_at AS timestamptz), clock_timestamp())
  END
WHERE lane.kind = :kind AND lane.key = :key AND lane.fence = :fence AND lane.lease_owner IS NOT NULL
RETURNING lane.due_at
""")
"""A wake-up that came after the claim has moved the signal: the lane is due at once, nothing is looked up again."""

BACK_OFF = Statement("""
UPDATE platform.lanes AS lane
SET leased_until = NULL, lease_owner = NULL, attempts = lane.attempts + 1, crashes = 0, error = :error,
  due_at = CAST(:due_at AS timestamptz)
WHERE lane.kind = :kind AND lane.key = :key AND lane.fence = :fence AND lane.lease_owner IS NOT NULL
RETURNING lane.due_at
""")

BEGIN_SUSPECT = Statement("""
UPDATE platform.lanes AS lane SET crashes = lane.crashes + 1
WHERE lane.kind = :kind AND lane.key = :key AND lane.fence = :fence AND lane.lease_owner IS NOT NULL
RETURNING lane.crashes
""")

EXTEND = Statement("""
WITH ours AS (
  SELECT lane.kind, lane.key
  FROM unnest(CAST(:kinds AS text[]), CAST(:keys AS text[]), CAST(:fences AS bigint[]))
    WITH ORDINALITY AS step (kind, key, fence, place)
  JOIN platform.lanes AS lane ON lane.kind = step.kind AND lane.key = step.key AND lane.fence = step.fence
  WHERE lane.lease_owner = :owner
  ORDER BY step.place
  FOR NO KEY UPDATE OF lane)
UPDATE platform.lanes AS lane SET leased_until = clock_timestamp() + CAST(:lease AS interval)
FROM ours WHERE lane.kind = ours.kind AND lane.key = ours.key
""")

CLAIM = Statement("""
WITH turns AS MATERIALIZED (
  SELECT turn.tenant_id
  FROM (SELECT tenant_id FROM platform.tenant_turns WHERE NOT paused ORDER BY served_at) AS turn
  CROSS JOIN LATERAL (
    SELECT FROM unnest(CAST(:kinds AS text[])) AS wanted (kind)
    CROSS JOIN LATERAL (
      SELECT FROM platform.lanes AS lane
      WHERE lane.tenant_id = turn.tenant_id AND lane.kind = wanted.kind AND lane.due_at <= now()
        AND (lane.leased_until IS NULL OR lane.leased_until <= now())
      ORDER BY lane.due_at
      LIMIT 1) AS head
    LIMIT 1) AS something_due
  LIMIT :tenants),
queues AS MATERIALIZED (
  SELECT turns.tenant_id, wanted.kind
  FROM turns
  CROSS JOIN unnest(CAST(:kinds AS text[])) AS wanted (kind)
  CROSS JOIN LATERAL (
    SELECT FROM platform.lanes AS lane
    WHERE lane.tenant_id = turns.tenant_id AND lane.kind = wanted.kind AND lane.due_at <= now()
      AND (lane.leased_until IS NULL OR lane.leased_until <= now())
    ORDER BY lane.due_at
    LIMIT 1) AS head),
heads AS (
  SELECT head.kind, head.key
  FROM queues CROSS JOIN LATERAL (
    SELECT lane.kind, lane.key, lane.due_at
    FROM platform.lanes AS lane
    WHERE lane.tenant_id = queues.tenant_id AND lane.kind = queues.kind AND lane.due_at <= now()
      AND (lane.leased_until IS NULL OR lane.leased_until <= now())
    ORDER BY lane.due_at
    LIMIT (SELECT greatest(1, CAST(:limit AS bigint) / count(*)) FROM queues)
    FOR UPDATE SKIP LOCKED) AS head
  ORDER BY head.due_at
  LIMIT :limit),
leased AS (
  UPDATE platform.lanes AS lane
  SET leased_until = clock_timestamp() + CAST(:lease AS interval), lease_owner = :owner, fence = lane.fence + 1,
    crashes = CASE WHEN lane.lease_owner IS NULL THEN lane.crashes ELSE GREATEST(lane.crashes, 1) END
  FROM heads WHERE lane.kind = heads.kind AND lane.key = heads.key
  RETURNING lane.kind, lane.key, lane.tenant_id, lane.fence, lane.signal, lane.attempts, lane.crashes, lane.due_at),
served AS (
  UPDATE platform.tenant_turns AS turn SET served_at = clock_timestamp()
  WHERE turn.tenant_id IN (
    SELECT mine.tenant_id FROM platform.tenant_turns AS mine
    WHERE mine.tenant_id IN (SELECT leased.tenant_id FROM leased)
    FOR UPDATE SKIP LOCKED))
SELECT * FROM leased ORDER BY due_at
""")
"""Tenants served least recently, of those with something due; of each, and of each kind, an equal share of `limit`.

`ORDER BY due_at LIMIT 1` makes each look one step in the index `lanes_due`, whatever the statistics say: EXISTS was
planned as a hash of all that is due (1.8 s with 100,000 due lanes), LIMIT alone as a scan of the table for each tenant.

A lane whose owner fell silent becomes suspect: crashes is 1. More is counted where it is begun (BEGIN_SUSPECT), for
most of a dead worker's lanes only shared its fate.

Nothing here waits: locked lanes are skipped, and so is the stamp of a tenant that another worker is stamping.
"""
