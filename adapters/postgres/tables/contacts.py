"""Tables of contacts."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, Text
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR

from adapters.postgres.tables.metadata import jsonb, tenant_table, time, uuid

contacts = tenant_table(
    "contacts",
    uuid("id"),
    Column("name", Text),
    Column("phone", Text),
    Column("phone_key", Text),
    Column("username", Text),
    Column("language", Text),
    jsonb("attributes"),
    Column("source", Text, nullable=False),
    time("blocked_at", nullable=True),
    time("last_seen_at", nullable=True),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
    Column("email", Text),
    Column("time_zone", Text),
    Column("lifecycle_stage", Text, nullable=False),
    Column("lead_score", Integer, nullable=False),
    time("first_seen_at", nullable=True),
    Column("search_text", Text, nullable=False),
    time("deleted_at", nullable=True),
    uuid("merged_into", nullable=True),
    Column("search", TSVECTOR),
)

contact_identities = tenant_table(
    "contact_identities",
    uuid("id"),
    uuid("contact_id"),
    Column("kind", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("value", Text, nullable=False),
    time("first_seen_at"),
    time("last_seen_at"),
)

tags = tenant_table(
    "tags",
    uuid("id"),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("color", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

contact_tags = tenant_table("contact_tags", uuid("contact_id"), uuid("tag_id"), time("tagged_at"))

contact_fields = tenant_table(
    "contact_fields",
    uuid("id"),
    Column("key", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("options", ARRAY(Text), nullable=False),
    Column("is_required", Boolean, nullable=False),
    Column("place", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

contact_notes = tenant_table(
    "contact_notes",
    uuid("id"),
    uuid("contact_id"),
    uuid("user_id", nullable=True),
    Column("body", Text, nullable=False),
    time("created_at"),
)

segments = tenant_table(
    "segments",
    uuid("id"),
    Column("name", Text, nullable=False),
    Column("description", Text, nullable=False),
    jsonb("filter"),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

lead_score_rules = tenant_table(
    "lead_score_rules",
    uuid("id"),
    Column("name", Text, nullable=False),
    Column("event", Text, nullable=False),
    jsonb("conditions"),
    Column("points", Integer, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

lead_score_marks = tenant_table("lead_score_marks", Column("event_number", BigInteger, nullable=False), time("at"))

contact_merges = tenant_table(
    "contact_merges",
    uuid("id"),
    uuid("kept_id"),
    uuid("merged_id"),
    jsonb("moved"),
    uuid("merged_by", nullable=True),
    time("merged_at"),
    time("undone_at", nullable=True),
)

consents = tenant_table(
    "consents",
    uuid("id"),
    uuid("contact_id"),
    Column("purpose", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("granted", Boolean, nullable=False),
    Column("legal_basis", Text, nullable=False),
    Column("source", Text, nullable=False),
    jsonb("proof"),
    uuid("recorded_by", nullable=True),
    time("expires_at", nullable=True),
    time("at"),
)

contact_imports = tenant_table(
    "contact_imports",
    uuid("id"),
    Column("filename", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("storage_key", Text, nullable=False),
    jsonb("plan"),
    jsonb("found"),
    Column("is_dry_run", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("error_code", Text),
    Column("error_detail", Text),
    Column("rows_read", Integer, nullable=False),
    Column("created", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("total_rows", Integer),
    uuid("created_by", nullable=True),
    time("started_at", nullable=True),
    time("finished_at", nullable=True),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

contact_import_errors = tenant_table(
    "contact_import_errors",
    uuid("import_id"),
    Column("row_number", Integer, nullable=False),
    Column("field", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("raw", Text, nullable=False),
)

contact_exports = tenant_table(
    "contact_exports",
    uuid("id"),
    Column("format", Text, nullable=False),
    jsonb("filter"),
    Column("state", Text, nullable=False),
    Column("error_code", Text),
    Column("rows", Integer, nullable=False),
    Column("storage_key", Text),
    Column("size", BigInteger),
    time("expires_at", nullable=True),
    uuid("created_by", nullable=True),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)
