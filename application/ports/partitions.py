"""Tables that grow by time are cut by time."""

from datetime import timedelta
from typing import Protocol


class Partitions(Protocol):
    """Makes partitions ahead of time, and drops those of events that nobody can ask for any more."""

    async def look_after(self, *, keep_events: timedelta) -> None:
        """Do both; doing it again changes nothing."""
        ...
