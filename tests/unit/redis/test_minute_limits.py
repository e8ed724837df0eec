"""A limit by the minute holds in any minute, and lets a part of it go at once."""

import pytest

from adapters.redis.local_rates import LocalRates
from adapters.redis.rate_limits import PAIR_RATE, _number_rate


@pytest.mark.parametrize("per_minute", [1, 2, 10, 30, 100, 1_000])
@pytest.mark.parametrize("per_second", [1, 80])
def test_no_minute_sees_more_than_the_limit(per_minute: int, per_second: int) -> None:
    now, sent = 0.0, list[float]()
    rates = LocalRates(clock=lambda: now)
    rate = _number_rate(per_second, per_minute)

    while now < 180:
        waits = rates.reserve(["number", f"pair-{len(sent)}"], number=rate, pair=PAIR_RATE)
        if waits[0] <= 0:
            sent.append(now)
        else:
            now += max(waits[0], 0.001)

    most = max(sum(begin <= at < begin + 59.99 for at in sent) for begin in sent)
    assert most <= per_minute
    assert len(sent) >= 0.6 * min(per_minute, 60 * per_second) * 3


def test_a_limit_that_is_beyond_the_throughput_changes_nothing() -> None:
    assert _number_rate(80, 80 * 60) == _number_rate(80)
