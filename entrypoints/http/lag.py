"""How far the workers are behind, for Prometheus: the same from whichever process is asked."""

from prometheus_client import Gauge

from application.ports.jobs import Backlog
from application.ports.lanes import LaneKind
from application.ports.operations import Lag

LANE_LAG = Gauge("pytake_lane_lag_seconds", "Age of the oldest due lane that no worker has, by kind.", ("kind",))
WAITING = Gauge(
    "pytake_waiting", "Webhooks, items, jobs that wait to be handled; dead letters; jobs given up.", ("what",)
)


JOB_LAG = Gauge("pytake_job_lag_seconds", "Age of the oldest due background job that no worker has.")


def show_backlog(backlog: Backlog) -> None:
    """Set the gauges of the background jobs."""
    JOB_LAG.set(backlog.oldest_due.total_seconds())
    for what, count in (("jobs", backlog.due), ("held_jobs", backlog.held)):
        WAITING.labels(what=what).set(count)


def show_lag(lag: Lag) -> None:
    """Set the gauges."""
    for kind in LaneKind:
        age = lag.oldest_due.get(kind)
        LANE_LAG.labels(kind=kind).set(age.total_seconds() if age is not None else 0)
    for what, count in (("webhooks", lag.webhooks), ("items", lag.items), ("dead_letters", lag.dead_letters)):
        WAITING.labels(what=what).set(count)
