-- A company's own people and its own past: roles, departments, presence, audit.

CREATE TABLE roles (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, code text NOT NULL, name text NOT NULL,
  description text NOT NULL, permissions text[] NOT NULL, version int NOT NULL, created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id), CONSTRAINT roles_code_key UNIQUE (tenant_id, code));

ALTER TABLE departments
  ADD COLUMN description text NOT NULL DEFAULT '', ADD COLUMN is_default boolean NOT NULL DEFAULT false,
  ADD COLUMN version int NOT NULL DEFAULT 1, ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN deleted_at timestamptz,
  DROP CONSTRAINT departments_name_key;
CREATE UNIQUE INDEX departments_name_key ON departments (tenant_id, name) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX departments_default_key ON departments (tenant_id) WHERE is_default AND deleted_at IS NULL;

CREATE INDEX conversations_assigned ON conversations (tenant_id, assigned_to, status) WHERE assigned_to IS NOT NULL;
CREATE INDEX conversations_department ON conversations (tenant_id, department_id)
  WHERE status IN ('active', 'waiting') AND department_id IS NOT NULL;

CREATE TABLE department_members (
  tenant_id uuid NOT NULL, department_id uuid NOT NULL, user_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, department_id, user_id),
  FOREIGN KEY (tenant_id, department_id) REFERENCES departments (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES platform.users (tenant_id, id));
CREATE INDEX department_members_user ON department_members (tenant_id, user_id);

CREATE TABLE user_status (
  tenant_id uuid NOT NULL, user_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('online', 'away', 'busy', 'offline')),
  since timestamptz NOT NULL, capacity int NOT NULL CHECK (capacity >= 0),
  PRIMARY KEY (tenant_id, user_id), FOREIGN KEY (tenant_id, user_id) REFERENCES platform.users (tenant_id, id));

CREATE TABLE audit_heads (
  tenant_id uuid PRIMARY KEY REFERENCES platform.tenants, seq bigint NOT NULL, hash bytea NOT NULL);

CREATE TABLE audit_log (
  tenant_id uuid NOT NULL, id uuid NOT NULL, seq bigint NOT NULL, action text NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'api_key', 'operator', 'system')),
  user_id uuid, api_key_id uuid, ip text, user_agent text, request_id text,
  subject_type text, subject_id uuid, before jsonb, after jsonb, at timestamptz NOT NULL,
  previous_hash bytea NOT NULL, hash bytea NOT NULL, PRIMARY KEY (tenant_id, id)) PARTITION BY RANGE (id);
CREATE INDEX audit_log_chain ON audit_log (tenant_id, seq, id);
CREATE INDEX audit_log_time ON audit_log (tenant_id, at, id);
CREATE INDEX audit_log_user ON audit_log (tenant_id, user_id, at, id) WHERE user_id IS NOT NULL;
CREATE INDEX audit_log_subject ON audit_log (tenant_id, subject_id, at, id) WHERE subject_id IS NOT NULL;
CREATE TABLE audit_log_default PARTITION OF audit_log DEFAULT;

-- Nobody takes entries back but platform.erase_audit, as the owner, whom these policies let near a company's log only
-- when the company has long been deleted.
CREATE POLICY erasing_seen ON audit_log FOR SELECT TO CURRENT_USER USING (platform.is_erasable(tenant_id));
CREATE POLICY erasing ON audit_log FOR DELETE TO CURRENT_USER USING (platform.is_erasable(tenant_id));
CREATE POLICY erasing_seen ON audit_heads FOR SELECT TO CURRENT_USER USING (platform.is_erasable(tenant_id));
CREATE POLICY erasing ON audit_heads FOR DELETE TO CURRENT_USER USING (platform.is_erasable(tenant_id));
