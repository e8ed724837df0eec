"""Tables of what flows ask of the world."""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY

from adapters.postgres.tables.metadata import jsonb, tenant_table, time, uuid

flow_calls = tenant_table(
    "flow_calls",
    uuid("id"),
    uuid("session_id"),
    Column("effect_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    jsonb("request"),
    Column("lane_key", Text, nullable=False),
    uuid("config_id"),
    Column("status", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("begun", Integer, nullable=False),
    jsonb("answer", nullable=True),
    Column("error_code", Text),
    Column("error_detail", Text),
    time("ordered_at"),
    time("due_at"),
    time("began_at", nullable=True),
    time("settled_at", nullable=True),
)

api_hosts = tenant_table(
    "api_hosts",
    uuid("id"),
    Column("host", Text, nullable=False),
    Column("successes", BigInteger, nullable=False),
    Column("failures", BigInteger, nullable=False),
    Column("failures_in_a_row", Integer, nullable=False),
    time("last_success_at", nullable=True),
    time("last_failure_at", nullable=True),
    Column("last_error", Text),
    Column("last_ms", Integer),
)

secrets = tenant_table(
    "secrets",
    uuid("id"),
    Column("name", Text, nullable=False),
    Column("value_sealed", LargeBinary, nullable=False),
    Column("hosts", ARRAY(Text), nullable=False),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
    time("last_used_at", nullable=True),
)
