-- Numbers of two providers, how they are doing, and the templates that Meta approves.

ALTER TABLE whatsapp_configs
  ADD COLUMN api_url text, ADD COLUMN messaging_tier text, ADD COLUMN throughput_level text,
  ADD COLUMN daily_limit int CHECK (daily_limit > 0), ADD COLUMN rate_limit_per_minute int CHECK (rate_limit_per_minute > 0),
  ADD COLUMN connection text NOT NULL DEFAULT 'unknown'
    CHECK (connection IN ('unknown', 'connecting', 'open', 'closed')),
  ADD COLUMN health jsonb NOT NULL DEFAULT '{}', ADD COLUMN deleted_at timestamptz;
ALTER TABLE whatsapp_configs DROP CONSTRAINT whatsapp_configs_number_key;
CREATE UNIQUE INDEX whatsapp_configs_number_key ON whatsapp_configs (tenant_id, phone_number_id)
  WHERE deleted_at IS NULL;

-- How much of its own day's limit a number has sent; only numbers that have one.
CREATE TABLE number_days (
  tenant_id uuid NOT NULL, whatsapp_config_id uuid NOT NULL, day date NOT NULL, sent int NOT NULL,
  PRIMARY KEY (tenant_id, whatsapp_config_id),
  FOREIGN KEY (tenant_id, whatsapp_config_id) REFERENCES whatsapp_configs (tenant_id, id));

-- What failed is rare, and asked for by number.
CREATE INDEX messages_failed ON messages (tenant_id, whatsapp_config_id, id) WHERE error_code IS NOT NULL;

CREATE TABLE templates (
  tenant_id uuid NOT NULL, id uuid NOT NULL, whatsapp_config_id uuid NOT NULL, provider_id text, name text NOT NULL,
  language text NOT NULL, category text NOT NULL, status text NOT NULL, components jsonb NOT NULL,
  parameter_format text NOT NULL CHECK (parameter_format IN ('positional', 'named')), quality text NOT NULL,
  rejected_reason text, history jsonb NOT NULL DEFAULT '{}', synced_at timestamptz, version int NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT templates_name_key UNIQUE (tenant_id, whatsapp_config_id, name, language),
  FOREIGN KEY (tenant_id, whatsapp_config_id) REFERENCES whatsapp_configs (tenant_id, id));
CREATE INDEX templates_provider ON templates (tenant_id, provider_id) WHERE provider_id IS NOT NULL;

-- How far the reading of a number's templates is; one row a number.
CREATE TABLE template_syncs (
  tenant_id uuid NOT NULL, whatsapp_config_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
  found int NOT NULL, changed int NOT NULL, deleted int NOT NULL, error text,
  ordered_at timestamptz NOT NULL, started_at timestamptz, finished_at timestamptz,
  PRIMARY KEY (tenant_id, whatsapp_config_id),
  FOREIGN KEY (tenant_id, whatsapp_config_id) REFERENCES whatsapp_configs (tenant_id, id));
