import asyncio
from uuid import UUID, uuid4

import pytest

from application.ports.audit import AccessLogUnavailableError
from domain.identity.permissions import Role
from entrypoints.websocket.protocol import CloseCode
from tests.websocket.stage import Stage, until


async def test_an_event_arrives_as_the_interface_says(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.follow("messages")
        await stage.happen(tenant, text="olá 👋")

        frame = await client.hear()

    assert frame == {"type": "message_received", "id": 1, "at": frame["at"], "data": {"text": "olá 👋"}}
    assert frame["at"].endswith("Z")


async def test_all_arrive_once_and_in_order(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.follow("messages")
        for _ in range(10):
            await stage.happen(tenant, 20)
            await asyncio.sleep(0.01)

        frames = await client.hear_many(200)

        assert [frame["id"] for frame in frames] == list(range(1, 201))
        assert await client.hears_nothing()


@pytest.mark.parametrize(
    ("channel", "heard"),
    [
        ("messages", ["message_received", "message_sent", "message_status"]),
        ("conversations", ["conversation_created", "conversation_assigned"]),
        ("agents", []),
        ("campaigns", []),
    ],
)
async def test_a_channel_carries_its_events(stage: Stage, tenant: UUID, channel: str, heard: list[str]) -> None:
    kinds = ["message_received", "conversation_created", "message_sent", "conversation_assigned", "message_status"]
    async with stage.enter(tenant) as client:
        await client.follow(channel)
        for kind in kinds:
            await stage.happen(tenant, kind=kind)

        assert [frame["type"] for frame in await client.hear_many(len(heard))] == heard
        assert await client.hears_nothing()


async def test_a_conversations_channel_carries_what_is_about_it(stage: Stage, tenant: UUID) -> None:
    mine = uuid4()
    async with stage.enter(tenant) as client:
        await client.follow(f"conversation:{str(mine).upper()}")
        await stage.happen(tenant, conversation_id=uuid4())
        await stage.happen(tenant, conversation_id=mine)

        assert (await client.hear())["id"] == 2
        assert await client.hears_nothing()


async def test_who_follows_two_channels_of_an_event_hears_it_once(stage: Stage, tenant: UUID) -> None:
    conversation = uuid4()
    async with stage.enter(tenant) as client:
        await client.follow("messages", f"conversation:{conversation}")
        await stage.happen(tenant, conversation_id=conversation)

        assert (await client.hear())["id"] == 1
        assert await client.hears_nothing()


async def test_who_unsubscribes_hears_no_more(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.follow("messages")
        await client.say("unsubscribe", channels=["messages"])
        await client.synchronise()
        await stage.happen(tenant)

        assert await client.hears_nothing()


async def test_an_unknown_channel_is_an_error_frame_and_the_known_ones_count(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.say("subscribe", channels=["nonsense", "conversation:x", "messages"])

        assert (await client.hear())["data"]["code"] == "UNKNOWN_CHANNEL"
        await stage.happen(tenant)
        assert (await client.hear())["id"] == 1


async def test_who_follows_is_written_down(stage: Stage, tenant: UUID) -> None:
    conversation = uuid4()
    claims = stage.claims(tenant)
    async with stage.connect() as client:
        await client.say("auth", token=stage.token(claims))
        await client.follow("messages", f"conversation:{conversation}")
        await client.follow("messages")

    assert stage.access.notes == [
        (tenant, claims.user_id, "conversation", [conversation]),
        (tenant, claims.user_id, "messages", []),
    ]


async def test_what_cannot_be_written_down_is_not_followed(stage: Stage, tenant: UUID) -> None:
    stage.access.error = AccessLogUnavailableError("away")
    async with stage.enter(tenant) as client:
        await client.say("subscribe", channels=["messages"])
        await stage.happen(tenant)

        assert await client.close_code() == CloseCode.TRY_LATER


async def test_channels_are_bounded(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.follow(*(f"conversation:{uuid4()}" for _ in range(100)))
        await client.say("subscribe", channels=["messages"])

        assert (await client.hear())["data"]["code"] == "TOO_MANY_CHANNELS"


async def test_tenants_never_see_each_others_events(stage: Stage, tenant: UUID) -> None:
    other = uuid4()
    conversation = uuid4()
    async with stage.enter(tenant) as ours, stage.enter(other) as theirs:
        await ours.follow("messages", "conversations", "agents", f"conversation:{conversation}")
        await theirs.follow("messages", "conversations", "agents", f"conversation:{conversation}")
        for number in range(30):
            await stage.happen([tenant, other][number % 2], text=str(number), conversation_id=conversation)
        await ours.say("typing", conversation_id=str(conversation), on=True)
        await ours.say("status", status="busy")

        ours_heard = {frame["data"]["text"] for frame in await ours.hear_many(15)}
        theirs_heard = {frame["data"]["text"] for frame in await theirs.hear_many(15)}

        assert ours_heard == {str(number) for number in range(0, 30, 2)}
        assert theirs_heard == {str(number) for number in range(1, 30, 2)}
        assert await theirs.hears_nothing()
        await theirs.say("resume", after=0)
        assert await theirs.synchronise() == 15  # all of them were seen live; nothing of the other tenant comes


async def test_typing_is_told_to_the_others_who_have_the_conversation_open(stage: Stage, tenant: UUID) -> None:
    conversation = uuid4()
    async with stage.enter(tenant) as typist, stage.enter(tenant) as reader, stage.enter(tenant) as elsewhere:
        await typist.follow(f"conversation:{conversation}")
        await reader.follow(f"conversation:{conversation}")
        await elsewhere.follow("messages", "conversations")
        await typist.say("typing", conversation_id=str(conversation), on=True)

        frame = await reader.hear()

        assert (frame["type"], frame["id"]) == ("user_typing", None)
        assert (frame["data"]["conversation_id"], frame["data"]["on"]) == (str(conversation), True)
        assert await typist.hears_nothing(seconds=0.1)
        assert await elsewhere.hears_nothing(seconds=0.1)


async def test_typing_is_told_at_most_once_a_second_and_the_last_word_counts(stage: Stage, tenant: UUID) -> None:
    conversation = uuid4()
    async with stage.enter(tenant) as typist, stage.enter(tenant) as reader:
        await reader.follow(f"conversation:{conversation}")
        await typist.synchronise()
        for number in range(15):
            await typist.say("typing", conversation_id=str(conversation), on=number % 2 == 0)
        await typist.say("typing", conversation_id=str(conversation), on=False)

        assert [frame["data"]["on"] for frame in await reader.hear_many(2)] == [True, False]
        assert await reader.hears_nothing(seconds=1.2)


async def test_a_chosen_status_goes_through_its_use_case_at_most_once_a_second(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant, role=Role.VIEWER) as person:
        for status in ("away", "busy", "offline", "online"):
            await person.say("status", status=status)
        await person.synchronise()

        assert [status for _, status in stage.attendance.chosen] == ["away"]
        await until(lambda: len(stage.attendance.chosen) > 1)
        assert [status for _, status in stage.attendance.chosen] == ["away", "online"]


async def test_a_socket_gives_signs_of_life_and_only_what_somebody_did_counts_as_activity(
    stage: Stage, tenant: UUID
) -> None:
    async with stage.enter(tenant) as person:
        await person.synchronise()
        assert [active for _, _, active in stage.attendance.signs] == [False, False]

        await person.follow("messages")

        assert [active for _, _, active in stage.attendance.signs] == [False, False, True, False]
        assert {whose for whose, _, _ in stage.attendance.signs} == {tenant}


async def test_a_viewer_does_not_type(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant, role=Role.VIEWER) as viewer:
        await viewer.say("typing", conversation_id=str(uuid4()), on=True)

        assert (await viewer.hear())["data"]["code"] == "PERMISSION_DENIED"
