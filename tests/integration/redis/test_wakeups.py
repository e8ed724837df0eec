import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from redis.asyncio import Redis

from adapters.redis.client import close_redis, connect_redis
from adapters.redis.wakeups import RedisWakeupListener, RedisWakeups
from application.ports.lanes import LaneKind
from entrypoints.embedded.services import RunningServices


@pytest.fixture
async def listener(redis: Redis) -> AsyncIterator[RedisWakeupListener]:
    async with RedisWakeupListener(redis) as listening:
        await until(lambda: listening.is_alive)
        await listening.wait([*LaneKind], 1)
        await listening.wait_for_relay(1)
        yield listening


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(8):
        while not condition():  # noqa: ASYNC110  # it has no event of its own
            await asyncio.sleep(0.01)


async def seconds(waiting: Awaitable[None]) -> float:
    began = time.perf_counter()
    await waiting
    return time.perf_counter() - began


async def test_a_nudge_wakes_who_waits_for_it(redis: Redis, listener: RedisWakeupListener) -> None:
    waiting = asyncio.create_task(seconds(listener.wait([LaneKind.CONTACT], 5)))
    await asyncio.sleep(0.05)

    await RedisWakeups(redis).nudge([LaneKind.CONTACT, LaneKind.JOURNAL])

    assert await waiting < 0.5


async def test_a_nudge_for_others_wakes_nobody(redis: Redis, listener: RedisWakeupListener) -> None:
    await RedisWakeups(redis).nudge([LaneKind.JOURNAL])
    await RedisWakeups(redis).nudge_relay()

    assert await seconds(listener.wait([LaneKind.CONTACT], 0.2)) >= 0.19


async def test_a_nudge_that_came_while_nobody_waited_counts_once(redis: Redis, listener: RedisWakeupListener) -> None:
    await RedisWakeups(redis).nudge([LaneKind.NUMBER])
    await asyncio.sleep(0.1)

    assert await seconds(listener.wait([LaneKind.NUMBER], 5)) < 0.1
    assert await seconds(listener.wait([LaneKind.NUMBER], 0.2)) >= 0.19


async def test_what_is_said_while_a_nudge_is_on_its_way_goes_with_the_next(
    redis: Redis, listener: RedisWakeupListener
) -> None:
    wakeups = RedisWakeups(redis)
    before = int((await redis.info("commandstats"))["cmdstat_publish"]["calls"])

    for _ in range(50):
        await wakeups.nudge([LaneKind.NUMBER])
        await wakeups.nudge_relay()
    await wakeups.close()

    assert int((await redis.info("commandstats"))["cmdstat_publish"]["calls"]) - before < 5
    assert await seconds(listener.wait([LaneKind.NUMBER], 5)) < 0.5
    assert await seconds(listener.wait_for_relay(5)) < 0.5


async def test_the_relay_is_nudged_by_itself(redis: Redis, listener: RedisWakeupListener) -> None:
    await RedisWakeups(redis).nudge_relay()

    assert await seconds(listener.wait_for_relay(5)) < 0.5


async def test_without_redis_a_nudge_returns_at_once_and_a_wait_times_out(redis_service: RunningServices) -> None:
    redis_service.redis.kill()
    client = connect_redis(redis_service.services.redis_url)
    wakeups = RedisWakeups(client)

    took = await seconds(asyncio.wait_for(_many(wakeups), 2))
    async with RedisWakeupListener(client) as listener:
        waited = await seconds(listener.wait([LaneKind.CONTACT], 0.2))
        is_alive = listener.is_alive
    redis_service.redis.start()
    await close_redis(client)

    assert took < 0.5
    assert 0.19 <= waited < 0.5
    assert not is_alive


async def _many(wakeups: RedisWakeups) -> None:
    for _ in range(100):
        await wakeups.nudge([LaneKind.CONTACT])


async def test_it_comes_back_after_a_crash_of_redis_and_everybody_looks_once(
    redis: Redis, redis_service: RunningServices, listener: RedisWakeupListener
) -> None:
    redis_service.redis.kill()
    await until(lambda: not listener.is_alive)
    redis_service.redis.start()
    await until(lambda: listener.is_alive)

    assert await seconds(listener.wait([LaneKind.CONTACT], 5)) < 0.1
    waiting = asyncio.create_task(seconds(listener.wait([LaneKind.CONTACT], 5)))
    await asyncio.sleep(0.05)
    await RedisWakeups(redis).nudge([LaneKind.CONTACT])
    assert await waiting < 0.5
