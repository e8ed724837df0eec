"""Counting what is decided, so that it can be seen."""

from typing import Protocol


class Counters(Protocol):
    """Counts by name and labels (`pytake_<name>_total` for Prometheus). Never a tenant's text as a label."""

    def count(self, name: str, *, amount: int = 1, **labels: str) -> None:
        """Add to a counter."""
        ...

    def observe(self, name: str, seconds: float, **labels: str) -> None:
        """Add a duration to a histogram."""
        ...
