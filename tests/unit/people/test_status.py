from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.people.status import OFFLINE_AFTER, Marks, Status, effective_status

NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
AWAY_AFTER = timedelta(minutes=10)
SPANS = st.timedeltas(timedelta(), timedelta(hours=1))


def seen(chosen: Status, *, silent: timedelta, idle: timedelta) -> Status:
    marks = Marks(seen_at=NOON - silent, active_at=NOON - idle)
    return effective_status(chosen, marks, away_after=AWAY_AFTER, now=NOON)


@given(chosen=st.sampled_from(Status), silent=SPANS, idle=SPANS)
def test_who_gives_no_sign_of_life_is_offline_else_idle_is_away_else_as_chosen(
    chosen: Status, silent: timedelta, idle: timedelta
) -> None:
    status = seen(chosen, silent=silent, idle=idle)

    if silent >= OFFLINE_AFTER or chosen is Status.OFFLINE:
        assert status is Status.OFFLINE
    elif idle >= AWAY_AFTER:
        assert status is Status.AWAY
    else:
        assert status is chosen


@given(chosen=st.sampled_from(Status))
def test_of_whom_nothing_is_known_is_offline(chosen: Status) -> None:
    assert effective_status(chosen, None, away_after=AWAY_AFTER, now=NOON) is Status.OFFLINE


def test_a_clock_that_went_back_leaves_people_where_they_are() -> None:
    assert seen(Status.BUSY, silent=-AWAY_AFTER, idle=-AWAY_AFTER) is Status.BUSY
