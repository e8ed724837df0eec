"""Days that are not like others of their weekday."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

import msgspec

from domain.shared.errors import ErrorDetail
from domain.shared.ids import HolidayId

MAX_NAME = 100
MAX_HOLIDAYS = 500
"""A company's own: some years of them."""


class Holiday(msgspec.Struct, frozen=True, kw_only=True):
    """A day of the company's own: closed (a city's holiday), or open although it is a public one (`is_open`).

    A yearly one is the same day of every year; the 29th of February is one in leap years only.
    """

    id: HolidayId
    day: date
    name: str
    is_yearly: bool = False
    is_open: bool = False
    created_at: datetime


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """Which days are closed, and why: the company's own word comes before the public one's."""

    closed: Mapping[date, str] = {}
    closed_yearly: Mapping[tuple[int, int], str] = {}
    open: frozenset[date] = frozenset()
    open_yearly: frozenset[tuple[int, int]] = frozenset()
    public: Mapping[date, str] = {}

    @classmethod
    def of(cls, own: Iterable[Holiday], *, public: Mapping[date, str]) -> "Calendar":
        """Put the company's own days over the public ones."""
        days = tuple(own)
        return cls(
            closed={one.day: one.name for one in days if not one.is_yearly and not one.is_open},
            closed_yearly={_of_year(one.day): one.name for one in days if one.is_yearly and not one.is_open},
            open=frozenset(one.day for one in days if not one.is_yearly and one.is_open),
            open_yearly=frozenset(_of_year(one.day) for one in days if one.is_yearly and one.is_open),
            public=public,
        )

    def closes_on(self, day: date) -> str | None:
        """Name the reason why a day is closed; None when it is like any other.

        A single day's word comes before a yearly one's, and that before the public holidays.
        """
        if day in self.closed:
            return self.closed[day]
        if day in self.open:
            return None
        if _of_year(day) in self.closed_yearly:
            return self.closed_yearly[_of_year(day)]
        return None if _of_year(day) in self.open_yearly else self.public.get(day)


NO_HOLIDAYS = Calendar()


def wrong_in_holiday(*, name: str) -> tuple[ErrorDetail, ...]:
    """Say what is wrong with a holiday's name."""
    is_right = bool(name.strip()) and len(name) <= MAX_NAME and name.isprintable()
    message = "1 to {limit} characters, and no line breaks"
    return () if is_right else (ErrorDetail(field="name", message=message, values={"limit": MAX_NAME}),)


def _of_year(day: date) -> tuple[int, int]:
    return day.month, day.day
