"""When it is open, and how much of a time it was."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.support.holidays import Calendar
from domain.support.hours import Hours
from domain.support.wall_clock import moment_of
from domain.support.week import WEEKDAYS, Span, Week, wrong_in_week

SAO_PAULO = ZoneInfo("America/Sao_Paulo")
NEW_YORK = ZoneInfo("America/New_York")
DAY = (Span(opens="08:00", closes="12:00"), Span(opens="13:00", closes="18:00"))
OFFICE: Week = dict.fromkeys(WEEKDAYS[:5], DAY)
HOUR = timedelta(hours=1)

ZONES = [ZoneInfo(name) for name in ("America/Sao_Paulo", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe")]
MOMENTS = st.datetimes(datetime(2017, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds


def office(**changed: object) -> Hours:
    return Hours(**{"week": OFFICE, "zone": SAO_PAULO, **changed})


def local(*parts: int, zone: ZoneInfo = SAO_PAULO, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=zone, fold=fold)  # type: ignore[misc, arg-type]  # at most six


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    """Any week that may be set, also one with spans over midnight and one that is never open."""
    clocks = st.builds("{:02d}:{:02d}".format, st.integers(0, 23), st.sampled_from((0, 15, 30, 59)))
    spans = st.builds(lambda opens, closes: Span(opens=opens, closes=closes), clocks, clocks | st.just("24:00"))
    week = draw(st.dictionaries(st.sampled_from(WEEKDAYS), st.lists(spans, max_size=3).map(tuple), max_size=7))
    return {day: day_spans for day, day_spans in week.items() if not wrong_in_week({day: day_spans})}


@st.composite
def some_hours(draw: st.DrawFn) -> Hours:
    days = st.dictionaries(st.dates(date(2016, 12, 1), date(2027, 2, 1)), st.just("Feriado"), max_size=5)
    return Hours(week=draw(weeks()), zone=draw(st.sampled_from(ZONES)), calendar=Calendar(public=draw(days)))


class TestBeingOpen:
    @pytest.mark.parametrize(
        ("at", "is_open"),
        [
            (local(2026, 8, 12, 8, 0), True),
            (local(2026, 8, 12, 7, 59, 59), False),
            (local(2026, 8, 12, 12, 0), False),
            (local(2026, 8, 12, 13, 0), True),
            (local(2026, 8, 12, 17, 59, 59), True),
            (local(2026, 8, 12, 18, 0), False),
            (local(2026, 8, 15, 10, 0), False),
        ],
    )
    def test_begins_with_a_span_and_ends_before_its_end(self, at: datetime, is_open: bool) -> None:  # noqa: FBT001
        assert office().is_open(at) is is_open

    def test_goes_on_over_midnight(self) -> None:
        night = office(week={WEEKDAYS[4]: (Span(opens="22:00", closes="06:00"),)})

        assert night.is_open(local(2026, 8, 15, 5, 59))
        assert not night.is_open(local(2026, 8, 15, 6, 0))
        assert not night.is_open(local(2026, 8, 14, 5, 0))
        assert night.open_until(local(2026, 8, 14, 23, 0)) == local(2026, 8, 15, 6, 0)

    def test_is_not_on_a_holiday_unless_the_company_works_then(self) -> None:
        at = local(2026, 9, 7, 10, 0)
        law = {date(2026, 9, 7): "Independência do Brasil"}

        assert office().is_open(at)
        assert not office(calendar=Calendar(public=law)).is_open(at)
        assert office(calendar=Calendar(public=law, open=frozenset({date(2026, 9, 7)}))).is_open(at)

    def test_of_a_company_that_said_nothing_is_always(self) -> None:
        always = Hours.always()
        at = datetime(2026, 8, 15, 3, tzinfo=UTC)

        assert always.is_open(at)
        assert always.open_until(at) is None
        assert always.next_opening(at) == at
        assert always.add_business_time(at, timedelta(days=9)) == at + timedelta(days=9)


class TestNextOpening:
    @pytest.mark.parametrize(
        ("at", "opens"),
        [
            (local(2026, 8, 12, 9, 0), local(2026, 8, 12, 9, 0)),
            (local(2026, 8, 12, 12, 30), local(2026, 8, 12, 13, 0)),
            (local(2026, 8, 14, 18, 0), local(2026, 8, 17, 8, 0)),
        ],
    )
    def test_is_now_or_the_next_span(self, at: datetime, opens: datetime) -> None:
        assert office().next_opening(at) == opens

    def test_of_an_empty_week_never_comes(self) -> None:
        never = office(week={})

        assert never.next_opening(local(2026, 8, 12, 9, 0)) is None
        assert never.add_business_time(local(2026, 8, 12, 9, 0), HOUR) is None
        assert never.open_until(local(2026, 8, 12, 9, 0)) == local(2026, 8, 12, 9, 0)

    def test_never_comes_where_every_day_is_a_holiday(self) -> None:
        closed = {date(2026, 1, 1) + timedelta(days=offset): "Férias" for offset in range(2_000)}

        assert office(calendar=Calendar(closed=closed)).next_opening(local(2026, 8, 12, 9, 0)) is None


class TestBusinessTime:
    def test_leaves_out_the_night_and_the_weekend(self) -> None:
        friday, monday = local(2026, 8, 14, 17, 0), local(2026, 8, 17, 9, 0)

        assert office().business_time_between(friday, monday) == 2 * HOUR
        assert office().add_business_time(friday, 2 * HOUR) == monday
        assert office().business_time_between(monday, friday) == timedelta()

    def test_of_a_day_is_what_the_clocks_make_of_it(self) -> None:
        """In New York the night of 2026-11-01 has an hour twice; that of 2026-03-08 has one less."""
        nights = Hours(week=dict.fromkeys(WEEKDAYS, (Span(opens="00:00", closes="04:00"),)), zone=NEW_YORK)

        def night(day: date) -> timedelta:
            begin = datetime.combine(day, time(), NEW_YORK)
            return nights.business_time_between(begin, begin + timedelta(hours=10))

        assert night(date(2026, 11, 1)) == 5 * HOUR
        assert night(date(2026, 3, 8)) == 3 * HOUR
        assert night(date(2026, 3, 9)) == 4 * HOUR

    @settings(max_examples=60, deadline=None)
    @given(hours=some_hours(), at=MOMENTS, minutes=st.integers(1, 60 * 40))
    def test_that_is_added_is_what_lies_between(self, hours: Hours, at: datetime, minutes: int) -> None:
        duration = timedelta(minutes=minutes)
        until = hours.add_business_time(at, duration)

        if until is not None:
            assert hours.business_time_between(at, until) == duration
            assert hours.business_time_between(at, until - timedelta(seconds=1)) < duration

    @settings(max_examples=60, deadline=None)
    @given(hours=some_hours(), at=MOMENTS, first=st.integers(0, 20_000), second=st.integers(0, 20_000))
    def test_only_grows_and_adds_up(self, hours: Hours, at: datetime, first: int, second: int) -> None:
        middle = at + timedelta(minutes=first)
        end = middle + timedelta(minutes=second)

        whole = hours.business_time_between(at, end)

        assert whole == hours.business_time_between(at, middle) + hours.business_time_between(middle, end)
        assert timedelta() <= whole <= end - at

    @settings(max_examples=60, deadline=None)
    @given(hours=some_hours(), at=MOMENTS)
    def test_begins_at_the_next_opening(self, hours: Hours, at: datetime) -> None:
        opens = hours.next_opening(at)

        assert hours.is_open(at) == (opens == at)
        if opens is not None:
            assert opens >= at
            assert hours.is_open(opens)
            assert hours.business_time_between(at, opens) == timedelta()


class TestWallClocks:
    def test_that_skip_a_time_mean_the_moment_of_skipping(self) -> None:
        jump = datetime(2026, 3, 8, 7, 0, tzinfo=UTC)

        assert moment_of(date(2026, 3, 8), 2 * 60 + 30, zone=NEW_YORK, is_end=False) == jump
        assert moment_of(date(2026, 3, 8), 2 * 60 + 30, zone=NEW_YORK, is_end=True) == jump

    def test_that_show_a_time_twice_begin_with_the_first_and_end_with_the_second(self) -> None:
        at = date(2026, 11, 1), 60 + 30

        assert moment_of(*at, zone=NEW_YORK, is_end=False) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
        assert moment_of(*at, zone=NEW_YORK, is_end=True) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)

    def test_skip_midnight_in_brazil(self) -> None:
        """Summer time began at midnight there, until 2018."""
        hours = Hours(week=dict.fromkeys(WEEKDAYS, (Span(opens="00:00", closes="02:00"),)), zone=SAO_PAULO)
        begin, end = datetime(2018, 11, 4, 0, tzinfo=UTC), datetime(2018, 11, 4, 12, tzinfo=UTC)

        assert hours.business_time_between(begin, end) == HOUR
