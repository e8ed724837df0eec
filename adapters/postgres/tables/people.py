"""A company's own people and its own past: departments, roles, presence, audit."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY

from adapters.postgres.tables.metadata import jsonb, tenant_table, time, uuid

departments = tenant_table(
    "departments",
    uuid("id"),
    Column("name", Text, nullable=False),
    time("created_at"),
    Column("description", Text, nullable=False),
    Column("is_default", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    time("updated_at"),
    time("deleted_at", nullable=True),
    Column("assignment", Text, nullable=False),
    Column("assigns_out_of_hours", Boolean, nullable=False),
)

department_members = tenant_table(
    "department_members", uuid("department_id"), uuid("user_id"), time("last_assigned_at", nullable=True)
)

roles = tenant_table(
    "roles",
    uuid("id"),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("permissions", ARRAY(Text), nullable=False),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

user_status = tenant_table(
    "user_status",
    uuid("user_id"),
    Column("status", Text, nullable=False),
    time("since"),
    Column("capacity", Integer, nullable=False),
)

audit_heads = tenant_table(
    "audit_heads", Column("seq", BigInteger, nullable=False), Column("hash", LargeBinary, nullable=False)
)

audit_log = tenant_table(
    "audit_log",
    uuid("id"),
    Column("seq", BigInteger, nullable=False),
    Column("action", Text, nullable=False),
    Column("actor_kind", Text, nullable=False),
    uuid("user_id", nullable=True),
    uuid("api_key_id", nullable=True),
    Column("ip", Text),
    Column("user_agent", Text),
    Column("request_id", Text),
    Column("subject_type", Text),
    uuid("subject_id", nullable=True),
    jsonb("before", nullable=True),
    jsonb("after", nullable=True),
    time("at"),
    Column("previous_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
