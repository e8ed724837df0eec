-- Language models: who answers, what they may read, what they cost.

CREATE TABLE ai_settings (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, provider text NOT NULL
    CHECK (provider IN ('local', 'openai', 'anthropic')),
  base_url text, model text NOT NULL, embedding_model text, api_key_sealed bytea, monthly_tokens bigint,
  monthly_cost_micros bigint, input_price_micros bigint NOT NULL, output_price_micros bigint NOT NULL,
  currency text NOT NULL, version int NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id));

CREATE TABLE ai_usage (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, day date NOT NULL, model text NOT NULL, calls bigint NOT NULL,
  input_tokens bigint NOT NULL, output_tokens bigint NOT NULL, cost_micros bigint NOT NULL,
  PRIMARY KEY (tenant_id, day, model));

-- What is being asked at this moment may cost; whoever asks next counts it as spent. A hold that nobody settles runs out.
CREATE TABLE ai_holds (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, tokens bigint NOT NULL,
  cost_micros bigint NOT NULL, until timestamptz NOT NULL, PRIMARY KEY (tenant_id, id));

CREATE TABLE knowledge_bases (
  tenant_id uuid NOT NULL REFERENCES platform.tenants, id uuid NOT NULL, name text NOT NULL, description text NOT NULL,
  version int NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
  CONSTRAINT knowledge_bases_name_key UNIQUE (tenant_id, name));

CREATE TABLE knowledge_documents (
  tenant_id uuid NOT NULL, id uuid NOT NULL, base_id uuid NOT NULL, name text NOT NULL, mime text NOT NULL,
  size bigint NOT NULL, sha256 bytea NOT NULL, status text NOT NULL
    CHECK (status IN ('waiting', 'ready', 'failed')),
  error text, chunks int NOT NULL, created_at timestamptz NOT NULL, read_at timestamptz, PRIMARY KEY (tenant_id, id),
  CONSTRAINT knowledge_documents_same_key UNIQUE (tenant_id, base_id, sha256),
  FOREIGN KEY (tenant_id, base_id) REFERENCES knowledge_bases (tenant_id, id) ON DELETE CASCADE);

-- A passage of a document: its words for full-text search, and what an embedding model made of it, where one is set.
CREATE TABLE knowledge_chunks (
  tenant_id uuid NOT NULL, id uuid NOT NULL, base_id uuid NOT NULL, document_id uuid NOT NULL, place int NOT NULL,
  heading text NOT NULL, body text NOT NULL, words tsvector NOT NULL, embedding real[], embedded_by text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES knowledge_documents (tenant_id, id) ON DELETE CASCADE);
CREATE INDEX knowledge_chunks_base ON knowledge_chunks (tenant_id, base_id);
CREATE INDEX knowledge_chunks_document ON knowledge_chunks (tenant_id, document_id, place);
