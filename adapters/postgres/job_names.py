"""How pgqueuer's things are called with us. Each name is given: it would read what is not from the environment."""

from pgqueuer.domain.settings import DBSettings, Durability
from pgqueuer.types import Channel

from adapters.postgres.tables.metadata import PLATFORM

NAMES = DBSettings(
    prefix="",
    db_schema=PLATFORM,
    channel=Channel("pytake_jobs"),
    function="job_changed",
    trigger="jobs_changed",
    queue_table="jobs",
    queue_table_log="job_log",
    schedules_table="job_schedules",
    statistics_table="job_statistics",
    queue_status_type="job_status",
    durability=Durability.durable,
    widen_id=False,
)
