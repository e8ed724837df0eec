"""What a week of hours may be."""

import pytest

from domain.support.week import MAX_SPANS, Span, Weekday, wrong_in_week


@pytest.mark.parametrize(
    "spans",
    [
        (Span(opens="08:00", closes="12:00"), Span(opens="12:00", closes="18:00")),
        (Span(opens="00:00", closes="24:00"),),
        (Span(opens="22:00", closes="06:00"),),
        (),
    ],
)
def test_these_are_right(spans: tuple[Span, ...]) -> None:
    assert wrong_in_week({Weekday.MONDAY: spans}) == ()


@pytest.mark.parametrize(
    ("spans", "field"),
    [
        ((Span(opens="8:00", closes="12:00"),), "week.monday[0]"),
        ((Span(opens="08:00", closes="25:00"),), "week.monday[0]"),
        ((Span(opens="08:00", closes="08:00"),), "week.monday[0]"),
        ((Span(opens="24:00", closes="08:00"),), "week.monday[0]"),
        ((Span(opens="08:00", closes="12:00"), Span(opens="11:59", closes="13:00")), "week.monday"),
        (
            tuple(Span(opens=f"{hour:02d}:00", closes=f"{hour:02d}:30") for hour in range(MAX_SPANS + 1)),
            "week.monday",
        ),
    ],
)
def test_these_are_named(spans: tuple[Span, ...], field: str) -> None:
    assert [error.field for error in wrong_in_week({Weekday.MONDAY: spans})] == [field]
