"""Cron expressions, computed by `croniter` on the wall clock of a time zone and put on the world's clock here."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from croniter import CroniterError, croniter

FIELDS = 5
MAX_LENGTH = 100
TRIES = 200
"""Wall times that may lie before the moment when the clocks are put back: a minute each of an hour, and more."""


class LibraryCron:
    """Knows when it is time."""

    def check(self, cron: str, *, zone: str) -> str | None:
        """Say what is wrong with an expression or a time zone; None where nothing is."""
        if _zone(zone) is None:
            return "no such time zone"
        if len(cron) > MAX_LENGTH or len(cron.split()) != FIELDS or not croniter.is_valid(cron):
            return "five fields: minute, hour, day of the month, month, day of the week"
        if self.next_after(cron, zone=zone, after=datetime.now(UTC)) is None:
            return "there is no such day"
        return None

    def next_after(self, cron: str, *, zone: str, after: datetime) -> datetime | None:
        """Give the first time after a moment, in UTC; None where there is none."""
        place = _zone(zone) or UTC
        walls = croniter(cron, after.astimezone(place).replace(tzinfo=None))
        try:
            for _ in range(TRIES):
                wall: datetime = walls.get_next(datetime)
                found = wall.replace(tzinfo=place).astimezone(UTC)
                if found > after:
                    return found
        except CroniterError:
            pass
        return None


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
