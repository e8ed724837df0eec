"""Tables of flows that begin by themselves: by the clock, or after an event."""

from sqlalchemy import Column, Integer, Text

from adapters.postgres.tables.metadata import tenant_table, time, uuid

flow_schedules = tenant_table(
    "flow_schedules",
    uuid("flow_id"),
    uuid("version_id"),
    Column("cron", Text, nullable=False),
    Column("time_zone", Text, nullable=False),
    time("next_at", nullable=True),
    time("updated_at"),
)

flow_runs = tenant_table(
    "flow_runs",
    uuid("id"),
    uuid("flow_id"),
    uuid("version_id"),
    time("due_at"),
    time("began_at"),
    time("ended_at", nullable=True),
    Column("missed", Integer, nullable=False),
    Column("status", Text, nullable=False),
    uuid("cursor", nullable=True),
    Column("asked", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("error", Text),
)

flow_events = tenant_table("flow_events", uuid("flow_id"), uuid("version_id"), Column("event", Text, nullable=False))
