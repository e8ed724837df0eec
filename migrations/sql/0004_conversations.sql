-- What people do with conversations: hands, notes, tags, marks of their own, and the story of all of it.

ALTER TABLE conversations
  ADD COLUMN priority text NOT NULL DEFAULT 'medium' CHECK (priority IN ('low', 'medium', 'high', 'urgent')),
  ADD COLUMN assigned_at timestamptz, ADD COLUMN queued_at timestamptz, ADD COLUMN snoozed_until timestamptz,
  ADD COLUMN archived_at timestamptz, ADD COLUMN resolved_by uuid, ADD COLUMN reopened_at timestamptz,
  ADD COLUMN inbound_count int NOT NULL DEFAULT 0;
CREATE INDEX conversations_snoozed ON conversations (tenant_id, snoozed_until) WHERE snoozed_until IS NOT NULL;

CREATE TABLE tags (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, name text NOT NULL, name_key text NOT NULL,
  color text NOT NULL, description text NOT NULL, version int NOT NULL, created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id), CONSTRAINT tags_name_key UNIQUE (tenant_id, name_key));

CREATE TABLE conversation_tags (
  tenant_id uuid NOT NULL, conversation_id uuid NOT NULL, tag_id uuid NOT NULL, tagged_by uuid,
  tagged_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, conversation_id, tag_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id),
  FOREIGN KEY (tenant_id, tag_id) REFERENCES tags (tenant_id, id) ON DELETE CASCADE);
CREATE INDEX conversation_tags_tag ON conversation_tags (tenant_id, tag_id, conversation_id);

CREATE TABLE conversation_notes (
  tenant_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid NOT NULL, user_id uuid, body text NOT NULL,
  mentions uuid[] NOT NULL, created_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id));
CREATE INDEX conversation_notes_thread ON conversation_notes (tenant_id, conversation_id, id DESC);

CREATE TABLE conversation_transfers (
  tenant_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid NOT NULL, from_user uuid, from_department uuid,
  from_bot boolean NOT NULL, to_user uuid, to_department uuid, to_bot boolean NOT NULL, reason text,
  actor text NOT NULL CHECK (actor IN ('user', 'bot', 'contact', 'rule', 'system')), user_id uuid,
  at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id));
CREATE INDEX conversation_transfers_thread ON conversation_transfers (tenant_id, conversation_id, id DESC);

-- One table for the stories of contacts and of conversations: a conversation's entries are also its contact's.
CREATE TABLE timeline (
  tenant_id uuid NOT NULL, id uuid NOT NULL, contact_id uuid NOT NULL, conversation_id uuid, kind text NOT NULL,
  actor text NOT NULL CHECK (actor IN ('user', 'bot', 'contact', 'rule', 'system')), user_id uuid,
  data jsonb NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id));
CREATE INDEX timeline_conversation ON timeline (tenant_id, conversation_id, id DESC) WHERE conversation_id IS NOT NULL;
CREATE INDEX timeline_contact ON timeline (tenant_id, contact_id, id DESC);

-- How much of a conversation each person has seen: of its `inbound_count` messages, the first `seen_count`.
CREATE TABLE conversation_reads (
  tenant_id uuid NOT NULL, conversation_id uuid NOT NULL, user_id uuid NOT NULL, seen_count int NOT NULL,
  read_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, conversation_id, user_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES platform.users (tenant_id, id));

CREATE TABLE conversation_drafts (
  tenant_id uuid NOT NULL, conversation_id uuid NOT NULL, user_id uuid NOT NULL, body text NOT NULL, reply_to text,
  updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, conversation_id, user_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES platform.users (tenant_id, id));
