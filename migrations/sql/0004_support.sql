-- When and how a company serves: hours, queues, promises, rules, and what customers said of it.

ALTER TABLE departments
  ADD COLUMN assignment text NOT NULL DEFAULT 'manual' CHECK (assignment IN ('manual', 'round_robin', 'least_busy')),
  ADD COLUMN assigns_out_of_hours boolean NOT NULL DEFAULT false;
ALTER TABLE department_members ADD COLUMN last_assigned_at timestamptz;
CREATE INDEX conversations_queue ON conversations (tenant_id, department_id, queued_at) WHERE status = 'waiting';

-- A week of opening hours; without a department it is the company's.
CREATE TABLE business_hours (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, department_id uuid, time_zone text,
  week jsonb NOT NULL, observes_holidays boolean NOT NULL, version int NOT NULL, created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT business_hours_department_key UNIQUE NULLS NOT DISTINCT (tenant_id, department_id),
  FOREIGN KEY (tenant_id, department_id) REFERENCES departments (tenant_id, id));

CREATE TABLE holidays (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, day date NOT NULL, name text NOT NULL,
  is_yearly boolean NOT NULL, is_open boolean NOT NULL, created_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT holidays_day_key UNIQUE (tenant_id, day));

CREATE TABLE sla_policies (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, name text NOT NULL,
  first_response interval, resolution interval, is_business_time boolean NOT NULL, warn_at_percent int NOT NULL,
  applies_to jsonb NOT NULL, place int NOT NULL, is_active boolean NOT NULL, version int NOT NULL,
  created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT sla_policies_name_key UNIQUE (tenant_id, name));

-- What was promised in a conversation, and whether it was kept.
CREATE TABLE conversation_slas (
  tenant_id uuid NOT NULL, conversation_id uuid NOT NULL, policy_id uuid NOT NULL, kind text NOT NULL
    CHECK (kind IN ('first_response', 'resolution')),
  started_at timestamptz NOT NULL, warn_at timestamptz NOT NULL, due_at timestamptz NOT NULL, warned_at timestamptz, breached_at timestamptz,
  met_at timestamptz, PRIMARY KEY (tenant_id, conversation_id, kind),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id),
  FOREIGN KEY (tenant_id, policy_id) REFERENCES sla_policies (tenant_id, id) ON DELETE CASCADE);
CREATE INDEX conversation_slas_due ON conversation_slas (tenant_id, due_at) WHERE met_at IS NULL AND breached_at IS NULL;

CREATE TABLE automation_rules (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, name text NOT NULL, event text NOT NULL,
  conditions jsonb NOT NULL, actions jsonb NOT NULL, place int NOT NULL, is_active boolean NOT NULL,
  version int NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT automation_rules_name_key UNIQUE (tenant_id, name));
CREATE INDEX automation_rules_event ON automation_rules (tenant_id, event) WHERE is_active;

CREATE TABLE automation_runs (
  tenant_id uuid NOT NULL, id uuid NOT NULL, rule_id uuid NOT NULL, cause uuid NOT NULL, conversation_id uuid,
  outcome text NOT NULL CHECK (outcome IN ('done', 'not_matched', 'failed', 'stopped')), depth int NOT NULL,
  details jsonb NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT automation_runs_cause_key UNIQUE (tenant_id, rule_id, cause),
  FOREIGN KEY (tenant_id, rule_id) REFERENCES automation_rules (tenant_id, id) ON DELETE CASCADE);
CREATE INDEX automation_runs_rule ON automation_runs (tenant_id, rule_id, id DESC);
CREATE INDEX automation_runs_conversation ON automation_runs (tenant_id, conversation_id, at);
CREATE INDEX automation_runs_old ON automation_runs (tenant_id, at);

CREATE TABLE csat_answers (
  tenant_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid NOT NULL, contact_id uuid NOT NULL, user_id uuid,
  department_id uuid, score int CHECK (score BETWEEN 1 AND 5), comment text, asked_at timestamptz NOT NULL,
  answered_at timestamptz, expires_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT csat_answers_conversation_key UNIQUE (tenant_id, conversation_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id));
CREATE INDEX csat_answers_open ON csat_answers (tenant_id, contact_id) WHERE answered_at IS NULL;

CREATE TABLE bot_config (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, key text NOT NULL, value jsonb NOT NULL, version int NOT NULL,
  updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, key));
