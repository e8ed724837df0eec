-- Flows that begin by themselves: by the clock (when each is due next, what became of each time) or after an event.

CREATE TABLE flow_schedules (
  tenant_id uuid NOT NULL, flow_id uuid NOT NULL, version_id uuid NOT NULL, cron text NOT NULL, time_zone text NOT NULL,
  next_at timestamptz, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, flow_id),
  FOREIGN KEY (tenant_id, flow_id) REFERENCES flows (tenant_id, id),
  FOREIGN KEY (tenant_id, version_id) REFERENCES flow_versions (tenant_id, id));
CREATE INDEX flow_schedules_due ON flow_schedules (tenant_id, next_at) WHERE next_at IS NOT NULL;

CREATE TABLE flow_runs (
  tenant_id uuid NOT NULL, id uuid NOT NULL, flow_id uuid NOT NULL, version_id uuid NOT NULL,
  due_at timestamptz NOT NULL, began_at timestamptz NOT NULL, ended_at timestamptz, missed int NOT NULL,
  status text NOT NULL CHECK (status IN ('running', 'done', 'missed', 'failed')), cursor uuid, asked int NOT NULL,
  skipped int NOT NULL, error text, PRIMARY KEY (tenant_id, id),
  CONSTRAINT flow_runs_time_key UNIQUE (tenant_id, flow_id, due_at),
  FOREIGN KEY (tenant_id, flow_id) REFERENCES flows (tenant_id, id));
CREATE INDEX flow_runs_flow ON flow_runs (tenant_id, flow_id, due_at DESC);

CREATE TABLE flow_events (
  tenant_id uuid NOT NULL, flow_id uuid NOT NULL, version_id uuid NOT NULL, event text NOT NULL,
  PRIMARY KEY (tenant_id, flow_id), FOREIGN KEY (tenant_id, flow_id) REFERENCES flows (tenant_id, id),
  FOREIGN KEY (tenant_id, version_id) REFERENCES flow_versions (tenant_id, id));

-- A contact's flows that run, and what began in them lately: an event must not begin flows for ever.
CREATE INDEX flow_sessions_contact ON flow_sessions (tenant_id, contact_id, id DESC);
