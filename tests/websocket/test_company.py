"""What colleagues see of each other: who writes, who looks; and how much there is to do."""

import asyncio
from uuid import UUID, uuid4

import pytest

from adapters.redis.socket_board import RedisSocketBoard
from adapters.system.clock import SystemClock
from application.ports.socket_stats import SocketStats
from domain.conversations.audience import Hold
from domain.identity.permissions import Role
from entrypoints.websocket import company
from entrypoints.websocket.census import Census
from tests.websocket.stage import Stage, until


async def test_who_looks_is_told_to_the_others_and_taken_back_with_the_socket(stage: Stage, tenant: UUID) -> None:
    conversation = uuid4()
    claims = stage.claims(tenant)
    async with stage.enter(tenant) as reader:
        await reader.follow(f"conversation:{conversation}")
        async with stage.connect() as looker:
            await looker.say("auth", token=stage.token(claims))
            await looker.say("viewing", conversation_id=str(conversation))
            came = await reader.hear()
            assert await stage.viewers.of(tenant, conversation) == (claims.user_id,)
        went = await reader.hear()

    assert [frame["type"] for frame in (came, went)] == ["user_viewing", "user_viewing"]
    assert [frame["data"]["user_ids"] for frame in (came, went)] == [[str(claims.user_id)], []]
    assert came["id"] is None


async def test_a_second_tab_is_no_news_and_neither_is_its_end(stage: Stage, tenant: UUID) -> None:
    conversation = uuid4()
    claims = stage.claims(tenant)
    async with stage.enter(tenant) as reader, stage.connect() as one:
        await reader.follow(f"conversation:{conversation}")
        async with stage.connect() as other:
            for tab in (one, other):
                await tab.say("auth", token=stage.token(claims))
                await tab.say("viewing", conversation_id=str(conversation))
                await tab.synchronise()
        await until(lambda: len(stage.gateway.hub.connections) == 2)

        assert (await reader.hear())["data"]["user_ids"] == [str(claims.user_id)]
        assert await reader.hears_nothing()


async def test_nobody_is_told_of_or_looks_at_what_they_may_not_see(stage: Stage, tenant: UUID) -> None:
    conversation, sales = uuid4(), uuid4()
    stage.conversations.holds[conversation] = Hold(None, sales)
    insider = stage.claims(tenant)
    stage.standings.change(insider, departments=frozenset({sales}))
    async with stage.connect() as inside, stage.enter(tenant) as outside, stage.enter(tenant) as reader:
        stage.conversations.holds[conversation] = Hold()
        await reader.follow(f"conversation:{conversation}")  # which was nobody's then
        stage.conversations.holds[conversation] = Hold(None, sales)
        await inside.say("auth", token=stage.token(insider))
        await inside.say("viewing", conversation_id=str(conversation))
        await inside.say("typing", conversation_id=str(conversation), on=True)
        await outside.say("viewing", conversation_id=str(conversation))
        await outside.say("typing", conversation_id=str(conversation), on=True)

        assert [frame["data"]["code"] for frame in await outside.hear_many(2)] == ["CONVERSATION_NOT_FOUND"] * 2
        assert await reader.hears_nothing()
        assert await stage.viewers.of(tenant, conversation) == (insider.user_id,)


@pytest.mark.parametrize("leaves", [True, False])
async def test_typing_that_is_not_said_again_lapses(
    stage: Stage, tenant: UUID, monkeypatch: pytest.MonkeyPatch, *, leaves: bool
) -> None:
    monkeypatch.setattr(company, "TYPING_LAPSES_SECONDS", 30 if leaves else 0.1)
    conversation = uuid4()
    async with stage.enter(tenant) as reader:
        await reader.follow(f"conversation:{conversation}")
        async with stage.enter(tenant) as typist:
            await typist.say("typing", conversation_id=str(conversation), on=True)
            heard = [await reader.hear()]
            if not leaves:
                heard.append(await reader.hear())
        if leaves:
            heard.append(await reader.hear())

    assert [frame["data"]["on"] for frame in heard] == [True, False]


async def test_the_numbers_are_told_at_most_once_a_second_to_who_may_read_all(stage: Stage, tenant: UUID) -> None:
    conversation = uuid4()
    async with stage.enter(tenant, role=Role.SUPERVISOR) as boss, stage.enter(tenant) as agent:
        await agent.say("subscribe", channels=["metrics"])
        assert (await agent.hear())["data"]["code"] == "PERMISSION_DENIED"
        await stage.happen(tenant, 5, conversation_id=conversation)
        await asyncio.sleep(1.2)
        assert stage.counts.asked == []

        await boss.follow("metrics")
        first = await boss.hear()
        await stage.happen(tenant, 50, conversation_id=conversation)
        second = await boss.hear()

        assert [frame["type"] for frame in (first, second)] == ["metrics_updated"] * 2
        assert [frame["data"] for frame in (first, second)] == [{"open": 1}, {"open": 2}]
        assert await boss.hears_nothing(seconds=1.2)
        assert stage.counts.asked == [tenant, tenant]
        assert await agent.hears_nothing(seconds=0.1)


async def test_the_census_counts_sockets_by_person_and_channel(stage: Stage, tenant: UUID) -> None:
    board = RedisSocketBoard(stage.redis, clock=SystemClock())
    claims = stage.claims(tenant)
    async with stage.connect() as one, stage.connect() as other:
        for client in (one, other):
            await client.say("auth", token=stage.token(claims))
            await client.follow("messages", f"conversation:{uuid4()}")
        await Census(hub=stage.gateway.hub, board=board).report()

        assert await board.of(tenant) == [
            SocketStats(sockets=2, users={str(claims.user_id): 2}, channels={"messages": 2, "conversation": 2})
        ]
