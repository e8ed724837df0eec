-- Everything a company knows of the people who write to it.

-- The check of the new reference reads the table as its owner, whom the fence holds too, and fails without a tenant.
SET LOCAL app.tenant_id = '00000000-0000-0000-0000-000000000000';

ALTER TABLE contacts
  ADD COLUMN email text, ADD COLUMN time_zone text,
  ADD COLUMN lifecycle_stage text NOT NULL DEFAULT 'lead'
    CHECK (lifecycle_stage IN ('lead', 'prospect', 'customer', 'churned')),
  ADD COLUMN lead_score int NOT NULL DEFAULT 0, ADD COLUMN first_seen_at timestamptz,
  ADD COLUMN search_text text NOT NULL DEFAULT '', ADD COLUMN deleted_at timestamptz, ADD COLUMN merged_into uuid,
  ADD FOREIGN KEY (tenant_id, merged_into) REFERENCES contacts (tenant_id, id);
CREATE INDEX contacts_list ON contacts (tenant_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX contacts_email ON contacts (tenant_id, email) WHERE email IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE contact_tags (
  tenant_id uuid NOT NULL, contact_id uuid NOT NULL, tag_id uuid NOT NULL, tagged_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, contact_id, tag_id),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id),
  FOREIGN KEY (tenant_id, tag_id) REFERENCES tags (tenant_id, id) ON DELETE CASCADE);
CREATE INDEX contact_tags_tag ON contact_tags (tenant_id, tag_id, contact_id);

CREATE TABLE contact_fields (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, key text NOT NULL, label text NOT NULL,
  type text NOT NULL CHECK (type IN ('text', 'number', 'boolean', 'date', 'choice', 'choices', 'document', 'email',
  'phone', 'url')), options text[] NOT NULL, is_required boolean NOT NULL, place int NOT NULL, version int NOT NULL,
  created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT contact_fields_key_key UNIQUE (tenant_id, key));

CREATE TABLE contact_notes (
  tenant_id uuid NOT NULL, id uuid NOT NULL, contact_id uuid NOT NULL, user_id uuid, body text NOT NULL,
  created_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id));
CREATE INDEX contact_notes_contact ON contact_notes (tenant_id, contact_id, id DESC);

CREATE TABLE segments (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, name text NOT NULL, description text NOT NULL,
  filter jsonb NOT NULL, version int NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id), CONSTRAINT segments_name_key UNIQUE (tenant_id, name));

CREATE TABLE lead_score_rules (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, name text NOT NULL, event text NOT NULL,
  conditions jsonb NOT NULL, points int NOT NULL, is_active boolean NOT NULL, version int NOT NULL,
  created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id));

-- How far the tenant's events have counted for lead scores.
CREATE TABLE lead_score_marks (
  tenant_id uuid PRIMARY KEY REFERENCES platform.tenants, event_number bigint NOT NULL, at timestamptz NOT NULL);

-- What was one before two contacts were found to be one, so that it can be undone.
CREATE TABLE contact_merges (
  tenant_id uuid NOT NULL, id uuid NOT NULL, kept_id uuid NOT NULL, merged_id uuid NOT NULL, moved jsonb NOT NULL,
  merged_by uuid, merged_at timestamptz NOT NULL, undone_at timestamptz, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, kept_id) REFERENCES contacts (tenant_id, id),
  FOREIGN KEY (tenant_id, merged_id) REFERENCES contacts (tenant_id, id));

CREATE TABLE consents (
  tenant_id uuid NOT NULL, id uuid NOT NULL, contact_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('marketing', 'support', 'billing')), channel text NOT NULL,
  granted boolean NOT NULL, legal_basis text NOT NULL, source text NOT NULL, proof jsonb NOT NULL, recorded_by uuid,
  expires_at timestamptz, at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id));
CREATE INDEX consents_contact ON consents (tenant_id, contact_id, purpose, at DESC, id DESC);

CREATE TABLE contact_imports (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, filename text NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'xlsx')), storage_key text NOT NULL, plan jsonb NOT NULL,
  found jsonb NOT NULL, is_dry_run boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')), error_code text,
  error_detail text, rows_read int NOT NULL, created int NOT NULL, updated int NOT NULL, skipped int NOT NULL,
  refused int NOT NULL, total_rows int, created_by uuid, started_at timestamptz, finished_at timestamptz,
  version int NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id));

CREATE TABLE contact_import_errors (
  tenant_id uuid NOT NULL, import_id uuid NOT NULL, row_number int NOT NULL, field text NOT NULL, code text NOT NULL,
  message text NOT NULL, raw text NOT NULL, PRIMARY KEY (tenant_id, import_id, row_number, field),
  FOREIGN KEY (tenant_id, import_id) REFERENCES contact_imports (tenant_id, id) ON DELETE CASCADE);

CREATE TABLE contact_exports (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'xlsx')), filter jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')), error_code text, rows int NOT NULL,
  storage_key text, size bigint, expires_at timestamptz, created_by uuid, version int NOT NULL,
  created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id));
