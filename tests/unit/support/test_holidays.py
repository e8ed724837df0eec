"""Which days are closed, when several say something of one."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.shared.ids import HolidayId
from domain.support.holidays import Calendar, Holiday

PUBLIC = {date(2026, 9, 7): "Independência do Brasil", date(2027, 9, 7): "Independência do Brasil"}


def a_day(day: date, **changed: object) -> Holiday:
    given = {"name": "Nosso", "is_yearly": False, "is_open": False, **changed}
    return Holiday(id=HolidayId(UUID(int=1)), day=day, created_at=datetime(2026, 1, 1, tzinfo=UTC), **given)


@pytest.mark.parametrize(
    ("own", "closes"),
    [
        ([], "Independência do Brasil"),
        ([a_day(date(2026, 9, 7), is_open=True)], None),
        ([a_day(date(2025, 9, 7), is_open=True, is_yearly=True)], None),
        ([a_day(date(2025, 9, 7), is_open=True, is_yearly=True), a_day(date(2026, 9, 7))], "Nosso"),
        ([a_day(date(2025, 9, 7), is_yearly=True), a_day(date(2026, 9, 7), is_open=True)], None),
    ],
)
def test_the_nearest_word_counts(own: list[Holiday], closes: str | None) -> None:
    assert Calendar.of(own, public=PUBLIC).closes_on(date(2026, 9, 7)) == closes


def test_a_yearly_day_comes_every_year_that_has_it() -> None:
    calendar = Calendar.of([a_day(date(2024, 2, 29), is_yearly=True)], public={})

    assert calendar.closes_on(date(2028, 2, 29)) == "Nosso"
    assert calendar.closes_on(date(2026, 2, 28)) is None
    assert calendar.closes_on(date(2026, 3, 1)) is None
