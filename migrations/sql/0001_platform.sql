-- What must be found before the tenant is known: logins, routing, the journal, lanes, events.
-- Where a row may be nobody's, its tenant is the nil UUID. Tables that churn are vacuumed early, so that they stay small.

CREATE TABLE platform.tenants (
  id uuid PRIMARY KEY, name text NOT NULL, slug text NOT NULL CONSTRAINT tenants_slug_key UNIQUE,
  status text NOT NULL CHECK (status IN ('trial', 'active', 'suspended', 'cancelled')),
  time_zone text NOT NULL, language text NOT NULL, created_at timestamptz NOT NULL);

CREATE TABLE platform.users (
  id uuid PRIMARY KEY, tenant_id uuid REFERENCES platform.tenants,
  email text NOT NULL CONSTRAINT users_email_key UNIQUE,
  name text NOT NULL, role text NOT NULL, password_hash text NOT NULL, is_active boolean NOT NULL,
  language text NOT NULL,
  created_at timestamptz NOT NULL, last_login_at timestamptz,
  CHECK (role IN ('super_admin', 'admin', 'supervisor', 'agent', 'viewer')),
  CHECK ((role = 'super_admin') = (tenant_id IS NULL)));
CREATE INDEX users_tenant ON platform.users (tenant_id);

CREATE TABLE platform.signing_keys (
  kid text PRIMARY KEY, private_key_sealed bytea NOT NULL, public_key text NOT NULL,
  created_at timestamptz NOT NULL, retired_at timestamptz);

CREATE TABLE platform.webhook_routes (
  config_id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES platform.tenants,
  phone_number_id text NOT NULL CONSTRAINT webhook_routes_number_key UNIQUE, business_account_id text NOT NULL,
  app_secret_sealed bytea NOT NULL, verify_token_sealed bytea NOT NULL);

CREATE TABLE platform.webhook_journal (
  id uuid PRIMARY KEY, position bigint GENERATED ALWAYS AS IDENTITY, lane_key text NOT NULL,
  tenant_id uuid NOT NULL, config_id uuid,
  body bytea NOT NULL, attempts int NOT NULL DEFAULT 0, error text, received_at timestamptz NOT NULL)
  WITH (autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX webhook_journal_lane ON platform.webhook_journal (lane_key, position);

CREATE TABLE platform.inbound_items (
  id uuid PRIMARY KEY, position bigint GENERATED ALWAYS AS IDENTITY, tenant_id uuid NOT NULL,
  lane_key text NOT NULL,
  item jsonb NOT NULL, attempts int NOT NULL DEFAULT 0, error text, received_at timestamptz NOT NULL)
  WITH (autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX inbound_items_lane ON platform.inbound_items (lane_key, position);

CREATE TABLE platform.lanes (
  kind text NOT NULL CHECK (kind IN ('journal', 'number', 'contact')), key text NOT NULL, tenant_id uuid NOT NULL,
  due_at timestamptz, leased_until timestamptz, lease_owner text, fence bigint NOT NULL DEFAULT 0,
  signal bigint NOT NULL DEFAULT 0, attempts int NOT NULL DEFAULT 0, crashes int NOT NULL DEFAULT 0, error text,
  PRIMARY KEY (kind, key)) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX lanes_due ON platform.lanes (tenant_id, kind, due_at) WHERE due_at IS NOT NULL;

CREATE TABLE platform.tenant_turns (tenant_id uuid PRIMARY KEY,
  served_at timestamptz NOT NULL) WITH (fillfactor = 50);
INSERT INTO platform.tenant_turns VALUES ('00000000-0000-0000-0000-000000000000', now());

CREATE TABLE platform.dead_letters (
  id uuid PRIMARY KEY, kind text NOT NULL, lane_key text NOT NULL, tenant_id uuid NOT NULL,
  config_id uuid, body bytea NOT NULL, error text NOT NULL, at timestamptz NOT NULL);
CREATE INDEX dead_letters_tenant ON platform.dead_letters (tenant_id, id);

CREATE TABLE platform.event_counters (tenant_id uuid PRIMARY KEY, last_number bigint NOT NULL);

CREATE TABLE platform.workers (
  id text PRIMARY KEY, started_at timestamptz NOT NULL, seen_at timestamptz NOT NULL, busy int NOT NULL);

-- `position` is drawn when a transaction is about to commit, hence with its locks held: of two transactions of which
-- one waited for the other, it has the higher one (transaction ids do not tell that). Numbers follow positions.
CREATE SEQUENCE platform.event_positions;
CREATE TABLE platform.events (
  id uuid NOT NULL, tenant_id uuid NOT NULL, number bigint,
  position bigint NOT NULL DEFAULT nextval('platform.event_positions'), type text NOT NULL, conversation_id uuid,
  data jsonb NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id)) PARTITION BY RANGE (id);
CREATE INDEX events_new ON platform.events (position) WHERE number IS NULL;
CREATE INDEX events_number ON platform.events (tenant_id, number);

CREATE TABLE platform.events_default PARTITION OF platform.events DEFAULT;
