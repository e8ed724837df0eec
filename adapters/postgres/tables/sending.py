"""Tables of what is sent later and of what is said often."""

from sqlalchemy import Boolean, Column, Integer, Text

from adapters.postgres.tables.metadata import jsonb, tenant_table, time, uuid

scheduled_messages = tenant_table(
    "scheduled_messages",
    uuid("id"),
    uuid("conversation_id", nullable=True),
    uuid("contact_id"),
    uuid("whatsapp_config_id"),
    jsonb("content"),
    Column("reply_to", Text),
    time("send_at"),
    Column("state", Text, nullable=False),
    uuid("message_id", nullable=True),
    Column("error_code", Text),
    uuid("created_by", nullable=True),
    Column("is_by_program", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

canned_responses = tenant_table(
    "canned_responses",
    uuid("id"),
    Column("shortcut", Text, nullable=False),
    Column("title", Text, nullable=False),
    jsonb("content"),
    uuid("department_id", nullable=True),
    uuid("created_by", nullable=True),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)
