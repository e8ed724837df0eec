-- Who may do what: companies and their plans, people, sessions, keys. All of it is found before the tenant is known, or
-- must be written before there is one. What belongs to the platform itself has the nil UUID as its tenant.

CREATE TABLE platform.plans (
  code text PRIMARY KEY, position int NOT NULL, names jsonb NOT NULL, limits jsonb NOT NULL, features text[] NOT NULL);
INSERT INTO platform.plans VALUES
  ('free_trial', 0, '{"pt-BR": "Teste grátis", "en": "Free trial"}',
   '{"users": 5, "messages_per_month": 1000, "whatsapp_numbers": 1, "contacts": 1000, "flows": 5, "campaigns": 1}',
   '{inbox,flows,api}'),
  ('starter', 1, '{"pt-BR": "Inicial", "en": "Starter"}',
   '{"users": 5, "messages_per_month": 10000, "whatsapp_numbers": 1, "contacts": 5000, "flows": 10, "campaigns": 5}',
   '{inbox,flows,api}'),
  ('growth', 2, '{"pt-BR": "Crescimento", "en": "Growth"}',
   '{"users": 25, "messages_per_month": 100000, "whatsapp_numbers": 5, "contacts": 50000, "flows": 50, "campaigns": 50}',
   '{inbox,flows,api,campaigns,erp,ai}'),
  ('enterprise', 3, '{"pt-BR": "Empresarial", "en": "Enterprise"}',
   '{"users": null, "messages_per_month": null, "whatsapp_numbers": null, "contacts": null, "flows": null,
     "campaigns": null}',
   '{inbox,flows,api,campaigns,erp,ai,schema_isolation}');

ALTER TABLE platform.tenants
  ADD COLUMN domain text CONSTRAINT tenants_domain_key UNIQUE,
  ADD COLUMN plan text NOT NULL DEFAULT 'free_trial' REFERENCES platform.plans,
  ADD COLUMN trial_ends_at timestamptz, ADD COLUMN trial_warned_at timestamptz, ADD COLUMN next_payment_on date,
  ADD COLUMN limits jsonb NOT NULL DEFAULT '{}', ADD COLUMN settings jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN isolation text NOT NULL DEFAULT 'shared' CHECK (isolation IN ('shared', 'schema')),
  ADD COLUMN status_reason text, ADD COLUMN deleted_at timestamptz,
  ADD COLUMN version int NOT NULL DEFAULT 1, ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();

-- An operator lists all tenants; a tenant's own transaction sees and changes its own row. Not forced: the owner migrates.
ALTER TABLE platform.tenants ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON platform.tenants TO pytake_app
  USING (id = current_setting('app.tenant_id')::uuid) WITH CHECK (id = current_setting('app.tenant_id')::uuid);
CREATE POLICY platform ON platform.tenants TO pytake_platform USING (true) WITH CHECK (true);

CREATE FUNCTION platform.is_erasable(wanted uuid) RETURNS boolean LANGUAGE sql STABLE STRICT
  SET search_path = pg_catalog
  RETURN EXISTS (SELECT FROM platform.tenants
    WHERE id = wanted AND status = 'cancelled' AND deleted_at <= now() - interval '30 days');

-- What a suspended tenant has to do waits where it is: none of its lanes is claimed.
ALTER TABLE platform.tenant_turns ADD COLUMN paused boolean NOT NULL DEFAULT false;

INSERT INTO platform.tenants (id, name, slug, status, time_zone, language, created_at, plan)
  VALUES ('00000000-0000-0000-0000-000000000000', 'PyTake', 'platform', 'active', 'America/Sao_Paulo', 'pt-BR',
    now(), 'enterprise');

UPDATE platform.users SET tenant_id = '00000000-0000-0000-0000-000000000000' WHERE tenant_id IS NULL;
ALTER TABLE platform.users DROP CONSTRAINT users_role_check, DROP CONSTRAINT users_check,
  ALTER COLUMN tenant_id SET NOT NULL,
  ADD CONSTRAINT users_operator_check
    CHECK ((role = 'super_admin') = (tenant_id = '00000000-0000-0000-0000-000000000000')),
  ADD CONSTRAINT users_tenant_key UNIQUE (tenant_id, id),
  ADD COLUMN email_verified_at timestamptz, ADD COLUMN deleted_at timestamptz,
  ADD COLUMN notifications jsonb NOT NULL DEFAULT '{}', ADD COLUMN has_avatar boolean NOT NULL DEFAULT false,
  ADD COLUMN totp_sealed bytea, ADD COLUMN totp_enabled_at timestamptz, ADD COLUMN totp_last_step bigint,
  ADD COLUMN password_changed_at timestamptz, ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();

CREATE TABLE platform.user_avatars (
  tenant_id uuid NOT NULL, user_id uuid NOT NULL, mime text NOT NULL, body bytea NOT NULL,
  updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES platform.users (tenant_id, id));

CREATE TABLE platform.sessions (
  tenant_id uuid NOT NULL, id uuid NOT NULL, user_id uuid NOT NULL, created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, ip text, user_agent text,
  ended_at timestamptz, end_reason text, PRIMARY KEY (tenant_id, id), CONSTRAINT sessions_id_key UNIQUE (id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES platform.users (tenant_id, id));
CREATE INDEX sessions_user ON platform.sessions (tenant_id, user_id, id DESC);

CREATE TABLE platform.refresh_tokens (
  tenant_id uuid NOT NULL, id uuid NOT NULL, session_id uuid NOT NULL, parent_id uuid, token_hash bytea NOT NULL
    CONSTRAINT refresh_tokens_hash_key UNIQUE, issued_at timestamptz NOT NULL, used_at timestamptz,
  successor_sealed bytea, expires_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, session_id) REFERENCES platform.sessions (tenant_id, id) ON DELETE CASCADE);
CREATE INDEX refresh_tokens_session ON platform.refresh_tokens (tenant_id, session_id);

CREATE TABLE platform.one_time_tokens (
  tenant_id uuid NOT NULL, id uuid NOT NULL, user_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('reset', 'verify')), email text NOT NULL,
  token_hash bytea NOT NULL CONSTRAINT one_time_tokens_hash_key UNIQUE,
  created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES platform.users (tenant_id, id));
CREATE INDEX one_time_tokens_user ON platform.one_time_tokens (tenant_id, user_id);

CREATE TABLE platform.recovery_codes (
  tenant_id uuid NOT NULL, user_id uuid NOT NULL, code_hash bytea NOT NULL, used_at timestamptz,
  PRIMARY KEY (tenant_id, user_id, code_hash),
  FOREIGN KEY (tenant_id, user_id) REFERENCES platform.users (tenant_id, id));

CREATE TABLE platform.invitations (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, email text NOT NULL, name text NOT NULL,
  role text NOT NULL, department_ids uuid[] NOT NULL, language text NOT NULL, invited_by uuid NOT NULL,
  token_hash bytea CONSTRAINT invitations_hash_key UNIQUE, created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL, accepted_at timestamptz, revoked_at timestamptz, PRIMARY KEY (tenant_id, id));
CREATE UNIQUE INDEX invitations_open_key ON platform.invitations (tenant_id, email)
  WHERE accepted_at IS NULL AND revoked_at IS NULL;

CREATE TABLE platform.api_keys (
  tenant_id uuid NOT NULL, id uuid NOT NULL, user_id uuid NOT NULL, name text NOT NULL,
  prefix text NOT NULL CONSTRAINT api_keys_prefix_key UNIQUE, key_hash bytea NOT NULL, scopes text[] NOT NULL,
  created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, expires_at timestamptz, last_used_at timestamptz,
  revoked_at timestamptz, version int NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES platform.users (tenant_id, id));

CREATE TABLE platform.data_keys (
  tenant_id uuid NOT NULL, number int NOT NULL, wrapped bytea NOT NULL, created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, number));

CREATE TABLE platform.idempotency_keys (
  tenant_id uuid NOT NULL, scope text NOT NULL, key_hash bytea NOT NULL, request_hash bytea NOT NULL,
  started_at timestamptz NOT NULL, done_at timestamptz, status int, answer_sealed bytea, expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, scope, key_hash));
CREATE INDEX idempotency_keys_expiry ON platform.idempotency_keys (expires_at);

CREATE TABLE platform.usage (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, metric text NOT NULL, period date NOT NULL,
  used bigint NOT NULL, PRIMARY KEY (tenant_id, metric, period)) WITH (fillfactor = 50);
