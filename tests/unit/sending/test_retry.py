"""What is done about each kind of failure."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.whatsapp.failures import FailureKind, SendFailure
from domain.whatsapp.retry import MAX_ATTEMPTS, AwaitStatus, Decision, GiveUp, Hold, Retry, backoff, decide

NOW = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
HOLDING = {FailureKind.THROTTLED, FailureKind.MISCONFIGURED, FailureKind.SUSPENDED}
FINAL = [
    FailureKind.WINDOW_CLOSED,
    FailureKind.OPTED_OUT,
    FailureKind.UNREACHABLE,
    FailureKind.TEMPLATE_REJECTED,
    FailureKind.REJECTED,
]

_kinds = st.sampled_from(FailureKind)
_waits = st.none() | st.floats(0, 86_400)
_failures = st.builds(lambda kind, wait: SendFailure(kind=kind, code="1", retry_after=wait), _kinds, _waits)
_jitters = st.floats(0, 1, exclude_max=True)


class Tried(NamedTuple):
    """How often, for what, and with which chance."""

    attempts: int
    is_reply: bool
    jitter: float


_tries = st.builds(Tried, st.integers(1, 50), st.booleans(), _jitters)


def _after(failure: SendFailure, tried: Tried) -> Decision:
    return decide(failure, attempts=tried.attempts, is_reply=tried.is_reply, jitter=tried.jitter, now=NOW)


def _decide(
    kind: FailureKind, *, attempts: int = 1, is_reply: bool = True, jitter: float = 0.0, wait: float | None = None
) -> Decision:
    failure = SendFailure(kind=kind, code="1", retry_after=wait)
    return decide(failure, attempts=attempts, is_reply=is_reply, jitter=jitter, now=NOW)


@pytest.mark.parametrize("kind", FINAL)
def test_what_will_never_succeed_is_given_up(kind: FailureKind) -> None:
    assert _decide(kind) == GiveUp()


@given(_tries, _waits)
def test_unknown_outcome_is_never_tried_again_blindly(tried: Tried, wait: float | None) -> None:
    failure = SendFailure(kind=FailureKind.UNKNOWN, code="1", retry_after=wait)

    assert _after(failure, tried) == AwaitStatus()


@given(_failures, _tries)
def test_no_message_is_tried_for_ever(failure: SendFailure, tried: Tried) -> None:
    decision = _after(failure, tried._replace(attempts=tried.attempts + MAX_ATTEMPTS))

    assert not isinstance(decision, Retry)


@given(_failures, _tries)
def test_only_the_numbers_own_troubles_hold_it(failure: SendFailure, tried: Tried) -> None:
    decision = _after(failure, tried)

    assert isinstance(decision, Hold) == (failure.kind in HOLDING)


@given(_failures, _tries)
def test_nothing_is_done_in_the_past(failure: SendFailure, tried: Tried) -> None:
    decision = _after(failure, tried)

    assert (getattr(decision, "at", None) or getattr(decision, "until", None) or NOW) >= NOW


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 4), (2, 16), (3, 64), (4, 256), (5, 1024), (6, 1024)])
def test_pair_rate_waits_four_to_the_power_of_attempts(attempts: int, seconds: int) -> None:
    assert _decide(FailureKind.PAIR_THROTTLED, attempts=attempts) == Retry(at=NOW + seconds * SECOND)


@pytest.mark.parametrize("kind", [FailureKind.PAIR_THROTTLED, FailureKind.UNAVAILABLE])
def test_pause_that_the_provider_asks_for_is_kept(kind: FailureKind) -> None:
    assert _decide(kind, wait=77.0) == Retry(at=NOW + 77 * SECOND)


def test_throttled_number_is_held_as_long_as_the_provider_asks() -> None:
    assert _decide(FailureKind.THROTTLED, wait=77.0) == Hold(until=NOW + 77 * SECOND)


def test_throttled_number_is_held_without_trouble() -> None:
    assert _decide(FailureKind.THROTTLED) == Hold(until=NOW + 2 * SECOND)


@pytest.mark.parametrize("kind", [FailureKind.MISCONFIGURED, FailureKind.SUSPENDED])
def test_number_that_needs_a_person_says_what_is_wrong(kind: FailureKind) -> None:
    assert _decide(kind) == Hold(until=NOW + timedelta(minutes=5), trouble=f"{kind}: 1")


def test_deferred_bulk_is_tried_once_more_a_day_later() -> None:
    assert _decide(FailureKind.DEFERRED, is_reply=False) == Retry(at=NOW + timedelta(days=1))


def test_deferred_bulk_is_tried_no_third_time() -> None:
    assert _decide(FailureKind.DEFERRED, is_reply=False, attempts=2) == GiveUp()


def test_deferred_reply_is_given_up() -> None:
    assert _decide(FailureKind.DEFERRED) == GiveUp()


class TestBackoff:
    @given(st.integers(1, 100), _jitters)
    def test_is_never_longer_than_two_minutes(self, attempts: int, jitter: float) -> None:
        assert backoff(attempts, jitter=jitter) <= timedelta(minutes=2)

    @given(st.integers(1, 100), _jitters)
    def test_is_never_shorter_than_half_a_second(self, attempts: int, jitter: float) -> None:
        assert backoff(attempts, jitter=jitter) >= SECOND / 2

    @given(st.integers(1, 100), _jitters)
    def test_never_shrinks(self, attempts: int, jitter: float) -> None:
        assert backoff(attempts, jitter=jitter) <= backoff(attempts + 1, jitter=jitter)

    def test_doubles(self) -> None:
        assert backoff(3, jitter=0.0) == 2 * backoff(2, jitter=0.0) == 4 * backoff(1, jitter=0.0)
