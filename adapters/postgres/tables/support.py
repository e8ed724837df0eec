"""When and how a company serves: hours, holidays, promises, rules, what customers said of it, and the bot's texts."""

from sqlalchemy import Boolean, Column, Date, Integer, Interval, Text

from adapters.postgres.tables.metadata import jsonb, tenant_table, time, uuid

business_hours = tenant_table(
    "business_hours",
    uuid("id"),
    uuid("department_id", nullable=True),
    Column("time_zone", Text),
    jsonb("week"),
    Column("observes_holidays", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

holidays = tenant_table(
    "holidays",
    uuid("id"),
    Column("day", Date, nullable=False),
    Column("name", Text, nullable=False),
    Column("is_yearly", Boolean, nullable=False),
    Column("is_open", Boolean, nullable=False),
    time("created_at"),
)

sla_policies = tenant_table(
    "sla_policies",
    uuid("id"),
    Column("name", Text, nullable=False),
    Column("first_response", Interval),
    Column("resolution", Interval),
    Column("is_business_time", Boolean, nullable=False),
    Column("warn_at_percent", Integer, nullable=False),
    jsonb("applies_to"),
    Column("place", Integer, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

conversation_slas = tenant_table(
    "conversation_slas",
    uuid("conversation_id"),
    uuid("policy_id"),
    Column("kind", Text, nullable=False),
    time("started_at"),
    time("warn_at"),
    time("due_at"),
    time("warned_at", nullable=True),
    time("breached_at", nullable=True),
    time("met_at", nullable=True),
)

automation_rules = tenant_table(
    "automation_rules",
    uuid("id"),
    Column("name", Text, nullable=False),
    Column("event", Text, nullable=False),
    jsonb("conditions"),
    jsonb("actions"),
    Column("place", Integer, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

automation_runs = tenant_table(
    "automation_runs",
    uuid("id"),
    uuid("rule_id"),
    uuid("cause"),
    uuid("conversation_id", nullable=True),
    Column("outcome", Text, nullable=False),
    Column("depth", Integer, nullable=False),
    jsonb("details"),
    time("at"),
)

csat_answers = tenant_table(
    "csat_answers",
    uuid("id"),
    uuid("conversation_id"),
    uuid("contact_id"),
    uuid("user_id", nullable=True),
    uuid("department_id", nullable=True),
    Column("score", Integer),
    Column("comment", Text),
    time("asked_at"),
    time("answered_at", nullable=True),
    time("expires_at"),
)

bot_config = tenant_table(
    "bot_config",
    Column("key", Text, nullable=False),
    jsonb("value"),
    Column("version", Integer, nullable=False),
    time("updated_at"),
)
