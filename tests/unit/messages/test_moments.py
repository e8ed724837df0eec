"""A time on the wall is a moment, if there is one."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.messages.moments import moment_of
from domain.shared.errors import InvalidError

WALL = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1))  # noqa: DTZ001 - on the wall
LISBON, PAULO = "Europe/Lisbon", "America/Sao_Paulo"


def test_a_time_with_its_offset_is_a_moment_whatever_the_zone():
    at = datetime(2026, 8, 1, 10, tzinfo=timezone(timedelta(hours=5)))

    assert moment_of(at, time_zone=PAULO) == at


def test_a_time_without_is_the_zones():
    assert moment_of(datetime(2026, 8, 1, 10), time_zone=PAULO) == datetime(2026, 8, 1, 13, tzinfo=UTC)  # noqa: DTZ001 - the same


def test_an_hour_that_does_not_come_is_refused():
    with pytest.raises(InvalidError):
        moment_of(datetime(2026, 3, 29, 1, 30), time_zone=LISBON)  # noqa: DTZ001 - the same


def test_of_an_hour_that_comes_twice_it_is_the_first():
    twice = datetime(2026, 10, 25, 1, 30)  # noqa: DTZ001 - the same

    assert moment_of(twice, time_zone=LISBON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(at=WALL)
def test_every_other_time_reads_the_same_on_the_wall(at: datetime):
    try:
        moment = moment_of(at, time_zone=LISBON)
    except InvalidError:
        return
    assert moment.astimezone(ZoneInfo(LISBON)).replace(tzinfo=None) == at
