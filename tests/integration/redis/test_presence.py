from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from redis.asyncio import Redis

from adapters.redis.presence import RedisPresence
from application.ports.presence import NEVER
from domain.people.status import Marks, Status
from domain.shared.ids import TenantId, UserId
from entrypoints.embedded.services import RunningServices

NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
AURORA, OTHER = TenantId(UUID(int=1)), TenantId(UUID(int=2))
ANA, BIA = UserId(UUID(int=3)), UserId(UUID(int=4))


@pytest.fixture
def presence(redis: Redis) -> RedisPresence:
    return RedisPresence(redis)


async def test_a_sign_of_life_gives_those_before_it(presence: RedisPresence) -> None:
    assert await presence.beat(AURORA, ANA, at=NOON, is_active=False) == Marks(seen_at=NEVER, active_at=NEVER)
    assert await presence.beat(AURORA, ANA, at=NOON + SECOND, is_active=False) == Marks(seen_at=NOON, active_at=NOON)
    assert await presence.beat(AURORA, ANA, at=NOON + 2 * SECOND, is_active=True) == Marks(
        seen_at=NOON + SECOND, active_at=NOON
    )
    assert await presence.marks(AURORA) == {ANA: Marks(seen_at=NOON + 2 * SECOND, active_at=NOON + 2 * SECOND)}


async def test_a_clock_that_is_behind_moves_nothing_back(presence: RedisPresence) -> None:
    await presence.beat(AURORA, ANA, at=NOON, is_active=True)
    await presence.beat(AURORA, ANA, at=NOON - SECOND, is_active=True)

    assert await presence.marks(AURORA) == {ANA: Marks(seen_at=NOON, active_at=NOON)}


async def test_companies_know_nothing_of_each_other(presence: RedisPresence) -> None:
    await presence.beat(AURORA, ANA, at=NOON, is_active=True)
    await presence.tell(AURORA, {ANA: Status.ONLINE})

    assert (await presence.marks(OTHER), await presence.told(OTHER)) == ({}, {})


async def test_only_what_is_new_is_told_and_once(presence: RedisPresence) -> None:
    assert await presence.tell(AURORA, {ANA: Status.ONLINE, BIA: Status.OFFLINE}) == {ANA}
    assert await presence.tell(AURORA, {ANA: Status.ONLINE, BIA: Status.BUSY}) == {BIA}
    assert await presence.told(AURORA) == {ANA: Status.ONLINE, BIA: Status.BUSY}
    assert await presence.tell(AURORA, {ANA: Status.OFFLINE}) == {ANA}
    assert await presence.told(AURORA) == {BIA: Status.BUSY}
    assert await presence.tell(AURORA, {}) == set()


async def test_a_company_is_looked_at_until_everybody_is_gone_and_was_told_so(presence: RedisPresence) -> None:
    await presence.beat(AURORA, ANA, at=NOON, is_active=True)
    await presence.beat(OTHER, BIA, at=NOON, is_active=True)
    await presence.tell(AURORA, {ANA: Status.ONLINE})

    await presence.forget(AURORA, before=NOON)
    assert (await presence.marks(AURORA)).keys() == {ANA}

    await presence.forget(AURORA, before=NOON + SECOND)
    assert await presence.marks(AURORA) == {}
    assert set(await presence.tenants()) == {AURORA, OTHER}

    await presence.tell(AURORA, {ANA: Status.OFFLINE})
    await presence.forget(AURORA, before=NOON + SECOND)
    assert await presence.tenants() == [OTHER]


async def test_nothing_is_kept_for_ever(presence: RedisPresence, redis: Redis) -> None:
    await presence.beat(AURORA, ANA, at=NOON, is_active=True)
    await presence.tell(AURORA, {ANA: Status.ONLINE})

    lasting = {key.decode() for key in await redis.keys("*") if await redis.ttl(key) < 0}

    assert lasting == {"presence:tenants"}


async def test_without_redis_nobody_is_known_and_nothing_fails(
    presence: RedisPresence, redis_service: RunningServices
) -> None:
    await presence.beat(AURORA, ANA, at=NOON, is_active=True)
    redis_service.redis.stop()
    try:
        assert await presence.beat(AURORA, ANA, at=NOON, is_active=True) is None
        assert (await presence.marks(AURORA), await presence.told(AURORA), await presence.tenants()) == ({}, {}, [])
        assert await presence.tell(AURORA, {ANA: Status.ONLINE}) == set()
        await presence.forget(AURORA, before=NOON)
        assert await RedisPresence(presence._redis).marks(AURORA) == {}
    finally:
        redis_service.redis.start()
