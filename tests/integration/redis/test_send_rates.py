import asyncio
import time
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from redis.asyncio import Redis

from adapters.redis.breaker import REST_SECONDS
from adapters.redis.client import close_redis, connect_redis
from adapters.redis.local_rates import ROUNDING, LocalRates
from adapters.redis.rate_limits import LOCAL_SHARE, PAIR_RATE, RedisSendRates, _number_rate
from entrypoints.embedded.services import RunningServices
from tests.redis_clock import RedisClock

PHONES = [f"55119{number:08}" for number in range(1000)]


def most_in_any_window(moments: list[float], *, rate: float, burst: int) -> float:
    """The largest excess over burst + rate·t that any window of these moments shows; at most 0 when it is kept."""
    moments = sorted(moments)
    return max(
        (last - first + 1) - (burst + rate * (moments[last] - moments[first]))
        for first in range(len(moments))
        for last in range(first, len(moments))
    )


async def test_a_batch_is_granted_up_to_the_burst_and_told_when_the_rest_may_go(redis: Redis) -> None:
    grants = await RedisSendRates(redis).reserve(uuid4(), per_second=80, recipients=PHONES[:10])

    assert grants.granted == tuple(range(8))
    assert grants.retry_after[8] == pytest.approx(1 / 80, abs=0.001)
    assert grants.retry_after[9] == pytest.approx(2 / 80, abs=0.001)


async def test_nothing_is_asked_for_an_empty_batch(redis: Redis) -> None:
    grants = await RedisSendRates(redis).reserve(uuid4(), per_second=80, recipients=[])

    assert (grants.granted, grants.retry_after) == ((), {})


@pytest.mark.parametrize("per_second", [20, 80, 400])
async def test_no_window_sees_more_than_burst_and_rate_whoever_asks(
    redis_service: RunningServices, clock: RedisClock, per_second: int
) -> None:
    config = uuid4()
    moments: list[float] = []
    clients = [connect_redis(redis_service.services.redis_url) for _ in range(3)]
    workers = [(RedisSendRates(client), PHONES[30 * i : 30 * i + 30]) for i, client in enumerate(clients)]

    for _ in range(100):
        asked = (rates.reserve(config, per_second=per_second, recipients=phones) for rates, phones in workers)
        for grants in await asyncio.gather(*asked):
            moments.extend([clock()] * len(grants.granted))
        await clock.let_pass(0.015)
    for client in clients:
        await close_redis(client)

    burst = max(1, per_second // 10)
    assert most_in_any_window(moments, rate=per_second, burst=burst) <= ROUNDING
    assert len(moments) >= per_second * 1.5


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    batches=st.lists(st.tuples(st.integers(0, 300), st.lists(st.integers(0, 3), max_size=20)), max_size=8),
    per_second=st.sampled_from([1, 5, 40, 1000]),
)
async def test_the_script_and_the_reference_agree(
    redis: Redis, clock: RedisClock, batches: list[tuple[int, list[int]]], per_second: int
) -> None:
    """The Python GCRA with Redis's parameters is the reference; both see the same times."""
    config = uuid4()
    rates = RedisSendRates(redis)
    reference = LocalRates(clock=clock)

    for milliseconds, batch in batches:
        await clock.let_pass(milliseconds / 1000)
        recipients = [PHONES[number] for number in batch]
        grants = await rates.reserve(config, per_second=per_second, recipients=recipients)
        number = _number_rate(per_second)
        waits = reference.reserve(["number", *recipients], number=number, pair=PAIR_RATE)

        assert grants.granted == tuple(i for i, wait in enumerate(waits) if wait <= 0)
        for position, wait in grants.retry_after.items():
            assert wait == pytest.approx(waits[position], abs=ROUNDING)


async def test_one_recipient_gets_forty_five_at_once_and_then_one_in_six_seconds(redis: Redis) -> None:
    grants = await RedisSendRates(redis).reserve(uuid4(), per_second=1000, recipients=[PHONES[0]] * 47)

    assert grants.granted == tuple(range(45))
    assert grants.retry_after[45] == pytest.approx(6, abs=0.05)
    assert grants.retry_after[46] == pytest.approx(12, abs=0.05)


async def test_a_full_pair_holds_nobody_else_up(redis: Redis, clock: RedisClock) -> None:
    config = uuid4()
    rates = RedisSendRates(redis)
    await rates.reserve(config, per_second=1000, recipients=[PHONES[0]] * 45)
    await clock.let_pass(0.1)

    grants = await rates.reserve(config, per_second=1000, recipients=[PHONES[0]] * 50 + PHONES[1:101])

    assert grants.granted == tuple(range(50, 150))


async def test_one_refused_by_the_number_reserves_nothing_on_its_pair(redis: Redis, clock: RedisClock) -> None:
    config = uuid4()
    rates = RedisSendRates(redis)
    for _ in range(60):
        await rates.reserve(config, per_second=1, recipients=[PHONES[0]])
    await clock.let_pass(1.1)

    grants = await rates.reserve(config, per_second=10_000, recipients=[PHONES[0]] * 100)

    assert len(grants.granted) == 44


async def test_numbers_do_not_share_a_rate(redis: Redis) -> None:
    rates = RedisSendRates(redis)
    await rates.reserve(UUID(int=1), per_second=1, recipients=PHONES[:2])

    assert (await rates.reserve(UUID(int=2), per_second=1, recipients=PHONES[:1])).granted == (0,)


async def test_keys_name_no_phone_and_expire(redis: Redis) -> None:
    await RedisSendRates(redis).reserve(uuid4(), per_second=2, recipients=[PHONES[0]])

    keys = [key.decode() for key in await redis.keys("*")]

    assert len(keys) == 2
    assert not any(PHONES[0] in key for key in keys)
    assert all([0 < await redis.pttl(key) <= 6000 for key in keys])


async def test_a_clock_that_was_set_back_stops_nobody_for_long(redis: Redis) -> None:
    config = uuid4()
    rates = RedisSendRates(redis)
    await redis.set(f"rate:{{{config}}}", str(int((time.time() + 86_400) * 1e6)))

    refused = await rates.reserve(config, per_second=10, recipients=PHONES[:1])
    await asyncio.sleep(refused.retry_after[0] + 0.01)
    granted = await rates.reserve(config, per_second=10, recipients=PHONES[:1])

    assert 0 < refused.retry_after[0] <= 0.1
    assert granted.granted == (0,)


@pytest.mark.parametrize("accident", ["script flush", "flushall"])
async def test_it_goes_on_after_redis_forgot_everything(redis: Redis, accident: str) -> None:
    rates = RedisSendRates(redis)
    await rates.reserve(uuid4(), per_second=80, recipients=PHONES[:1])

    await redis.execute_command(*accident.split())

    assert (await rates.reserve(uuid4(), per_second=80, recipients=PHONES[:8])).granted == tuple(range(8))
    assert rates._breaker.allows()
    assert await redis.keys("rate:*")


async def test_while_redis_is_away_a_worker_sends_at_its_share_and_comes_back(
    redis: Redis, redis_service: RunningServices
) -> None:
    config, now, granted = uuid4(), 0.0, 0
    rates = RedisSendRates(redis, clock=lambda: now)
    await rates.reserve(config, per_second=80, recipients=PHONES[:80])
    redis_service.redis.kill()

    for step in range(200):
        now = step / 200
        granted += len((await rates.reserve(config, per_second=80, recipients=PHONES[:50])).granted)
    redis_service.redis.start()
    await asyncio.sleep(0.05)  # the loop sees that the old connections are closed
    now += REST_SECONDS
    after = await rates.reserve(config, per_second=80, recipients=PHONES[:8])

    assert 10 <= granted <= 80 * LOCAL_SHARE + 2
    assert after.granted == tuple(range(8))
    assert await redis.keys("rate:*")


async def test_the_share_is_kept_on_the_pair_too(redis: Redis, redis_service: RunningServices) -> None:
    rates = RedisSendRates(redis)
    redis_service.redis.kill()

    granted = 0
    for _ in range(50):
        granted += len((await rates.reserve(UUID(int=9), per_second=100_000, recipients=[PHONES[0]])).granted)
    redis_service.redis.start()

    assert granted == int(45 * LOCAL_SHARE)


async def test_what_redis_granted_counts_in_the_share(redis: Redis, redis_service: RunningServices) -> None:
    config = uuid4()
    rates = RedisSendRates(redis)
    await rates.reserve(config, per_second=100_000, recipients=[PHONES[0]] * 45)
    redis_service.redis.kill()

    grants = await rates.reserve(config, per_second=100_000, recipients=[PHONES[0]])
    redis_service.redis.start()

    assert grants.granted == ()
