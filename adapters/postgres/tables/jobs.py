"""The tables of pgqueuer, under names of ours (`adapters/postgres/job_names.py`)."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ENUM

from adapters.postgres.tables.metadata import PLATFORM, jsonb, metadata, platform_table, time, uuid

JOB_STATUS = ENUM(
    "queued", "picked", "successful", "exception", "canceled", "deleted", "failed",
    name="job_status", schema=PLATFORM, metadata=metadata,
)  # fmt: skip

jobs = platform_table(
    "jobs",
    Column("id", BigInteger, nullable=False),
    Column("priority", Integer, nullable=False),
    uuid("queue_manager_id", nullable=True),
    time("created"),
    time("updated"),
    time("heartbeat"),
    time("execute_after"),
    Column("status", JOB_STATUS, nullable=False),
    Column("entrypoint", Text, nullable=False),
    Column("dedupe_key", Text),
    Column("payload", LargeBinary),
    jsonb("headers", nullable=True),
    Column("attempts", Integer, nullable=False),
    Column("slot", BigInteger),
)

job_log = platform_table(
    "job_log",
    Column("id", BigInteger, nullable=False),
    time("created"),
    Column("job_id", BigInteger, nullable=False),
    Column("status", JOB_STATUS, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("entrypoint", Text, nullable=False),
    jsonb("traceback", nullable=True),
    Column("aggregated", Boolean),
)

job_schedules = platform_table(
    "job_schedules",
    Column("id", BigInteger, nullable=False),
    Column("expression", Text, nullable=False),
    Column("entrypoint", Text, nullable=False),
    time("heartbeat"),
    time("created"),
    time("updated"),
    time("next_run"),
    time("last_run", nullable=True),
    Column("status", JOB_STATUS),
)

job_statistics = platform_table(
    "job_statistics",
    Column("id", BigInteger, nullable=False),
    time("created"),
    Column("count", BigInteger, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("status", JOB_STATUS, nullable=False),
    Column("entrypoint", Text, nullable=False),
)
