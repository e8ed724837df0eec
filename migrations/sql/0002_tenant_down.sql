-- Back to 0001: a department is a name again.

DROP INDEX conversations_assigned, conversations_department, departments_default_key, departments_name_key;
UPDATE departments SET name = name || ' ' || id WHERE deleted_at IS NOT NULL;
ALTER TABLE departments ADD CONSTRAINT departments_name_key UNIQUE (tenant_id, name),
  DROP COLUMN description, DROP COLUMN is_default, DROP COLUMN version, DROP COLUMN updated_at, DROP COLUMN deleted_at;
