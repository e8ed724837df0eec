"""Who is told of which conversation: by its person and department at that event, and by the rights of the moment."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from application.identity.keep_standings import LOCAL_SECONDS
from domain.conversations.audience import Audience, Hold
from domain.identity.permissions import Permission, Role
from entrypoints.websocket.sentry import LOOK_SECONDS
from tests.websocket.stage import Client, Stage, until

SALES, SUPPORT = uuid4(), uuid4()


async def enter(stage: Stage, client: Client, tenant: UUID, *departments: UUID, role: Role = Role.AGENT) -> UUID:
    """Let somebody of these departments in; gives who they are."""
    claims = stage.claims(tenant, role=role)
    stage.standings.change(claims, departments=frozenset(departments))
    await client.say("auth", token=stage.token(claims))
    await client.follow("messages", "conversations")
    return claims.user_id


def kinds(frames: list[dict[str, Any]]) -> list[str]:
    return [frame["type"] for frame in frames]


async def test_each_hears_of_what_they_may_see_and_of_nothing_else(stage: Stage, tenant: UUID) -> None:
    async with stage.connect() as seller, stage.connect() as helper, stage.connect() as boss:
        ana = await enter(stage, seller, tenant, SALES)
        await enter(stage, helper, tenant, SUPPORT)
        await enter(stage, boss, tenant, role=Role.SUPERVISOR)
        holds = [Hold(), Hold(None, SALES), Hold(None, SUPPORT), Hold(ana, SUPPORT), Hold(uuid4(), None)]
        for hold in holds:
            await stage.happen(tenant, conversation_id=uuid4(), audience=Audience(hold))

        assert [frame["id"] for frame in await boss.hear_many(5)] == [1, 2, 3, 4, 5]
        assert [frame["id"] for frame in await seller.hear_many(3)] == [1, 2, 4]
        assert [frame["id"] for frame in await helper.hear_many(3)] == [1, 3, 4]
        assert await seller.hears_nothing()
        assert await helper.hears_nothing(seconds=0.1)


@pytest.mark.parametrize("live", [True, False])
async def test_who_loses_a_conversation_is_told_that_it_is_gone_and_nothing_after(
    stage: Stage, tenant: UUID, *, live: bool
) -> None:
    conversation, secret = uuid4(), uuid4()
    taken = Audience(Hold(secret, SUPPORT), (Hold(None, SALES),))
    async with stage.connect() as client:
        if not live:
            await stage.happen(tenant)
            await until(lambda: bool(stage.log.events.get(tenant)))
        await enter(stage, client, tenant, SALES)
        await stage.happen(tenant, conversation_id=conversation, audience=Audience(Hold(None, SALES)))
        await stage.happen(
            tenant, kind="conversation_updated", conversation_id=conversation, audience=taken, assigned_to=str(secret)
        )
        await stage.happen(tenant, conversation_id=conversation, audience=Audience(Hold(secret, SUPPORT)))
        await stage.happen(tenant, kind="conversation_updated")

        frames = await client.hear_many(3)

        assert kinds(frames) == ["message_received", "conversation_removed", "conversation_updated"]
        assert frames[1]["data"] == {"conversation_id": str(conversation)}
        assert str(secret) not in str(frames)
    if live:
        return
    async with stage.connect() as again:
        await enter(stage, again, tenant, SALES)
        await again.say("resume", after=1)

        assert [(frame["type"], frame["id"]) for frame in await again.hear_many(3)] == [
            (frame["type"], frame["id"]) for frame in frames
        ]


async def test_a_notification_is_for_whom_it_names_whatever_they_follow(stage: Stage, tenant: UUID) -> None:
    async with stage.connect() as named, stage.connect() as boss:
        claims = stage.claims(tenant)
        await named.say("auth", token=stage.token(claims))
        await named.synchronise()
        await enter(stage, boss, tenant, role=Role.ADMIN)
        await stage.happen(tenant, kind="notification", conversation_id=uuid4(), user_ids=[str(claims.user_id)])

        assert (await named.hear())["type"] == "notification"
        assert await boss.hears_nothing()


async def test_other_departments_count_within_two_seconds_and_mean_a_resync(stage: Stage, tenant: UUID) -> None:
    claims = stage.claims(tenant)
    stage.standings.change(claims, departments=frozenset({SALES}))
    async with stage.connect() as client:
        await client.say("auth", token=stage.token(claims))
        await client.follow("messages")

        stage.standings.change(claims, departments=frozenset({SUPPORT}))

        assert (await client.hear())["type"] == "resync"
        await stage.happen(tenant, conversation_id=uuid4(), audience=Audience(Hold(None, SALES)))
        await stage.happen(tenant, conversation_id=uuid4(), audience=Audience(Hold(None, SUPPORT)))
        assert (await client.hear())["id"] == 2
    assert LOOK_SECONDS + LOCAL_SECONDS <= 2


async def test_rights_that_changed_while_one_was_away_are_noticed_when_one_resumes(stage: Stage, tenant: UUID) -> None:
    claims = stage.claims(tenant)
    async with stage.connect() as client:
        await client.say("auth", token=stage.token(claims))
        await client.say("ping")
        sight = (await client.hear())["data"]["sight"]
    for departments, heard in ((frozenset[UUID](), "pong"), (frozenset({SALES}), "resync")):
        stage.standings.change(claims, departments=departments)
        async with stage.connect() as client:
            await client.say("auth", token=stage.token(claims))
            await client.say("resume", after=0, sight=sight)
            await client.say("ping")

            assert (await client.hear())["type"] == heard


async def test_an_event_that_does_not_say_whose_it_is_shows_nothing_and_costs_a_resync(
    stage: Stage, tenant: UUID
) -> None:
    async with stage.connect() as agent, stage.connect() as boss:
        await enter(stage, agent, tenant)
        await enter(stage, boss, tenant, role=Role.SUPERVISOR)
        await stage.happen(tenant, conversation_id=uuid4(), audience=None)

        assert (await boss.hear())["type"] == "message_received"
        assert (await agent.hear())["type"] == "resync"


async def test_a_conversation_that_one_may_not_see_is_not_followed(stage: Stage, tenant: UUID) -> None:
    theirs, ours = uuid4(), uuid4()
    stage.conversations.holds[theirs] = Hold(None, SUPPORT)
    async with stage.connect() as client:
        await enter(stage, client, tenant, SALES)
        await client.say("subscribe", channels=[f"conversation:{theirs}", f"conversation:{ours}"])

        assert (await client.hear())["data"]["code"] == "CONVERSATION_NOT_FOUND"
        await client.synchronise()
        [connection] = stage.gateway.hub.connections
        assert connection.channels == {"messages", "conversations", f"conversation:{ours}"}


@pytest.mark.parametrize(
    ("kind", "channel", "permission"),
    [
        ("contact_updated", "contacts", Permission.CONTACTS_READ),
        ("whatsapp_config_updated", "settings", Permission.WHATSAPP_MANAGE),
    ],
)
async def test_what_needs_a_permission_is_not_told_without_it(
    stage: Stage, tenant: UUID, kind: str, channel: str, permission: Permission
) -> None:
    claims = stage.claims(tenant)
    async with stage.connect() as client:
        stage.standings.change(claims, permissions=frozenset({Permission.CONVERSATIONS_READ, permission}))
        await client.say("auth", token=stage.token(claims))
        await client.follow(channel)
        await stage.happen(tenant, kind=kind)
        assert (await client.hear())["type"] == kind

        stage.standings.change(claims, permissions=frozenset({Permission.CONVERSATIONS_READ}))
        await until(lambda: len(stage.gateway.hub.connections[0].permissions) == 1)
        await stage.happen(tenant, kind=kind)
        await client.say("subscribe", channels=[channel])

        assert (await client.hear())["data"]["code"] == "PERMISSION_DENIED"
