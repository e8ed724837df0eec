-- What flows ask of the world: each call is ordered with the sprint that wants it, and settled once.

CREATE TABLE flow_calls (
  tenant_id uuid NOT NULL, id uuid NOT NULL, session_id uuid NOT NULL, effect_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('api', 'erp', 'ai')), request jsonb NOT NULL, lane_key text NOT NULL,
  config_id uuid NOT NULL, status text NOT NULL CHECK (status IN ('waiting', 'done', 'failed', 'dropped')),
  tries int NOT NULL, begun int NOT NULL, answer jsonb, error_code text, error_detail text,
  ordered_at timestamptz NOT NULL, due_at timestamptz NOT NULL, began_at timestamptz, settled_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT flow_calls_effect_key UNIQUE (tenant_id, session_id, effect_id),
  FOREIGN KEY (tenant_id, session_id) REFERENCES flow_sessions (tenant_id, id));
CREATE INDEX flow_calls_waiting ON flow_calls (tenant_id, due_at) WHERE status = 'waiting';

-- How the hosts that flows call have been doing.
CREATE TABLE api_hosts (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL DEFAULT gen_random_uuid(), host text NOT NULL,
  successes bigint NOT NULL, failures bigint NOT NULL, failures_in_a_row int NOT NULL, last_success_at timestamptz,
  last_failure_at timestamptz, last_error text, last_ms int, PRIMARY KEY (tenant_id, id),
  CONSTRAINT api_hosts_host_key UNIQUE (tenant_id, host));

-- What flows may send to others and nobody may read: a document names a secret, and never holds one.
CREATE TABLE secrets (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, name text NOT NULL,
  value_sealed bytea NOT NULL, hosts text[] NOT NULL, version int NOT NULL, created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL, last_used_at timestamptz, PRIMARY KEY (tenant_id, id),
  CONSTRAINT secrets_name_key UNIQUE (tenant_id, name));
