"""Tables of chatbots, flows and their sessions."""

from sqlalchemy import Boolean, Column, Integer, Text
from sqlalchemy.dialects.postgresql import INTERVAL

from adapters.postgres.tables.metadata import jsonb, tenant_table, time, uuid

chatbots = tenant_table(
    "chatbots",
    uuid("id"),
    Column("name", Text, nullable=False),
    uuid("main_flow_id", nullable=True),
    Column("is_active", Boolean, nullable=False),
    Column("description", Text, nullable=False),
    jsonb("variables"),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

flows = tenant_table(
    "flows",
    uuid("id"),
    uuid("chatbot_id", nullable=True),
    Column("name", Text, nullable=False),
    jsonb("draft"),
    Column("priority", Integer, nullable=False),
    uuid("published_version_id", nullable=True),
    Column("published_number", Integer, nullable=False),
    Column("description", Text, nullable=False),
    time("deleted_at", nullable=True),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

flow_versions = tenant_table(
    "flow_versions",
    uuid("id"),
    uuid("flow_id"),
    Column("number", Integer, nullable=False),
    Column("name", Text, nullable=False),
    jsonb("document"),
    Column("notes", Text, nullable=False),
    uuid("published_by", nullable=True),
    time("published_at"),
)

flow_tests = tenant_table(
    "flow_tests",
    uuid("id"),
    uuid("flow_id"),
    Column("place", Integer, nullable=False),
    Column("name", Text, nullable=False),
    jsonb("document"),
    time("created_at"),
)

flow_sessions = tenant_table(
    "flow_sessions",
    uuid("id"),
    uuid("flow_id"),
    uuid("version_id"),
    uuid("contact_id"),
    uuid("conversation_id"),
    uuid("config_id"),
    Column("lane_key", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("node", Text),
    Column("outcome", Text),
    jsonb("state"),
    Column("cause", Text, nullable=False),
    time("ended_at", nullable=True),
    Column("version", Integer, nullable=False),
    time("started_at"),
    time("updated_at"),
)

flow_sprints = tenant_table(
    "flow_sprints",
    uuid("session_id"),
    Column("number", Integer, nullable=False),
    jsonb("stimulus"),
    jsonb("trace"),
    time("at"),
    jsonb("seen", nullable=True),
)

flow_timers = tenant_table(
    "flow_timers",
    uuid("id"),
    uuid("session_id"),
    Column("effect_id", Text, nullable=False),
    Column("lane_key", Text, nullable=False),
    time("due_at", nullable=True),
    Column("after", INTERVAL),
    uuid("sent_by", nullable=True),
)
