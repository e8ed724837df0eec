import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from redis.asyncio import Redis

from adapters.redis.client import close_redis, connect_redis
from adapters.redis.wakeups import RedisWakeupListener, RedisWakeups
from application.ports.lanes import LaneKind
from entrypoints.embedded.services import RunningServices

HOUR = 3_600.0


@pytest.fixture
async def listener(redis: Redis) -> AsyncIterator[RedisWakeupListener]:
    async with RedisWakeupListener(redis) as listening:
        await until(lambda: listening.is_alive)
        await listening.wait([*LaneKind], 1)
        await listening.wait_for_relay(1)
        yield listening


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110  # it has no event of its own
            await asyncio.sleep(0.01)


async def seconds(waiting: Awaitable[None]) -> float:
    began = time.perf_counter()
    await waiting
    return time.perf_counter() - began


async def is_woken(listener: RedisWakeupListener, kind: LaneKind | None = None) -> None:
    """Wait for an hour, for a lane of this kind or for the relay; fail when nothing ends the wait long before."""
    async with asyncio.timeout(60):
        await (listener.wait_for_relay(HOUR) if kind is None else listener.wait([kind], HOUR))


async def published(redis: Redis) -> int:
    """Count what was published since this Redis began; it names no command that nobody has used."""
    return int((await redis.info("commandstats")).get("cmdstat_publish", {"calls": 0})["calls"])


async def test_a_nudge_wakes_who_waits_for_it(redis: Redis, listener: RedisWakeupListener) -> None:
    waiting = asyncio.create_task(is_woken(listener, LaneKind.CONTACT))
    await asyncio.sleep(0.05)

    await RedisWakeups(redis).nudge([LaneKind.CONTACT, LaneKind.JOURNAL])

    await waiting


async def test_a_nudge_for_others_wakes_nobody(redis: Redis, listener: RedisWakeupListener) -> None:
    await RedisWakeups(redis).nudge([LaneKind.JOURNAL])
    await RedisWakeups(redis).nudge_relay()

    assert await seconds(listener.wait([LaneKind.CONTACT], 0.2)) >= 0.19


async def test_a_nudge_that_came_while_nobody_waited_counts_once(redis: Redis, listener: RedisWakeupListener) -> None:
    await RedisWakeups(redis).nudge([LaneKind.NUMBER])
    await asyncio.sleep(0.1)

    await is_woken(listener, LaneKind.NUMBER)
    assert await seconds(listener.wait([LaneKind.NUMBER], 0.2)) >= 0.19


async def test_what_is_said_while_a_nudge_is_on_its_way_goes_with_the_next(
    redis: Redis, listener: RedisWakeupListener
) -> None:
    wakeups = RedisWakeups(redis)
    before = await published(redis)

    for _ in range(50):
        await wakeups.nudge([LaneKind.NUMBER])
        await wakeups.nudge_relay()
    await wakeups.close()

    assert await published(redis) - before < 5
    await is_woken(listener, LaneKind.NUMBER)
    await is_woken(listener)


async def test_the_relay_is_nudged_by_itself(redis: Redis, listener: RedisWakeupListener) -> None:
    await RedisWakeups(redis).nudge_relay()

    await is_woken(listener)


async def test_without_redis_a_nudge_waits_for_nothing_and_a_wait_times_out(redis_service: RunningServices) -> None:
    redis_service.redis.kill()
    client = connect_redis(redis_service.services.redis_url)
    wakeups = RedisWakeups(client)

    for _ in range(100):
        with pytest.raises(StopIteration):  # it ends at its first step
            wakeups.nudge([LaneKind.CONTACT]).send(None)
    async with RedisWakeupListener(client) as listener:
        waited = await seconds(listener.wait([LaneKind.CONTACT], 0.2))
        is_alive = listener.is_alive
    await wakeups.close()
    redis_service.redis.start()
    await close_redis(client)

    assert waited >= 0.19
    assert not is_alive


async def test_it_comes_back_after_a_crash_of_redis_and_everybody_looks_once(
    redis: Redis, redis_service: RunningServices, listener: RedisWakeupListener
) -> None:
    redis_service.redis.kill()
    await until(lambda: not listener.is_alive)
    redis_service.redis.start()
    await until(lambda: listener.is_alive)

    await is_woken(listener, LaneKind.CONTACT)
    waiting = asyncio.create_task(is_woken(listener, LaneKind.CONTACT))
    await asyncio.sleep(0.05)
    await RedisWakeups(redis).nudge([LaneKind.CONTACT])
    await waiting
