DROP INDEX conversations_queue;
ALTER TABLE departments DROP COLUMN assignment, DROP COLUMN assigns_out_of_hours;
ALTER TABLE department_members DROP COLUMN last_assigned_at;
