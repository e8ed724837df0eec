"""RequestLimits, on Redis and without it."""

import asyncio
import time
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from redis.asyncio import Redis

from adapters.redis.breaker import REST_SECONDS
from adapters.redis.client import close_redis, connect_redis
from adapters.redis.local_rates import ROUNDING, LocalRates, Rate
from adapters.redis.request_limits import LOCAL_SHARE, RedisRequestLimits
from application.ports.request_limits import Allowance, Bucket
from entrypoints.embedded.services import RunningServices
from tests.integration.redis.test_send_rates import most_in_any_window
from tests.redis_clock import RedisClock


def bucket(key: str = "a", *, per_second: float = 10, burst: int = 5) -> Bucket:
    return Bucket(key=key, per_second=per_second, burst=burst)


async def take(limits: RedisRequestLimits, *buckets: Bucket, times: int = 1) -> list[Allowance]:
    return [await limits.take(buckets) for _ in range(times)]


@pytest.mark.usefixtures("clock")
async def test_a_burst_passes_and_then_the_rate(redis: Redis) -> None:
    taken = await take(RedisRequestLimits(redis), bucket(), times=7)

    assert [allowance.retry_after is None for allowance in taken] == [True] * 5 + [False] * 2
    assert [allowance.remaining for allowance in taken] == [4, 3, 2, 1, 0, 0, 0]
    assert {allowance.limit for allowance in taken} == {5}
    assert taken[0].reset == pytest.approx(0.1)
    assert taken[6].retry_after == pytest.approx(0.1)
    assert taken[6].reset == pytest.approx(0.5)


async def test_a_full_bucket_is_told_full(redis: Redis) -> None:
    limits = RedisRequestLimits(redis)
    for per_second in (3, 7, 0.03, 999, 100_000):
        [allowance] = await take(limits, bucket(f"b{per_second}", per_second=per_second, burst=100))

        assert allowance.remaining == 99


async def test_an_empty_bucket_takes_nothing_from_the_others(redis: Redis) -> None:
    limits = RedisRequestLimits(redis)
    await take(limits, bucket("small", burst=1, per_second=0.1))

    refused = await take(limits, bucket("small", burst=1, per_second=0.1), bucket("large", burst=3), times=10)
    [granted] = await take(limits, bucket("large", burst=3))

    assert all(allowance.retry_after for allowance in refused)
    assert granted.remaining == 2


@pytest.mark.usefixtures("clock")
async def test_the_tightest_bucket_is_told(redis: Redis) -> None:
    limits = RedisRequestLimits(redis)
    await take(limits, bucket("second", burst=50), times=40)

    [allowance] = await take(limits, bucket("first", burst=20), bucket("second", burst=50))

    assert (allowance.limit, allowance.remaining) == (50, 9)


async def test_two_processes_share_a_bucket(redis: Redis, redis_service: RunningServices) -> None:
    other_redis = connect_redis(redis_service.services.redis_url)
    each = [RedisRequestLimits(redis), RedisRequestLimits(other_redis)]

    taken = await asyncio.gather(*(each[turn % 2].take([bucket(burst=8, per_second=0.1)]) for turn in range(30)))

    assert sum(allowance.retry_after is None for allowance in taken) == 8
    await close_redis(other_redis)


async def test_one_round_trip_a_request(redis: Redis) -> None:
    limits = RedisRequestLimits(redis)
    await take(limits, bucket())
    before = (await redis.info("commandstats"))["cmdstat_evalsha"]["calls"]

    await take(limits, bucket("x"), bucket("y"), bucket("z"))

    assert (await redis.info("commandstats"))["cmdstat_evalsha"]["calls"] == before + 1


async def test_buckets_that_are_full_again_are_forgotten(redis: Redis) -> None:
    await take(RedisRequestLimits(redis), bucket(per_second=0.02))

    [key] = await redis.keys("limit:*")

    assert 0 < await redis.pttl(key) <= 50_001


async def test_a_clock_that_was_set_back_stops_nobody_for_long(redis: Redis) -> None:
    limits = RedisRequestLimits(redis)
    await redis.set("limit:a", str(int((time.time() + 86_400) * 1e6)))

    [refused] = await take(limits, bucket())

    assert refused.retry_after == pytest.approx(0.1, abs=0.02)


async def test_those_who_wait_share_a_round_trip(redis: Redis) -> None:
    limits = RedisRequestLimits(redis)
    await take(limits, bucket("warm"))
    before = (await redis.info("stats"))["total_commands_processed"]

    taken = await asyncio.gather(*(limits.take([bucket(f"b{turn}", burst=turn + 1)]) for turn in range(200)))

    assert [allowance.limit for allowance in taken] == list(range(1, 201))
    assert all(allowance.retry_after is None for allowance in taken)
    assert (await redis.info("stats"))["total_commands_processed"] >= before + 200


async def test_those_who_share_a_round_trip_are_served_in_their_order(redis: Redis) -> None:
    limits = RedisRequestLimits(redis)
    small, large = bucket("small", per_second=0.1, burst=3), bucket("large", per_second=0.1, burst=100)
    asked = [[small, large] if turn % 2 else [large] for turn in range(20)]

    taken = await asyncio.gather(limits.take([bucket("warm")]), *(limits.take(buckets) for buckets in asked))
    [after] = await take(limits, large)

    refused = [turn for turn, allowance in enumerate(taken[1:]) if allowance.retry_after is not None]
    assert refused == list(range(7, 20, 2))
    assert [allowance.remaining for allowance in taken[1:6]] == [99, 2, 97, 1, 95]
    assert after.remaining == 100 - 10 - 3 - 1


async def test_they_come_out_right_when_redis_forgot_the_script(redis: Redis) -> None:
    limits = RedisRequestLimits(redis)
    await take(limits, bucket("warm"))
    first = asyncio.create_task(limits.take([bucket("first")]))
    await asyncio.sleep(0)

    await redis.script_flush()
    taken = await asyncio.gather(*(limits.take([bucket("shared", per_second=0.1, burst=7)]) for _ in range(20)))

    assert (await first).remaining == 4
    assert sum(allowance.retry_after is None for allowance in taken) == 7


async def test_who_leaves_while_waiting_holds_nobody_up(redis: Redis) -> None:
    limits = RedisRequestLimits(redis)
    leaving = [asyncio.create_task(limits.take([bucket(f"l{turn}")])) for turn in range(10)]
    await asyncio.sleep(0)
    for task in leaving[::2]:
        task.cancel()

    stayed = await asyncio.gather(*leaving[1::2])

    assert all(allowance.retry_after is None for allowance in stayed)
    assert (await take(limits, bucket("later")))[0].remaining == 4


async def test_many_at_once_keep_to_the_share_while_redis_is_away(redis: Redis, redis_service: RunningServices) -> None:
    limits = RedisRequestLimits(redis)
    redis_service.redis.kill()

    taken = await asyncio.gather(*(limits.take([bucket(per_second=0.1, burst=40)]) for _ in range(100)))
    redis_service.redis.start()

    assert sum(allowance.retry_after is None for allowance in taken) == int(40 * LOCAL_SHARE)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rate=st.integers(20, 200), burst=st.integers(1, 20), pauses=st.lists(st.floats(0, 0.03), max_size=30))
async def test_no_window_ever_sees_more(
    redis: Redis, clock: RedisClock, rate: int, burst: int, pauses: list[float]
) -> None:
    limits, key = RedisRequestLimits(redis), str(uuid4())
    moments: list[float] = []
    for pause in pauses:
        await clock.let_pass(pause)
        [allowance] = await take(limits, bucket(key, per_second=rate, burst=burst))
        if allowance.retry_after is None:
            moments.append(clock())

    assert not moments or most_in_any_window(moments, rate=rate, burst=burst) <= rate * ROUNDING


async def test_while_redis_is_away_a_process_lets_its_share_pass_and_comes_back(
    redis: Redis, redis_service: RunningServices
) -> None:
    now = 0.0
    limits = RedisRequestLimits(redis, clock=lambda: now)
    redis_service.redis.kill()

    away = await take(limits, bucket(per_second=0.1, burst=40), times=40)
    redis_service.redis.start()
    await asyncio.sleep(0.05)  # the loop sees that the old connections are closed
    now += REST_SECONDS
    back = await take(limits, bucket(per_second=0.1, burst=40))

    assert sum(allowance.retry_after is None for allowance in away) == int(40 * LOCAL_SHARE)
    assert {allowance.limit for allowance in away} == {int(40 * LOCAL_SHARE)}
    assert back[0].retry_after is None
    assert await redis.keys("limit:*")


async def test_what_redis_granted_counts_in_the_share(redis: Redis, redis_service: RunningServices) -> None:
    limits = RedisRequestLimits(redis)
    await take(limits, bucket(per_second=0.1, burst=40), times=40)
    redis_service.redis.kill()

    [allowance] = await take(limits, bucket(per_second=0.1, burst=40))
    redis_service.redis.start()

    assert allowance.retry_after is not None


class TestLocally:
    def test_all_buckets_or_none(self) -> None:
        now = 0.0
        rates = LocalRates(clock=lambda: now)
        small, large = ("small", Rate(interval=1, burst=1)), ("large", Rate(interval=1, burst=3))

        first, second = rates.take([small, large]), rates.take([small, large])
        [(wait, full)] = rates.take([large])

        assert [wait for wait, _ in first] == [0, 0]
        assert [wait for wait, _ in second] == [1, 0]
        assert (wait, full) == (0, 2)

    def test_time_fills_them(self) -> None:
        now = 0.0
        rates = LocalRates(clock=lambda: now)
        one = ("one", Rate(interval=0.5, burst=1))
        rates.take([one])

        now = 0.5

        assert rates.take([one]) == [(0.0, 0.5)]
