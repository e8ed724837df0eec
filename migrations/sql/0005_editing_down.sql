ALTER TABLE flow_sprints DROP COLUMN seen;
DROP INDEX flow_sessions_contact;
ALTER TABLE flow_sessions DROP COLUMN cause, DROP COLUMN ended_at;
ALTER TABLE flow_versions DROP COLUMN notes;
ALTER TABLE flows DROP COLUMN description, DROP COLUMN deleted_at;
ALTER TABLE chatbots DROP COLUMN description, DROP COLUMN variables, DROP COLUMN updated_at;
