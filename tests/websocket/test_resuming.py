import asyncio
from uuid import UUID

import pytest

from adapters.redis import breaker as breaker_module
from entrypoints.embedded.services import RunningServices
from entrypoints.websocket import hub as hub_module
from entrypoints.websocket import replay as replay_module
from tests.websocket.stage import Stage, until


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rooms are looked at more often, before the stage begins to, and soon distrust themselves."""
    monkeypatch.setattr(hub_module, "LOOK_SECONDS", 0.1)
    monkeypatch.setattr(hub_module, "DISTRUST_SECONDS", 0.3)


async def test_what_was_missed_is_replayed_in_order(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.follow("messages")
        await stage.happen(tenant, 3)
        await client.hear_many(3)
    await stage.happen(tenant, 700)
    await until(lambda: len(stage.log.events[tenant]) == 703)

    async with stage.enter(tenant) as client:
        await client.follow("messages")
        await client.say("resume", after=3)

        assert [frame["id"] for frame in await client.hear_many(700)] == list(range(4, 704))


@pytest.mark.parametrize("resumes_first", [True, False])
async def test_while_events_flow_nothing_is_lost_or_doubled(stage: Stage, tenant: UUID, *, resumes_first: bool) -> None:
    await stage.happen(tenant, 1500)
    await until(lambda: len(stage.log.events.get(tenant, [])) == 1500)

    async def flow() -> None:
        for _ in range(300):
            await stage.happen(tenant, 2)
            await asyncio.sleep(0.003)

    flowing = asyncio.create_task(flow())
    async with stage.enter(tenant) as client:
        await client.say("subscribe", channels=["messages"])
        if not resumes_first:
            await asyncio.sleep(0.05)
        await client.say("resume", after=10)
        frames = await client.hear_many(2090)
        await flowing
        assert await client.hears_nothing()

    ids = [frame["id"] for frame in frames]
    assert sorted(ids) == list(range(11, 2101))
    if resumes_first:
        assert ids == sorted(ids)


async def test_a_replay_brings_only_what_is_followed(stage: Stage, tenant: UUID) -> None:
    await stage.happen(tenant, 2, kind="conversation_updated")
    await stage.happen(tenant, 2, kind="message_sent")
    await until(lambda: len(stage.log.events.get(tenant, [])) == 4)

    async with stage.enter(tenant) as client:
        await client.follow("conversations")
        await client.say("resume", after=1)

        assert (await client.hear())["id"] == 2
        assert await client.synchronise() == 4


async def test_who_is_up_to_date_gets_nothing(stage: Stage, tenant: UUID) -> None:
    await stage.happen(tenant, 5)
    await until(lambda: len(stage.log.events.get(tenant, [])) == 5)

    async with stage.enter(tenant) as client:
        await client.follow("messages")
        await client.say("resume", after=5)

        assert await client.synchronise() == 5


@pytest.mark.parametrize("after", [0, 99])
async def test_who_is_too_far_behind_or_ahead_is_told_to_resync(
    stage: Stage, tenant: UUID, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr(replay_module, "MAX_EVENTS", 4)
    await stage.happen(tenant, 5)
    await until(lambda: len(stage.log.events.get(tenant, [])) == 5)

    async with stage.enter(tenant) as client:
        await client.follow("messages")
        await client.say("resume", after=after)
        frame = await client.hear()

        assert (frame["type"], frame["id"]) == ("resync", 5)
        await stage.happen(tenant)
        assert (await client.hear())["id"] == 6


async def test_what_the_log_has_forgotten_is_a_resync(stage: Stage, tenant: UUID) -> None:
    await stage.happen(tenant, 10)
    await until(lambda: len(stage.log.events.get(tenant, [])) == 10)
    del stage.log.events[tenant][:5]

    async with stage.enter(tenant) as client:
        await client.follow("messages")
        await client.say("resume", after=2)

        assert (await client.hear())["type"] == "resync"


async def test_events_lost_on_the_way_are_read_from_the_log(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.follow("messages")
        stage.log.commit(tenant)
        stage.log.commit(tenant)
        await stage.log.number_new(limit=10)  # numbered, and never published
        await stage.happen(tenant)

        assert [frame["id"] for frame in await client.hear_many(3)] == [1, 2, 3]
        assert await client.hears_nothing()


@pytest.mark.usefixtures("hasty")
async def test_an_event_lost_with_nothing_after_it_is_found(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.follow("messages")
        stage.log.commit(tenant)
        await stage.log.number_new(limit=10)

        assert (await client.hear())["id"] == 1


async def test_while_redis_is_away_events_come_from_the_log_and_afterwards_live(
    stage: Stage, tenant: UUID, killable_redis: RunningServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breaker_module, "REST_SECONDS", 0.1)
    async with stage.enter(tenant) as client:
        await client.follow("messages")
        await stage.happen(tenant, 5)
        await client.hear_many(5)

        killable_redis.redis.kill()
        await stage.happen(tenant, 5)
        during = await client.hear_many(5)
        killable_redis.redis.start()
        await stage.happen(tenant, 5)
        after = await client.hear_many(5)
        await until(lambda: stage.gateway.hub.stats.is_alive)
        await asyncio.sleep(0.2)  # the publisher's breaker
        reads = stage.log.reads
        await stage.happen(tenant, 5)
        live = await client.hear_many(5)

        assert [frame["id"] for frame in during + after + live] == list(range(6, 21))
        assert stage.log.reads == reads
        assert await client.hears_nothing()


@pytest.mark.usefixtures("hasty")
async def test_an_outage_of_the_log_costs_time_and_no_event(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.follow("messages")
        stage.log.commit(tenant)
        await stage.log.number_new(limit=10)
        await stage.happen(tenant)
        await until(lambda: not stage.log.waiting)
        stage.log.error = OSError("gone")
        await asyncio.sleep(0.3)
        stage.log.error = None

        assert {frame["id"] for frame in await client.hear_many(2)} == {1, 2}


@pytest.mark.usefixtures("hasty")
async def test_a_log_that_begins_anew_is_a_resync(stage: Stage, tenant: UUID) -> None:
    await stage.happen(tenant, 5)
    await until(lambda: len(stage.log.events.get(tenant, [])) == 5)
    async with stage.enter(tenant) as client:
        await client.follow("messages")
        del stage.log.events[tenant][2:]

        frame = await client.hear()

        assert (frame["type"], frame["id"]) == ("resync", 2)
        await stage.happen(tenant)
        assert (await client.hear())["id"] == 3
