"""How far the workers are behind, for Prometheus: the same from whichever process is asked."""

from prometheus_client import Gauge

from application.ports.lanes import LaneKind
from application.ports.operations import Lag

LANE_LAG = Gauge("pytake_lane_lag_seconds", "Age of the oldest due lane that no worker has, by kind.", ("kind",))
WAITING = Gauge("pytake_waiting", "Webhooks and items that wait to be handled, and dead letters.", ("what",))


def show_lag(lag: Lag) -> None:
    """Set the gauges."""
    for kind in LaneKind:
        age = lag.oldest_due.get(kind)
        LANE_LAG.labels(kind=kind).set(age.total_seconds() if age is not None else 0)
    for what, count in (("webhooks", lag.webhooks), ("items", lag.items), ("dead_letters", lag.dead_letters)):
        WAITING.labels(what=what).set(count)
