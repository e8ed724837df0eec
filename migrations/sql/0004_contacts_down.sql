DROP INDEX contacts_list;
ALTER TABLE contacts
  DROP COLUMN email, DROP COLUMN time_zone, DROP COLUMN lifecycle_stage, DROP COLUMN lead_score,
  DROP COLUMN first_seen_at, DROP COLUMN search_text, DROP COLUMN deleted_at, DROP COLUMN merged_into;
