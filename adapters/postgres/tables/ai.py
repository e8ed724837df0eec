"""Tables of language models: who answers, what it costs, what may be looked up."""

from sqlalchemy import REAL, BigInteger, Column, Date, Integer, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR

from adapters.postgres.tables.metadata import tenant_table, time, uuid

ai_settings = tenant_table(
    "ai_settings",
    Column("provider", Text, nullable=False),
    Column("base_url", Text),
    Column("model", Text, nullable=False),
    Column("embedding_model", Text),
    Column("api_key_sealed", LargeBinary),
    Column("monthly_tokens", BigInteger),
    Column("monthly_cost_micros", BigInteger),
    Column("input_price_micros", BigInteger, nullable=False),
    Column("output_price_micros", BigInteger, nullable=False),
    Column("currency", Text, nullable=False),
    Column("version", Integer, nullable=False),
    time("updated_at"),
)

ai_usage = tenant_table(
    "ai_usage",
    Column("day", Date, nullable=False),
    Column("model", Text, nullable=False),
    Column("calls", BigInteger, nullable=False),
    Column("input_tokens", BigInteger, nullable=False),
    Column("output_tokens", BigInteger, nullable=False),
    Column("cost_micros", BigInteger, nullable=False),
)

ai_holds = tenant_table(
    "ai_holds",
    uuid("id"),
    Column("tokens", BigInteger, nullable=False),
    Column("cost_micros", BigInteger, nullable=False),
    time("until"),
)

knowledge_bases = tenant_table(
    "knowledge_bases",
    uuid("id"),
    Column("name", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

knowledge_documents = tenant_table(
    "knowledge_documents",
    uuid("id"),
    uuid("base_id"),
    Column("name", Text, nullable=False),
    Column("mime", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("status", Text, nullable=False),
    Column("error", Text),
    Column("chunks", Integer, nullable=False),
    time("created_at"),
    time("read_at", nullable=True),
)

knowledge_chunks = tenant_table(
    "knowledge_chunks",
    uuid("id"),
    uuid("base_id"),
    uuid("document_id"),
    Column("place", Integer, nullable=False),
    Column("heading", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("words", TSVECTOR, nullable=False),
    Column("embedding", ARRAY(REAL)),
    Column("embedded_by", Text),
)
