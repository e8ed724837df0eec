"""Tables of the platform schema."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, LargeBinary, Text

from adapters.postgres.tables.metadata import jsonb, platform_table, time, uuid

tenants = platform_table(
    "tenants",
    uuid("id"),
    Column("name", Text, nullable=False),
    Column("slug", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("time_zone", Text, nullable=False),
    Column("language", Text, nullable=False),
    time("created_at"),
    Column("domain", Text),
    Column("plan", Text, nullable=False),
    time("trial_ends_at", nullable=True),
    time("trial_warned_at", nullable=True),
    Column("next_payment_on", Date),
    jsonb("limits"),
    jsonb("settings"),
    Column("isolation", Text, nullable=False),
    Column("status_reason", Text),
    time("deleted_at", nullable=True),
    Column("version", Integer, nullable=False),
    time("updated_at"),
)

users = platform_table(
    "users",
    uuid("id"),
    uuid("tenant_id"),
    Column("email", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("language", Text, nullable=False),
    time("created_at"),
    time("last_login_at", nullable=True),
    time("email_verified_at", nullable=True),
    time("deleted_at", nullable=True),
    jsonb("notifications"),
    Column("has_avatar", Boolean, nullable=False),
    Column("totp_sealed", LargeBinary),
    time("totp_enabled_at", nullable=True),
    Column("totp_last_step", BigInteger),
    time("password_changed_at", nullable=True),
    Column("version", Integer, nullable=False),
    time("updated_at"),
)

signing_keys = platform_table(
    "signing_keys",
    Column("kid", Text, nullable=False),
    Column("private_key_sealed", LargeBinary, nullable=False),
    Column("public_key", Text, nullable=False),
    time("created_at"),
    time("retired_at", nullable=True),
)

webhook_routes = platform_table(
    "webhook_routes",
    uuid("config_id"),
    uuid("tenant_id"),
    Column("api_type", Text, nullable=False),
    Column("phone_number_id", Text, nullable=False),
    Column("business_account_id", Text, nullable=False),
    Column("app_secret_sealed", LargeBinary, nullable=False),
    Column("verify_token_sealed", LargeBinary, nullable=False),
)

webhook_journal = platform_table(
    "webhook_journal",
    uuid("id"),
    Column("position", BigInteger, nullable=False),
    Column("lane_key", Text, nullable=False),
    uuid("tenant_id"),
    uuid("config_id", nullable=True),
    Column("body", LargeBinary, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("error", Text),
    time("received_at"),
)

inbound_items = platform_table(
    "inbound_items",
    uuid("id"),
    Column("position", BigInteger, nullable=False),
    uuid("tenant_id"),
    Column("lane_key", Text, nullable=False),
    jsonb("item"),
    Column("attempts", Integer, nullable=False),
    Column("error", Text),
    time("received_at"),
)

lanes = platform_table(
    "lanes",
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    uuid("tenant_id"),
    time("due_at", nullable=True),
    time("leased_until", nullable=True),
    Column("lease_owner", Text),
    Column("fence", BigInteger, nullable=False),
    Column("signal", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("crashes", Integer, nullable=False),
    Column("error", Text),
)

tenant_turns = platform_table(
    "tenant_turns", uuid("tenant_id"), time("served_at"), Column("paused", Boolean, nullable=False)
)

dead_letters = platform_table(
    "dead_letters",
    uuid("id"),
    Column("kind", Text, nullable=False),
    Column("lane_key", Text, nullable=False),
    uuid("tenant_id"),
    uuid("config_id", nullable=True),
    Column("body", LargeBinary, nullable=False),
    Column("error", Text, nullable=False),
    time("at"),
)

events = platform_table(
    "events",
    uuid("id"),
    uuid("tenant_id"),
    Column("number", BigInteger),
    Column("position", BigInteger, nullable=False),
    Column("type", Text, nullable=False),
    uuid("conversation_id", nullable=True),
    jsonb("data"),
    time("at"),
    Column("is_placed", Boolean, nullable=False),
    uuid("assigned_to", nullable=True),
    uuid("department_id", nullable=True),
    jsonb("held_before", nullable=True),
)

event_counters = platform_table("event_counters", uuid("tenant_id"), Column("last_number", BigInteger, nullable=False))

workers = platform_table(
    "workers",
    Column("id", Text, nullable=False),
    time("started_at"),
    time("seen_at"),
    Column("busy", Integer, nullable=False),
)
