"""What the engine asks of a company's hours."""

from datetime import datetime
from typing import Protocol


class Hours(Protocol):
    """Knows when the company serves."""

    def is_open(self, calendar: str | None, at: datetime) -> bool | None:
        """Say whether it is open: the company's calendar, or a department's (name or id); None for one unknown."""
        ...


class AlwaysOpen:
    """Where nobody said when it closes."""

    def is_open(self, calendar: str | None, at: datetime) -> bool | None:
        """Say yes, of the company's own calendar."""
        del at
        return True if calendar is None else None
