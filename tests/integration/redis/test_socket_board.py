from datetime import timedelta
from uuid import UUID

from redis.asyncio import Redis

from adapters.redis.client import close_redis, connect_redis
from adapters.redis.socket_board import COUNTS_FOR, RedisSocketBoard
from application.ports.socket_stats import SocketStats
from tests.doubles import FrozenClock

OURS, THEIRS = UUID(int=1), UUID(int=2)
TWO, ONE = SocketStats(sockets=2, users={"ana": 2}, channels={"messages": 2}, dropped=3), SocketStats(sockets=1)


async def test_what_each_process_said_last_is_given_by_company(redis: Redis, frozen_clock: FrozenClock) -> None:
    board = RedisSocketBoard(redis, clock=frozen_clock)
    await board.report("one", {OURS: ONE, THEIRS: ONE})
    await board.report("one", {OURS: TWO})
    await board.report("other", {OURS: ONE})

    assert sorted(await board.of(OURS), key=lambda stats: stats.sockets) == [ONE, TWO]
    assert await board.of(THEIRS) == [ONE]
    assert set(await board.tenants()) == {OURS, THEIRS}


async def test_what_is_not_said_again_does_not_count(redis: Redis, frozen_clock: FrozenClock) -> None:
    board = RedisSocketBoard(redis, clock=frozen_clock)
    await board.report("one", {OURS: ONE})

    frozen_clock.advance(timedelta(seconds=COUNTS_FOR + 1))

    assert (await board.of(OURS), await board.tenants()) == ([], [])


async def test_while_redis_is_away_nothing_is_known(frozen_clock: FrozenClock) -> None:
    away = connect_redis("redis://127.0.0.1:9")
    board = RedisSocketBoard(away, clock=frozen_clock)
    await board.report("one", {OURS: ONE})

    assert (await board.of(OURS), await board.tenants()) == ([], [])
    await close_redis(away)
