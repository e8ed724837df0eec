"""Tables of WhatsApp configs and what their providers tell of them."""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, Text

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
    Column("is_active", Boolean, nullable=False),
    uuid("chatbot_id", nullable=True),
    Column("messages_per_second", Integer, nullable=False),
    Column("quality_rating", Text, nullable=False),
    Column("verified_name", Text),
    time("paused_until", nullable=True),
    Column("pause_reason", Text),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

provider_notices = tenant_table(
    "provider_notices",
    uuid("id"),
    uuid("whatsapp_config_id"),
    Column("field", Text, nullable=False),
    jsonb("payload"),
    time("received_at"),
)
