"""Tables of conversations and messages."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, Text

from adapters.postgres.tables.metadata import jsonb, tenant_table, time, uuid

conversations = tenant_table(
    "conversations",
    uuid("id"),
    uuid("contact_id"),
    uuid("whatsapp_config_id"),
    Column("status", Text, nullable=False),
    Column("handler", Text, nullable=False),
    uuid("assigned_to", nullable=True),
    uuid("department_id", nullable=True),
    Column("needs_attention", Boolean, nullable=False),
    Column("unread_count", Integer, nullable=False),
    time("window_expires_at", nullable=True),
    time("last_inbound_at", nullable=True),
    time("last_message_at", nullable=True),
    Column("last_message_preview", Text, nullable=False),
    time("first_response_at", nullable=True),
    time("waiting_since", nullable=True),
    time("resolved_at", nullable=True),
    Column("resolution", Text),
    jsonb("metadata"),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

messages = tenant_table(
    "messages",
    uuid("id"),
    uuid("conversation_id"),
    uuid("whatsapp_config_id"),
    Column("direction", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("sender", Text, nullable=False),
    uuid("user_id", nullable=True),
    jsonb("content"),
    Column("reply_to", Text),
    Column("provider_message_id", Text),
    Column("status", Text, nullable=False),
    jsonb("status_at"),
    Column("error_code", Text),
    Column("error_detail", Text),
    uuid("flow_session_id", nullable=True),
    Column("effect_id", Text),
    Column("version", Integer, nullable=False),
    time("created_at"),
)

provider_messages = tenant_table(
    "provider_messages",
    uuid("whatsapp_config_id"),
    Column("provider_message_id", Text, nullable=False),
    uuid("message_id"),
)

early_statuses = tenant_table(
    "early_statuses",
    Column("position", BigInteger, nullable=False),
    uuid("whatsapp_config_id"),
    Column("provider_message_id", Text, nullable=False),
    jsonb("item"),
    time("received_at"),
)

outbound = tenant_table(
    "outbound",
    uuid("message_id"),
    Column("position", BigInteger, nullable=False),
    uuid("conversation_id"),
    uuid("contact_id"),
    uuid("config_id"),
    Column("address", Text, nullable=False),
    Column("wa_id", Text),
    Column("user_id", Text),
    Column("priority", Text, nullable=False),
    Column("state", Text, nullable=False),
    time("not_before"),
    Column("attempts", Integer, nullable=False),
    Column("unknowns", Integer, nullable=False),
    time("submitted_at", nullable=True),
)
