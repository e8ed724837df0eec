"""The throttle in Redis, and the one that a process has by itself while Redis is away: one suite for both."""

import asyncio
from collections.abc import Awaitable

import pytest
from redis.asyncio import Redis

from adapters.redis import login_throttle
from adapters.redis.breaker import REST_SECONDS
from adapters.redis.login_throttle import RedisLoginThrottle
from adapters.redis.throttle_rules import WINDOW_SECONDS
from application.ports.login_throttle import Attempt, Purpose
from domain.shared.errors import RateLimitedError
from entrypoints.embedded.services import RunningServices
from tests.redis_clock import RedisClock, told

ANA, HOME, AWAY = "ana@aurora.example", "203.0.113.7", "198.51.100.9"

Throttle = RedisLoginThrottle


@pytest.fixture(params=["redis", "alone"])
async def clock(request: pytest.FixtureRequest, redis: Redis, redis_service: RunningServices) -> RedisClock:
    if request.param == "alone":
        redis_service.redis.kill()
    made = RedisClock(redis if request.param == "redis" else None)
    await made.let_pass(0)
    return made


@pytest.fixture
def throttle(clock: RedisClock, redis: Redis, monkeypatch: pytest.MonkeyPatch) -> Throttle:
    monkeypatch.setattr(login_throttle, "ATTEMPT", told(login_throttle.ATTEMPT))
    return RedisLoginThrottle(redis, clock=clock)


async def fail(throttle: Throttle, times: int, *, account: str = ANA, ip: str | None = HOME) -> list[Attempt]:
    return [await throttle.attempt(Purpose.LOGIN, account=account, ip=ip) for _ in range(times)]


async def wait_of(attempt: Awaitable[object]) -> float:
    with pytest.raises(RateLimitedError) as refused:
        await attempt
    return refused.value.retry_after


async def test_five_tries_for_an_account_from_one_address(throttle: Throttle):
    await fail(throttle, 5)

    assert await wait_of(fail(throttle, 1)) == WINDOW_SECONDS


async def test_after_the_wait_there_are_tries_again(throttle: Throttle, clock: RedisClock):
    await fail(throttle, 5)
    await clock.let_pass(await wait_of(fail(throttle, 1)) - 1)
    assert await wait_of(fail(throttle, 1)) == pytest.approx(1)

    await clock.let_pass(1.001)

    await fail(throttle, 1)


async def test_who_is_refused_is_not_counted(throttle: Throttle):
    await fail(throttle, 5)
    first = await wait_of(fail(throttle, 1))
    for _ in range(20):
        await wait_of(fail(throttle, 1))

    assert await wait_of(fail(throttle, 1)) == first


async def test_the_wait_doubles_each_time_and_not_for_ever(throttle: Throttle, clock: RedisClock):
    waits = []
    for _ in range(4):
        await fail(throttle, 5)
        waits.append(await wait_of(fail(throttle, 1)))
        await clock.let_pass(waits[-1] + 0.001)

    assert [round(wait / WINDOW_SECONDS, 6) for wait in waits] == [1, 2, 4, 4]


async def test_a_success_begins_anew(throttle: Throttle):
    attempts = await fail(throttle, 4)
    await throttle.succeeded(attempts[-1])

    await fail(throttle, 5)


async def test_other_addresses_have_their_own_five_until_the_accounts_ten(throttle: Throttle):
    await fail(throttle, 5, ip=HOME)
    await fail(throttle, 5, ip=AWAY)

    assert await wait_of(fail(throttle, 1, ip="192.0.2.1")) > 0


async def test_the_account_is_not_shut_to_an_address_from_which_it_was_reached(throttle: Throttle):
    [attempt] = await fail(throttle, 1, ip=HOME)
    await throttle.succeeded(attempt)
    for number in range(10):
        await fail(throttle, 1, ip=f"198.51.{number}.1")

    await wait_of(fail(throttle, 1, ip="192.0.2.1"))
    await fail(throttle, 1, ip=HOME)


@pytest.mark.parametrize(
    ("address", "neighbour", "stranger"),
    [
        ("203.0.113.{}", "203.0.113.200", "203.0.114.1"),
        ("2001:db8:1:2::{}", "2001:db8:1:2:ffff::1", "2001:db8:1:3::1"),
        ("::ffff:203.0.113.{}", "203.0.113.200", "203.0.114.1"),
    ],
)
async def test_a_network_has_ten_tries_over_all_accounts(
    throttle: Throttle, address: str, neighbour: str, stranger: str
):
    for number in range(10):
        await fail(throttle, 1, account=f"{number}@aurora.example", ip=address.format(number + 1))

    assert await wait_of(fail(throttle, 1, account="more@aurora.example", ip=neighbour)) > 0
    await fail(throttle, 1, account="more@aurora.example", ip=stranger)


async def test_successes_do_not_count_against_a_network(throttle: Throttle):
    for number in range(30):
        [attempt] = await fail(throttle, 1, account=f"{number}@aurora.example")
        await throttle.succeeded(attempt)


async def test_many_at_once_are_admitted_no_more_than_five_times(throttle: Throttle):
    outcomes = await asyncio.gather(*(fail(throttle, 1) for _ in range(50)), return_exceptions=True)

    assert sum(not isinstance(outcome, RateLimitedError) for outcome in outcomes) == 5


async def test_each_purpose_counts_by_itself(throttle: Throttle):
    await fail(throttle, 5)

    await throttle.attempt(Purpose.SECOND_FACTOR, account=ANA, ip=HOME)


async def test_without_an_address_the_account_has_five(throttle: Throttle):
    await fail(throttle, 5, ip=None)

    assert await wait_of(fail(throttle, 1, ip=None)) > 0


@pytest.mark.parametrize("text", ["", "é\ud800", "x" * 100_000, "a b\r\nDEL *", "{}"])
async def test_any_text_may_be_an_account_or_an_address(throttle: Throttle, text: str):
    await fail(throttle, 1, account=text, ip=text)


async def test_nothing_personal_lies_in_redis_and_nothing_for_ever(redis: Redis):
    throttle = RedisLoginThrottle(redis)
    attempts = await fail(throttle, 5)
    await throttle.succeeded(attempts[0])
    await fail(throttle, 5)

    keys = await redis.keys("*")
    assert len(keys) == 5
    assert [key for key in keys if await redis.ttl(key) < 0] == []
    assert not any(ANA.encode() in key or HOME.encode() in key for key in keys)


async def test_when_redis_comes_back_it_counts_again(redis: Redis, redis_service: RunningServices):
    now = 0.0
    one, other = RedisLoginThrottle(redis, clock=lambda: now), RedisLoginThrottle(redis, clock=lambda: now)
    redis_service.redis.kill()
    await fail(one, 1)
    redis_service.redis.start()
    await asyncio.sleep(0.05)  # the loop sees that the old connections are closed
    now += REST_SECONDS

    await fail(one, 3)
    await fail(other, 2)

    assert await wait_of(fail(other, 1)) > 0
