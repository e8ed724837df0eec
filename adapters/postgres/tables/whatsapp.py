"""Tables of WhatsApp configs and what their providers tell of them."""

from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary, Text

from adapters.postgres.tables.metadata import jsonb, tenant_table, time, uuid

whatsapp_configs = tenant_table(
    "whatsapp_configs",
    uuid("id"),
    Column("name", Text, nullable=False),
    Column("phone_number", Text, nullable=False),
    Column("phone_number_id", Text, nullable=False),
    Column("business_account_id", Text, nullable=False),
    Column("access_token_sealed", LargeBinary, nullable=False),
    Column("app_secret_sealed", LargeBinary, nullable=False),
    Column("verify_token_sealed", LargeBinary, nullable=False),
    Column("api_type", Text, nullable=False),
    Column("api_url", Text),
    Column("is_active", Boolean, nullable=False),
    uuid("chatbot_id", nullable=True),
    Column("messages_per_second", Integer, nullable=False),
    Column("daily_limit", Integer),
    Column("rate_limit_per_minute", Integer),
    Column("connection", Text, nullable=False),
    Column("quality_rating", Text, nullable=False),
    Column("messaging_tier", Text),
    Column("throughput_level", Text),
    Column("verified_name", Text),
    jsonb("health"),
    time("paused_until", nullable=True),
    Column("pause_reason", Text),
    time("deleted_at", nullable=True),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

number_days = tenant_table(
    "number_days",
    uuid("whatsapp_config_id"),
    Column("day", Date, nullable=False),
    Column("sent", Integer, nullable=False),
)

provider_notices = tenant_table(
    "provider_notices",
    uuid("id"),
    uuid("whatsapp_config_id"),
    Column("field", Text, nullable=False),
    jsonb("payload"),
    time("received_at"),
)

templates = tenant_table(
    "templates",
    uuid("id"),
    uuid("whatsapp_config_id"),
    Column("provider_id", Text),
    Column("name", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("status", Text, nullable=False),
    jsonb("components"),
    Column("parameter_format", Text, nullable=False),
    Column("quality", Text, nullable=False),
    Column("rejected_reason", Text),
    jsonb("history"),
    time("synced_at", nullable=True),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

template_syncs = tenant_table(
    "template_syncs",
    uuid("whatsapp_config_id"),
    Column("state", Text, nullable=False),
    Column("found", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("deleted", Integer, nullable=False),
    Column("error", Text),
    time("ordered_at"),
    time("started_at", nullable=True),
    time("finished_at", nullable=True),
)
