-- What messages carry besides words, what is sent later, and what is said often.

CREATE TABLE media (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL,
  direction text NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  state text NOT NULL CHECK (state IN ('pending', 'stored', 'failed', 'blocked')), reason text,
  kind text NOT NULL CHECK (kind IN ('image', 'video', 'audio', 'voice', 'document', 'sticker')),
  mime text, size bigint, sha256 bytea, filename text, storage_key text, thumbnail_key text,
  width int, height int, duration_ms int, whatsapp_config_id uuid, provider_media_id text,
  created_by uuid, version int NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id));
CREATE INDEX media_sha256 ON media (tenant_id, sha256) WHERE state = 'stored';

-- Where a file of ours lies at a provider, until it is forgotten there.
CREATE TABLE media_uploads (
  tenant_id uuid NOT NULL, media_id uuid NOT NULL, whatsapp_config_id uuid NOT NULL, provider_media_id text NOT NULL,
  expires_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, media_id, whatsapp_config_id),
  FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, whatsapp_config_id) REFERENCES whatsapp_configs (tenant_id, id));

ALTER TABLE messages
  ADD COLUMN media_id uuid, ADD COLUMN edited_at timestamptz, ADD COLUMN revoked_at timestamptz,
  ADD COLUMN search tsvector, ADD COLUMN referral jsonb, ADD COLUMN retried_as uuid,
  DROP CONSTRAINT messages_type_check,
  ADD CONSTRAINT messages_type_check CHECK (type IN ('text', 'image', 'audio', 'voice', 'video', 'document', 'sticker',
    'location', 'contacts', 'template', 'interactive', 'button', 'list', 'cta_url', 'location_request', 'reaction',
    'order', 'system', 'unsupported', 'edit', 'revoke'));
-- Each word carries its company, so that a search reads the words of one company only; see ADR 0027. The owner's policy
-- is for `platform.search_messages`, which names the company itself: a condition here would keep it from the index.
CREATE INDEX messages_search ON messages USING gin (search) WITH (gin_pending_list_limit = 1024)
  WHERE search IS NOT NULL;
CREATE POLICY searching ON messages FOR SELECT TO CURRENT_USER USING (true);
CREATE INDEX messages_media ON messages (tenant_id, media_id) WHERE media_id IS NOT NULL;

-- WhatsApp shows one reaction of each side on a message.
CREATE TABLE message_reactions (
  tenant_id uuid NOT NULL, message_id uuid NOT NULL, side text NOT NULL CHECK (side IN ('contact', 'business')),
  user_id uuid, emoji text NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (tenant_id, message_id, side),
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id));

-- A reaction, edit or revoke that came before its message waits here for it.
CREATE TABLE early_changes (
  tenant_id uuid NOT NULL, position bigint GENERATED ALWAYS AS IDENTITY, whatsapp_config_id uuid NOT NULL,
  target text NOT NULL, item jsonb NOT NULL, received_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, position));
CREATE INDEX early_changes_target ON early_changes (tenant_id, whatsapp_config_id, target);

CREATE TABLE scheduled_messages (
  tenant_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid, contact_id uuid NOT NULL,
  whatsapp_config_id uuid NOT NULL, content jsonb NOT NULL, reply_to text, send_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('scheduled', 'sent', 'cancelled', 'failed')), message_id uuid,
  error_code text, created_by uuid, is_by_program boolean NOT NULL, version int NOT NULL,
  created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id),
  FOREIGN KEY (tenant_id, whatsapp_config_id) REFERENCES whatsapp_configs (tenant_id, id));
CREATE INDEX scheduled_messages_due ON scheduled_messages (tenant_id, send_at) WHERE state = 'scheduled';

CREATE TABLE canned_responses (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, shortcut text NOT NULL, title text NOT NULL,
  content jsonb NOT NULL, department_id uuid, created_by uuid, version int NOT NULL, created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT canned_responses_shortcut_key UNIQUE (tenant_id, shortcut),
  FOREIGN KEY (tenant_id, department_id) REFERENCES departments (tenant_id, id));
