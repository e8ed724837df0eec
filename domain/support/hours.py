"""When a company is open, and how much of a time it was: pure arithmetic on a week, a calendar and a zone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

import msgspec

from domain.support.holidays import NO_HOLIDAYS, Calendar
from domain.support.wall_clock import moment_of
from domain.support.week import ROUND_THE_CLOCK, WEEKDAYS, Week

HORIZON_DAYS = 1_100
"""How far is looked ahead, three years: what is not open by then never is, so that nothing runs for ever."""

_ONE_DAY = timedelta(days=1)

Opening = tuple[datetime, datetime]
"""From when until when, in UTC; the end is not part of it."""


class Hours(msgspec.Struct, frozen=True, kw_only=True):
    """Opening hours. Openings never overlap and come in order; two may touch, as around the clock they do."""

    week: Week
    zone: tzinfo
    calendar: Calendar = NO_HOLIDAYS

    @classmethod
    def always(cls) -> "Hours":
        """Make those of a company that never said when it is open."""
        return cls(week=ROUND_THE_CLOCK, zone=UTC)

    def is_open(self, at: datetime) -> bool:
        """Whether somebody is there."""
        return any(opens <= at < closes for opens, closes in self._around(at, days=1))

    def next_opening(self, at: datetime) -> datetime | None:
        """Give the moment from which it is open: `at` itself when it is; None when it never is again."""
        begin = at.astimezone(UTC)
        for opens, closes in self._around(begin, days=HORIZON_DAYS):
            if closes > begin:
                return max(opens, begin)
        return None

    def open_until(self, at: datetime) -> datetime | None:
        """Give the moment at which it closes after `at`; `at` itself when it is closed, None when it never closes."""
        until = begin = at.astimezone(UTC)
        for opens, closes in self._around(begin, days=HORIZON_DAYS):
            if opens > until:
                return until
            until = max(until, closes)
        return until if until == begin else None

    def business_time_between(self, begin: datetime, end: datetime) -> timedelta:
        """Measure how long it is open from one moment to a later one; nothing when the second is not later."""
        total, since, until = timedelta(), begin.astimezone(UTC), end.astimezone(UTC)
        if until <= since:
            return total
        for opens, closes in self._around(since, days=(until - since).days + 2):
            if opens >= until:
                break
            total += max(timedelta(), min(closes, until) - max(opens, since))
        return total

    def add_business_time(self, at: datetime, duration: timedelta) -> datetime | None:
        """Give the first moment by which it was open for `duration` since `at`; None when that never comes."""
        left, since = duration, at.astimezone(UTC)
        if left <= timedelta():
            return since
        for opens, closes in self._around(since, days=HORIZON_DAYS):
            begin = max(opens, since)
            if closes - begin >= left:
                return begin + left
            left -= max(timedelta(), closes - begin)
        return None

    def openings_of(self, day: date) -> list[Opening]:
        """Give the openings that begin on a day of the zone, whatever the days around it say."""
        if self.calendar.closes_on(day) is not None:
            return []
        minutes = sorted(span.minutes for span in self.week.get(WEEKDAYS[day.weekday()], ()))
        moments = [
            (moment_of(day, opens, zone=self.zone, is_end=False), moment_of(day, closes, zone=self.zone, is_end=True))
            for opens, closes in minutes
        ]
        return [(opens, closes) for opens, closes in moments if opens < closes]

    def _around(self, at: datetime, *, days: int) -> Iterator[Opening]:
        """Give the openings of some days from the one before `at` on; what overlaps an earlier one is cut."""
        if not any(self.week.values()):
            return
        first = at.astimezone(self.zone).date() - _ONE_DAY
        reached = datetime.min.replace(tzinfo=UTC)
        for offset in range(days + 2):
            for opens, closes in self.openings_of(first + offset * _ONE_DAY):
                if closes > reached:
                    yield max(opens, reached), closes
                    reached = closes
