-- A tenant's own tables: the tenant is in each key and each reference, so no row can point at another's.

CREATE TABLE departments (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, name text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id), CONSTRAINT departments_name_key UNIQUE (tenant_id, name));

CREATE TABLE chatbots (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, name text NOT NULL, main_flow_id uuid,
  is_active boolean NOT NULL, version int NOT NULL, created_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id));

CREATE TABLE flows (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, chatbot_id uuid, name text NOT NULL,
  draft jsonb NOT NULL, priority int NOT NULL, published_version_id uuid, published_number int NOT NULL,
  version int NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id,
  id),
  FOREIGN KEY (tenant_id, chatbot_id) REFERENCES chatbots (tenant_id, id));

CREATE TABLE flow_versions (
  tenant_id uuid NOT NULL, id uuid NOT NULL, flow_id uuid NOT NULL, number int NOT NULL, name text NOT NULL,
  document jsonb NOT NULL, published_by uuid, published_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT flow_versions_number_key UNIQUE (tenant_id, flow_id, number),
  FOREIGN KEY (tenant_id, flow_id) REFERENCES flows (tenant_id, id));

CREATE TABLE whatsapp_configs (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, name text NOT NULL,
  phone_number text NOT NULL,
  phone_number_id text NOT NULL, business_account_id text NOT NULL, access_token_sealed bytea NOT NULL,
  app_secret_sealed bytea NOT NULL, verify_token_sealed bytea NOT NULL,
  api_type text NOT NULL CHECK (api_type IN ('official', 'evolution')), is_active boolean NOT NULL, chatbot_id uuid,
  messages_per_second int NOT NULL CHECK (messages_per_second > 0),
  quality_rating text NOT NULL CHECK (quality_rating IN ('green', 'yellow', 'red', 'unknown')), verified_name text,
  paused_until timestamptz, pause_reason text, version int NOT NULL, created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT whatsapp_configs_number_key UNIQUE (tenant_id, phone_number_id),
  FOREIGN KEY (tenant_id, chatbot_id) REFERENCES chatbots (tenant_id, id));

CREATE TABLE provider_notices (
  tenant_id uuid NOT NULL, id uuid NOT NULL, whatsapp_config_id uuid NOT NULL, field text NOT NULL,
  payload jsonb NOT NULL,
  received_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, whatsapp_config_id) REFERENCES whatsapp_configs (tenant_id, id));

CREATE TABLE contacts (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, name text, phone text, phone_key text,
  username text,
  language text, attributes jsonb NOT NULL, source text NOT NULL, blocked_at timestamptz, last_seen_at timestamptz,
  version int NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id,
  id));
CREATE UNIQUE INDEX contacts_phone_key ON contacts (tenant_id, phone_key) WHERE phone_key IS NOT NULL;

CREATE TABLE contact_identities (
  tenant_id uuid NOT NULL, id uuid NOT NULL, contact_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('wa_id', 'bsuid', 'parent_bsuid', 'username', 'lid', 'email')),
  scope text NOT NULL,
  value text NOT NULL, first_seen_at timestamptz NOT NULL, last_seen_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT contact_identities_value_key UNIQUE (tenant_id, kind, scope, value),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id));
CREATE INDEX contact_identities_contact ON contact_identities (tenant_id, contact_id);

CREATE TABLE conversations (
  tenant_id uuid NOT NULL, id uuid NOT NULL, contact_id uuid NOT NULL, whatsapp_config_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('active', 'waiting', 'resolved', 'archived')),
  handler text NOT NULL CHECK (handler IN ('bot', 'agent', 'none')), assigned_to uuid, department_id uuid,
  needs_attention boolean NOT NULL, unread_count int NOT NULL, window_expires_at timestamptz,
  last_inbound_at timestamptz,
  last_message_at timestamptz, last_message_preview text NOT NULL, first_response_at timestamptz,
  waiting_since timestamptz,
  resolved_at timestamptz, resolution text, metadata jsonb NOT NULL, version int NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id),
  FOREIGN KEY (tenant_id, whatsapp_config_id) REFERENCES whatsapp_configs (tenant_id, id),
  FOREIGN KEY (tenant_id, department_id) REFERENCES departments (tenant_id, id));
CREATE UNIQUE INDEX conversations_open_key ON conversations (tenant_id, contact_id, whatsapp_config_id)
  WHERE status IN ('active', 'waiting');
CREATE INDEX conversations_list ON conversations
  (tenant_id, (CASE WHEN last_message_at IS NULL THEN '-infinity'::timestamptz ELSE last_message_at END) DESC, id DESC);
CREATE INDEX conversations_contact ON conversations (tenant_id, contact_id);

CREATE TABLE messages (
  tenant_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid NOT NULL, whatsapp_config_id uuid NOT NULL,
  direction text NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  type text NOT NULL CHECK (type IN ('text', 'image', 'audio', 'voice', 'video', 'document', 'sticker', 'location',
    'contacts', 'template', 'interactive', 'button', 'list', 'reaction', 'order', 'system', 'unsupported', 'edit',
  'revoke')),
  sender text NOT NULL CHECK (sender IN ('contact', 'bot', 'agent', 'campaign', 'system')), user_id uuid,
  content jsonb NOT NULL, reply_to text, provider_message_id text,
  status text NOT NULL CHECK (status IN ('received', 'queued', 'sent', 'delivered', 'read', 'played', 'failed',
  'cancelled')),
  status_at jsonb NOT NULL, error_code text, error_detail text, flow_session_id uuid, effect_id text,
  version int NOT NULL,
  created_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id)) PARTITION BY RANGE (id);
CREATE INDEX messages_thread ON messages (tenant_id, conversation_id, id DESC);

CREATE TABLE messages_default PARTITION OF messages DEFAULT;

CREATE TABLE provider_messages (
  tenant_id uuid NOT NULL, whatsapp_config_id uuid NOT NULL, provider_message_id text NOT NULL,
  message_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, whatsapp_config_id, provider_message_id));

CREATE TABLE early_statuses (
  tenant_id uuid NOT NULL, position bigint GENERATED ALWAYS AS IDENTITY, whatsapp_config_id uuid NOT NULL,
  provider_message_id text NOT NULL, item jsonb NOT NULL, received_at timestamptz NOT NULL, PRIMARY KEY (tenant_id,
  position));
CREATE INDEX early_statuses_message ON early_statuses (tenant_id, whatsapp_config_id, provider_message_id);

CREATE TABLE outbound (
  tenant_id uuid NOT NULL, message_id uuid NOT NULL, position bigint GENERATED ALWAYS AS IDENTITY,
  conversation_id uuid NOT NULL, contact_id uuid NOT NULL, config_id uuid NOT NULL, address text NOT NULL,
  wa_id text,
  user_id text, priority text NOT NULL CHECK (priority IN ('reply', 'bulk')),
  state text NOT NULL CHECK (state IN ('queued', 'submitting', 'unknown')), not_before timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0, unknowns int NOT NULL DEFAULT 0, submitted_at timestamptz, PRIMARY KEY (tenant_id, message_id),
  CHECK (wa_id IS NOT NULL OR user_id IS NOT NULL),
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id)) WITH (fillfactor = 70);
CREATE INDEX outbound_turn ON outbound (tenant_id, config_id, priority DESC, position, not_before)
  WHERE state = 'queued';
CREATE INDEX outbound_in_flight ON outbound (tenant_id, config_id) WHERE state <> 'queued';
CREATE INDEX outbound_contact ON outbound (tenant_id, config_id, contact_id, position);

CREATE TABLE flow_sessions (
  tenant_id uuid NOT NULL, id uuid NOT NULL, flow_id uuid NOT NULL, version_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  conversation_id uuid NOT NULL, config_id uuid NOT NULL, lane_key text NOT NULL,
  status text NOT NULL CHECK (status IN
    ('active', 'waiting', 'awaiting', 'completed', 'transferred', 'expired', 'failed', 'cancelled')),
  node text, outcome text, state jsonb NOT NULL, version int NOT NULL, started_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, version_id) REFERENCES flow_versions (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id)) WITH (fillfactor = 70);
CREATE UNIQUE INDEX flow_sessions_running_key ON flow_sessions (tenant_id, conversation_id)
  WHERE status IN ('active', 'waiting', 'awaiting');
CREATE INDEX flow_sessions_flow ON flow_sessions (tenant_id, flow_id, id DESC);

CREATE TABLE flow_sprints (
  tenant_id uuid NOT NULL, session_id uuid NOT NULL, number int NOT NULL, stimulus jsonb NOT NULL,
  trace jsonb NOT NULL,
  at timestamptz NOT NULL, PRIMARY KEY (tenant_id, session_id, number),
  FOREIGN KEY (tenant_id, session_id) REFERENCES flow_sessions (tenant_id, id));

CREATE TABLE flow_timers (
  tenant_id uuid NOT NULL, id uuid NOT NULL, session_id uuid NOT NULL, effect_id text NOT NULL,
  lane_key text NOT NULL,
  due_at timestamptz, after interval, sent_by uuid, PRIMARY KEY (tenant_id, id),
  CONSTRAINT flow_timers_effect_key UNIQUE (tenant_id, session_id, effect_id),
  FOREIGN KEY (tenant_id, session_id) REFERENCES flow_sessions (tenant_id, id));
CREATE INDEX flow_timers_due ON flow_timers (tenant_id, lane_key, due_at);
CREATE INDEX flow_timers_sent_by ON flow_timers (tenant_id, sent_by) WHERE sent_by IS NOT NULL;
