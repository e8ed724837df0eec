"""Tables of contacts."""

from sqlalchemy import Column, Integer, Text

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
