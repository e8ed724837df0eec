import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

import msgspec
import pytest
from redis.asyncio import Redis

from adapters.redis import subscription as subscription_module
from adapters.redis.client import close_redis, connect_redis
from adapters.redis.realtime import RealtimeSubscription, RedisRealtime
from application.ports.events import NumberedEvent
from application.ports.realtime import NOT_STORED, LiveEvent, live_event
from entrypoints.embedded.services import RunningServices
from tests.redis_server import patient_client

ONE, OTHER = uuid4(), uuid4()


class Ear:
    def __init__(self) -> None:
        self.heard: list[tuple[UUID, LiveEvent]] = []
        self.reconnections = 0

    def receive(self, tenant_id: UUID, events: list[LiveEvent]) -> None:
        self.heard.extend((tenant_id, event) for event in events)

    def reconnected(self) -> None:
        self.reconnections += 1

    async def until(self, *, heard: int = 0, reconnections: int = 0) -> None:
        async with asyncio.timeout(60):
            while len(self.heard) < heard or self.reconnections < reconnections:  # noqa: ASYNC110
                await asyncio.sleep(0.005)


def event(number: int, tenant_id: UUID = ONE) -> NumberedEvent:
    return NumberedEvent(
        tenant_id=tenant_id,
        number=number,
        type="message_sent",
        at=datetime(2026, 1, 1, tzinfo=UTC),
        data=msgspec.Raw(b'{"n":1}'),
        conversation_id=UUID(int=5),
    )


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
async def feed(redis: Redis, ear: Ear) -> AsyncIterator[RealtimeSubscription]:
    subscription = RealtimeSubscription(redis)
    await subscription.start(ear)
    await ear.until(reconnections=1)
    yield subscription
    await subscription.stop()


async def test_events_arrive_encoded_and_in_order(redis: Redis, feed: RealtimeSubscription, ear: Ear) -> None:
    await feed.follow(ONE)
    events = [event(number) for number in range(1, 1001)]

    await RedisRealtime(redis).publish(events)
    await ear.until(heard=1000)

    assert ear.heard == [(ONE, live_event(sent)) for sent in events]
    assert ear.heard[0][1].frame == (b'{"type":"message_sent","id":1,"at":"2026-01-01T00:00:00Z","data":{"n":1}}')


async def test_only_followed_tenants_are_heard(redis: Redis, feed: RealtimeSubscription, ear: Ear) -> None:
    await feed.follow(ONE)
    await feed.follow(OTHER)
    await feed.unfollow(OTHER)

    await RedisRealtime(redis).publish([event(1, OTHER), event(1, ONE), event(2, OTHER), event(2, ONE)])
    await ear.until(heard=2)
    await asyncio.sleep(0.05)

    assert [(tenant_id, heard.number) for tenant_id, heard in ear.heard] == [(ONE, 1), (ONE, 2)]
    assert (await redis.pubsub_numsub(f"rt:{OTHER}"))[0][1] == 0


async def test_to_follow_is_no_reconnection(feed: RealtimeSubscription, ear: Ear) -> None:
    for _ in range(20):
        await feed.follow(uuid4())

    assert ear.reconnections == 1


async def test_following_and_leaving_at_once_ends_as_it_was_said_last(
    redis: Redis, feed: RealtimeSubscription, ear: Ear
) -> None:
    await asyncio.gather(*(action(ONE) for action in [feed.follow, feed.unfollow] * 20), feed.follow(ONE))

    await RedisRealtime(redis).publish([event(1)])

    await ear.until(heard=1)


async def test_a_signal_arrives_without_a_number(redis: Redis, feed: RealtimeSubscription, ear: Ear) -> None:
    await feed.follow(ONE)
    signal = LiveEvent(NOT_STORED, "user_typing", UUID(int=5), b"{}", "me")

    await RedisRealtime(redis).send(ONE, signal)
    await ear.until(heard=1)

    assert ear.heard == [(ONE, signal)]


async def test_rubbish_on_the_bus_ends_nothing(redis: Redis, feed: RealtimeSubscription, ear: Ear) -> None:
    await feed.follow(ONE)

    await redis.publish(f"rt:{ONE}", b"\xc1rubbish")
    await RedisRealtime(redis).publish([event(1)])

    await ear.until(heard=1)


async def test_it_is_back_after_an_outage_and_says_so(
    redis_service: RunningServices, redis: Redis, feed: RealtimeSubscription, ear: Ear
) -> None:
    await feed.follow(ONE)
    redis_service.redis.kill()
    async with asyncio.timeout(60):
        while feed.is_alive:  # noqa: ASYNC110  # it has no event of its own
            await asyncio.sleep(0.01)
    await feed.follow(OTHER)

    redis_service.redis.start()
    await ear.until(reconnections=2)
    await RedisRealtime(redis).publish([event(7), event(8, OTHER)])
    await ear.until(heard=2)

    assert feed.is_alive


async def test_a_killed_connection_is_noticed_without_a_heartbeat(
    redis: Redis, feed: RealtimeSubscription, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscription_module, "HEARTBEAT_SECONDS", 3_600)
    await feed.follow(ONE)

    await redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub")

    await ear.until(reconnections=2)
    await RedisRealtime(redis).publish([event(1)])
    await ear.until(heard=1)


async def test_without_redis_publishing_returns_at_once(redis_service: RunningServices) -> None:
    redis_service.redis.kill()

    async with patient_client(redis_service.services.redis_url) as client, asyncio.timeout(60):
        for _ in range(100):
            await RedisRealtime(client).publish([event(1)])

    redis_service.redis.start()


async def test_a_redis_that_hangs_is_left_alone(redis_service: RunningServices, redis: Redis) -> None:
    client = connect_redis(redis_service.services.redis_url)
    realtime = RedisRealtime(client)
    await redis.execute_command("CLIENT", "PAUSE", "3600000", "ALL")

    try:
        async with asyncio.timeout(60):  # one answer is waited for, the others are not asked for
            for _ in range(60 * 5):
                await realtime.publish([event(1)])
    finally:
        redis_service.redis.kill()
        redis_service.redis.start()
    await close_redis(client)
