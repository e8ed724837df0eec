"""When each part of a company is open, made from all that was said about it."""

from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

from application.ports.public_holidays import PublicHolidays
from application.ports.repositories.business_hours import HoursRules
from domain.shared.ids import DepartmentId
from domain.support.business_hours import BusinessHours
from domain.support.holidays import Calendar
from domain.support.hours import Hours

YEARS_AHEAD = 3
"""As far as hours look ahead (`HORIZON_DAYS`)."""


class Schedule:
    """A company's hours. A department without its own has the company's; who set none is open round the clock."""

    def __init__(self, rules: HoursRules, *, public: PublicHolidays, today: date) -> None:
        self._rules, self._public, self._today = rules, public, today
        self._weeks = {week.department_id: week for week in rules.weeks}
        self._hours: dict[DepartmentId | None, Hours] = {}

    @property
    def language(self) -> str:
        """The company's language."""
        return self._rules.language

    @property
    def zone(self) -> ZoneInfo:
        """The company's time zone."""
        return ZoneInfo(self._rules.time_zone)

    @cached_property
    def calendar(self) -> Calendar:
        """The company's holidays: its own over the public ones."""
        years = range(self._today.year - 1, self._today.year + YEARS_AHEAD + 1)
        public = self._public.of(self._rules.region, years=years, language=self._rules.language)
        return Calendar.of(self._rules.holidays, public=public)

    @cached_property
    def own_calendar(self) -> Calendar:
        """The company's own days alone: for hours that observe no public holidays."""
        return Calendar.of(self._rules.holidays, public={})

    def week_of(self, department_id: DepartmentId | None) -> BusinessHours | None:
        """Give the hours that count for a department; None when nobody set any."""
        return self._weeks.get(department_id) or self._weeks.get(None)

    def hours_of(self, department_id: DepartmentId | None) -> Hours:
        """Give when a department, or the company, is open."""
        if department_id not in self._hours:
            self._hours[department_id] = self._make(self.week_of(department_id))
        return self._hours[department_id]

    def _make(self, week: BusinessHours | None) -> Hours:
        if week is None:
            return Hours.always()
        zone = ZoneInfo(week.time_zone) if week.time_zone else self.zone
        return Hours(week=week.week, zone=zone, calendar=self.calendar if week.observes_holidays else self.own_calendar)
