"""What time it is."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """A clock that a test can hold still."""

    def now(self) -> datetime:
        """Give the time, in UTC, aware."""
        ...
