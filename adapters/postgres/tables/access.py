"""Who may do what: plans, sessions, keys, invitations, usage. In the platform schema, each row with its tenant."""

from sqlalchemy import BigInteger, Column, Date, Integer, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY, UUID

from adapters.postgres.tables.metadata import jsonb, platform_table, time, uuid

plans = platform_table(
    "plans",
    Column("code", Text, nullable=False),
    Column("position", Integer, nullable=False),
    jsonb("names"),
    jsonb("limits"),
    Column("features", ARRAY(Text), nullable=False),
)

usage = platform_table(
    "usage",
    uuid("tenant_id"),
    Column("metric", Text, nullable=False),
    Column("period", Date, nullable=False),
    Column("used", BigInteger, nullable=False),
)

user_avatars = platform_table(
    "user_avatars",
    uuid("tenant_id"),
    uuid("user_id"),
    Column("mime", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    time("updated_at"),
)

sessions = platform_table(
    "sessions",
    uuid("tenant_id"),
    uuid("id"),
    uuid("user_id"),
    time("created_at"),
    time("last_seen_at"),
    time("expires_at"),
    Column("ip", Text),
    Column("user_agent", Text),
    time("ended_at", nullable=True),
    Column("end_reason", Text),
)

refresh_tokens = platform_table(
    "refresh_tokens",
    uuid("tenant_id"),
    uuid("id"),
    uuid("session_id"),
    uuid("parent_id", nullable=True),
    Column("token_hash", LargeBinary, nullable=False),
    time("issued_at"),
    time("used_at", nullable=True),
    Column("successor_sealed", LargeBinary),
    time("expires_at"),
)

one_time_tokens = platform_table(
    "one_time_tokens",
    uuid("tenant_id"),
    uuid("id"),
    uuid("user_id"),
    Column("purpose", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("token_hash", LargeBinary, nullable=False),
    time("created_at"),
    time("expires_at"),
    time("used_at", nullable=True),
)

recovery_codes = platform_table(
    "recovery_codes",
    uuid("tenant_id"),
    uuid("user_id"),
    Column("code_hash", LargeBinary, nullable=False),
    time("used_at", nullable=True),
)

invitations = platform_table(
    "invitations",
    uuid("tenant_id"),
    uuid("id"),
    Column("email", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("department_ids", ARRAY(UUID(as_uuid=True)), nullable=False),
    Column("language", Text, nullable=False),
    uuid("invited_by"),
    Column("token_hash", LargeBinary),
    time("created_at"),
    time("expires_at"),
    time("accepted_at", nullable=True),
    time("revoked_at", nullable=True),
)

api_keys = platform_table(
    "api_keys",
    uuid("tenant_id"),
    uuid("id"),
    uuid("user_id"),
    Column("name", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("key_hash", LargeBinary, nullable=False),
    Column("scopes", ARRAY(Text), nullable=False),
    time("created_at"),
    time("updated_at"),
    time("expires_at", nullable=True),
    time("last_used_at", nullable=True),
    time("revoked_at", nullable=True),
    Column("version", Integer, nullable=False),
)

data_keys = platform_table(
    "data_keys",
    uuid("tenant_id"),
    Column("number", Integer, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    time("created_at"),
)

idempotency_keys = platform_table(
    "idempotency_keys",
    uuid("tenant_id"),
    Column("scope", Text, nullable=False),
    Column("key_hash", LargeBinary, nullable=False),
    Column("request_hash", LargeBinary, nullable=False),
    time("started_at"),
    time("done_at", nullable=True),
    Column("status", Integer),
    Column("answer_sealed", LargeBinary),
    time("expires_at"),
)
