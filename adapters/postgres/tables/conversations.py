"""Tables of conversations and messages."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, Text
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR, UUID

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
    Column("priority", Text, nullable=False),
    time("assigned_at", nullable=True),
    time("queued_at", nullable=True),
    time("snoozed_until", nullable=True),
    time("archived_at", nullable=True),
    uuid("resolved_by", nullable=True),
    time("reopened_at", nullable=True),
    Column("inbound_count", Integer, nullable=False),
    Column("last_message_type", Text),
    Column("last_message_direction", Text),
)

conversation_tags = tenant_table(
    "conversation_tags", uuid("conversation_id"), uuid("tag_id"), uuid("tagged_by", nullable=True), time("tagged_at")
)

conversation_notes = tenant_table(
    "conversation_notes",
    uuid("id"),
    uuid("conversation_id"),
    uuid("user_id", nullable=True),
    Column("body", Text, nullable=False),
    Column("mentions", ARRAY(UUID(as_uuid=True)), nullable=False),
    time("created_at"),
)

conversation_transfers = tenant_table(
    "conversation_transfers",
    uuid("id"),
    uuid("conversation_id"),
    uuid("from_user", nullable=True),
    uuid("from_department", nullable=True),
    Column("from_bot", Boolean, nullable=False),
    uuid("to_user", nullable=True),
    uuid("to_department", nullable=True),
    Column("to_bot", Boolean, nullable=False),
    Column("reason", Text),
    Column("actor", Text, nullable=False),
    uuid("user_id", nullable=True),
    time("at"),
)

timeline = tenant_table(
    "timeline",
    uuid("id"),
    uuid("contact_id"),
    uuid("conversation_id", nullable=True),
    Column("kind", Text, nullable=False),
    Column("actor", Text, nullable=False),
    uuid("user_id", nullable=True),
    jsonb("data"),
    time("at"),
)

conversation_reads = tenant_table(
    "conversation_reads",
    uuid("conversation_id"),
    uuid("user_id"),
    Column("seen_count", Integer, nullable=False),
    time("read_at"),
)

conversation_drafts = tenant_table(
    "conversation_drafts",
    uuid("conversation_id"),
    uuid("user_id"),
    Column("body", Text, nullable=False),
    Column("reply_to", Text),
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
    uuid("media_id", nullable=True),
    Column("reply_to", Text),
    Column("provider_message_id", Text),
    Column("status", Text, nullable=False),
    jsonb("status_at"),
    Column("error_code", Text),
    Column("error_detail", Text),
    uuid("flow_session_id", nullable=True),
    Column("effect_id", Text),
    time("edited_at", nullable=True),
    time("revoked_at", nullable=True),
    jsonb("referral", nullable=True),
    Column("search", TSVECTOR),
    uuid("retried_as", nullable=True),
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

message_reactions = tenant_table(
    "message_reactions",
    uuid("message_id"),
    Column("side", Text, nullable=False),
    uuid("user_id", nullable=True),
    Column("emoji", Text, nullable=False),
    time("at"),
)

early_changes = tenant_table(
    "early_changes",
    Column("position", BigInteger, nullable=False),
    uuid("whatsapp_config_id"),
    Column("target", Text, nullable=False),
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
