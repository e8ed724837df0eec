"""The machine's clock."""

from datetime import UTC, datetime


class SystemClock:
    """Tells the time of the machine."""

    def now(self) -> datetime:
        """Give the time, in UTC, aware."""
        return datetime.now(UTC)
