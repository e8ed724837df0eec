"""A week of opening hours, as a clock on the wall shows them."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import pairwise

import msgspec

from domain.shared.errors import ErrorDetail

MAX_SPANS = 10
"""Pauses of one day: more is a mistake in the form."""
DAY = 24 * 60
"""Minutes."""

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])|24:00")


class Weekday(StrEnum):
    """The days, in the order of `date.weekday()`."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


WEEKDAYS = tuple(Weekday)


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """From one time (HH:MM) to another; `24:00` is the day's end, and what closes before it opens does so next day."""

    opens: str
    closes: str

    @property
    def minutes(self) -> tuple[int, int]:
        """Give both as minutes since the day began; the second is the later one, and below two days."""
        opens, closes = _minutes(self.opens), _minutes(self.closes)
        return opens, closes if closes > opens else closes + DAY


Week = Mapping[Weekday, tuple[Span, ...]]
"""The spans of each day; a day that is not named is closed. A span belongs to the day on which it opens."""

ROUND_THE_CLOCK: Week = {day: (Span(opens="00:00", closes="24:00"),) for day in WEEKDAYS}


def wrong_in_week(week: Week) -> tuple[ErrorDetail, ...]:
    """Name what is no time, what overlaps, and what is too much."""
    return tuple(error for day, spans in week.items() for error in _wrong_in_day(day, spans))


def _wrong_in_day(day: Weekday, spans: tuple[Span, ...]) -> Iterator[ErrorDetail]:
    if len(spans) > MAX_SPANS:
        yield ErrorDetail(field=f"week.{day}", message="at most {limit} spans a day", values={"limit": MAX_SPANS})
    bad = [place for place, span in enumerate(spans) if not _is_span(span)]
    for place in bad:
        message = "times as 08:00, different from each other, 24:00 only at the end"
        yield ErrorDetail(field=f"week.{day}[{place}]", message=message)
    if not bad and _overlap(spans):
        yield ErrorDetail(field=f"week.{day}", message="the spans of a day do not overlap")


def _is_span(span: Span) -> bool:
    times = (_CLOCK.fullmatch(span.opens), _CLOCK.fullmatch(span.closes))
    return all(times) and span.opens not in {span.closes, "24:00"}


def _overlap(spans: tuple[Span, ...]) -> bool:
    in_order = sorted(span.minutes for span in spans)
    return any(closes > opens for (_, closes), (opens, _) in pairwise(in_order))


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
