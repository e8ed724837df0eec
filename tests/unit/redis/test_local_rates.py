from hypothesis import given
from hypothesis import strategies as st

from adapters.redis.breaker import REST_SECONDS, Breaker
from adapters.redis.local_rates import MAX_KEYS, LocalRates, Rate

NUMBER = Rate(interval=0.1, burst=3)
PAIR = Rate(interval=6.0, burst=5)


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@given(st.lists(st.tuples(st.floats(0, 3), st.lists(st.integers(0, 3), max_size=8)), max_size=40))
def test_no_window_sees_more_than_burst_and_rate(steps: list[tuple[float, list[int]]]) -> None:
    clock = Hand()
    rates = LocalRates(clock=clock)
    granted: dict[str, list[float]] = {}

    for pause, recipients in steps:
        clock.at += pause
        keys = [f"pair-{recipient}" for recipient in recipients]
        for key, wait in zip(keys, rates.reserve(["number", *keys], number=NUMBER, pair=PAIR), strict=True):
            if wait <= 0:
                granted.setdefault(key, []).append(clock.at)
                granted.setdefault("number", []).append(clock.at)

    for key, moments in granted.items():
        rate = NUMBER if key == "number" else PAIR
        for first, since in enumerate(moments):
            for last in range(first, len(moments)):
                assert last - first + 1 <= rate.burst + (moments[last] - since) / rate.interval + 1e-6


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12))
def test_who_waits_as_long_as_told_is_granted(recipients: list[int]) -> None:
    clock = Hand()
    rates = LocalRates(clock=clock)
    keys = [f"pair-{recipient}" for recipient in recipients]
    waits = rates.reserve(["number", *keys], number=NUMBER, pair=PAIR)

    first = min((wait for wait in waits if wait > 0), default=0.0)
    clock.at += first + 1e-6
    refused = [key for key, wait in zip(keys, waits, strict=True) if wait > 0]

    assert not refused or 0.0 in rates.reserve(["number", *refused], number=NUMBER, pair=PAIR)


def test_buckets_that_are_empty_again_are_forgotten() -> None:
    clock = Hand()
    rates = LocalRates(clock=clock)
    for number in range(MAX_KEYS + 2):
        rates.count(f"pair-{number}", PAIR)
        clock.at += 0.01

    assert len(rates._times) < 2000


def test_the_breaker_lets_one_try_after_a_rest() -> None:
    clock = Hand()
    breaker = Breaker(clock=clock)

    assert breaker.failed()
    assert not breaker.allows()
    clock.at += REST_SECONDS
    assert [breaker.allows() for _ in range(3)] == [True, False, False]
    assert not breaker.failed()
    breaker.succeeded()
    assert breaker.allows()
