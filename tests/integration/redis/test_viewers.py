from datetime import timedelta
from uuid import UUID, uuid4

from redis.asyncio import Redis

from adapters.redis.client import close_redis, connect_redis
from adapters.redis.viewers import LAPSES_AFTER, RedisViewers
from application.ports.viewers import Looking
from tests.doubles import FrozenClock

TENANT, OTHER, CONVERSATION = UUID(int=1), UUID(int=2), UUID(int=3)
ANA, BIA = UUID(int=4), UUID(int=5)


async def test_who_looks_is_known_until_they_look_away_everywhere(redis: Redis, frozen_clock: FrozenClock) -> None:
    viewers = RedisViewers(redis, clock=frozen_clock)

    assert await viewers.look(TENANT, CONVERSATION, ANA, at="tab") == Looking(users=(ANA,), is_news=True)
    assert await viewers.look(TENANT, CONVERSATION, ANA, at="phone") == Looking(users=(ANA,))
    assert await viewers.look(TENANT, CONVERSATION, BIA, at="tab") == Looking(users=(ANA, BIA), is_news=True)
    assert await viewers.look_away(TENANT, CONVERSATION, ANA, at="tab") == Looking(users=(ANA, BIA))
    assert await viewers.look_away(TENANT, CONVERSATION, ANA, at="phone") == Looking(users=(BIA,), is_news=True)
    assert await viewers.of(TENANT, CONVERSATION) == (BIA,)
    assert await viewers.of(OTHER, CONVERSATION) == ()


async def test_who_does_not_say_it_again_looks_no_more(redis: Redis, frozen_clock: FrozenClock) -> None:
    viewers = RedisViewers(redis, clock=frozen_clock)
    await viewers.look(TENANT, CONVERSATION, ANA, at="tab")
    frozen_clock.advance(LAPSES_AFTER / 2)
    await viewers.look(TENANT, CONVERSATION, BIA, at="tab")

    frozen_clock.advance(LAPSES_AFTER / 2 + timedelta(seconds=1))

    assert await viewers.of(TENANT, CONVERSATION) == (BIA,)
    assert await viewers.look(TENANT, CONVERSATION, BIA, at="tab") == Looking(users=(BIA,), is_news=True)


async def test_while_redis_is_away_nobody_looks(frozen_clock: FrozenClock) -> None:
    away = connect_redis("redis://127.0.0.1:9")
    viewers = RedisViewers(away, clock=frozen_clock)

    assert await viewers.look(TENANT, uuid4(), ANA, at="tab") == Looking()
    assert await viewers.of(TENANT, CONVERSATION) == ()
    await close_redis(away)
