"""Cron expressions: five fields, read in a time zone."""

from datetime import datetime
from typing import Protocol


class Cron(Protocol):
    """Knows when it is time.

    An hour that the clocks skip in spring comes when they have been put forward; one that they repeat in autumn
    counts once.
    """

    def check(self, cron: str, *, zone: str) -> str | None:
        """Say what is wrong with an expression or a time zone; None where nothing is."""
        ...

    def next_after(self, cron: str, *, zone: str, after: datetime) -> datetime | None:
        """Give the first time after a moment, in UTC; None where there is none."""
        ...
