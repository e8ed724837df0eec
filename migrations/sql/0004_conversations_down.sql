ALTER TABLE conversations
  DROP COLUMN priority, DROP COLUMN assigned_at, DROP COLUMN queued_at, DROP COLUMN snoozed_until,
  DROP COLUMN archived_at, DROP COLUMN resolved_by, DROP COLUMN reopened_at, DROP COLUMN inbound_count;
