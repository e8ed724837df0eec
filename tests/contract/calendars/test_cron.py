"""When it is time, also on the days on which clocks are put forward and back."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.calendars.cron import LibraryCron

CRON = LibraryCron()
NEW_YORK = "America/New_York"
SAO_PAULO = "America/Sao_Paulo"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def times(cron: str, *, zone: str, after: str, count: int) -> list[datetime]:
    found, now = [], at(after)
    for _ in range(count):
        following = CRON.next_after(cron, zone=zone, after=now)
        assert following is not None
        now = following
        found.append(now)
    return found


def test_nine_o_clock_is_where_the_company_is():
    assert times("0 9 * * 1-5", zone=SAO_PAULO, after="2026-11-20T12:00:01", count=1) == [at("2026-11-23T12:00:00")]


def test_the_hour_that_is_skipped_in_spring_comes_once_when_clocks_were_put_forward():
    found = times("30 2 * * *", zone=NEW_YORK, after="2026-03-07T12:00:00", count=2)

    assert found == [at("2026-03-08T07:30:00"), at("2026-03-09T06:30:00")]


def test_the_hour_that_is_repeated_in_autumn_counts_once():
    found = times("30 1 * * *", zone=NEW_YORK, after="2026-10-31T12:00:00", count=2)

    assert found == [at("2026-11-01T05:30:00"), at("2026-11-02T06:30:00")]


@pytest.mark.parametrize("day", ["2026-03-08", "2026-11-01"])
def test_every_quarter_of_an_hour_goes_on_through_both(day: str):
    found = times("*/15 * * * *", zone=NEW_YORK, after=f"{day}T03:00:00", count=30)

    assert found == sorted(set(found))
    assert max(later - one for one, later in pairwise(found)) <= timedelta(hours=1, minutes=15)


@pytest.mark.parametrize(
    ("cron", "zone"),
    [
        ("0 9 * *", SAO_PAULO),
        ("0 0 9 * * *", SAO_PAULO),
        ("@daily", SAO_PAULO),
        ("61 * * * *", SAO_PAULO),
        ("0 0 30 2 *", SAO_PAULO),
        ("nove horas da manhã", SAO_PAULO),
        ("0 9 * * *", "America/Atlantis"),
        ("0 9 * * *", "../etc/passwd"),
        ("0 9 * * *", ""),
    ],
)
def test_what_is_no_time_is_told(cron: str, zone: str):
    assert CRON.check(cron, zone=zone) is not None


@pytest.mark.parametrize("cron", ["0 9 * * 1-5", "*/15 8-18 * * mon,wed", "0 0 29 2 *", "0 9 l * *"])
def test_what_is_one_is_not(cron: str):
    assert CRON.check(cron, zone=SAO_PAULO) is None


@given(
    minute=st.integers(0, 59),
    hour=st.integers(0, 23),
    after=st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 # bounds
    zone=st.sampled_from([NEW_YORK, SAO_PAULO, "Europe/Lisbon", "Asia/Kolkata", "Australia/Lord_Howe"]),
)
@settings(max_examples=50, deadline=None)
def test_a_daily_time_comes_once_in_every_day(minute: int, hour: int, after: datetime, zone: str):
    first, second = times(f"{minute} {hour} * * *", zone=zone, after=after.isoformat()[:19], count=2)

    assert first > after.replace(microsecond=0)
    assert timedelta(hours=22) <= second - first <= timedelta(hours=26)
