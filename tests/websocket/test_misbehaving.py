import asyncio
import contextlib
import socket
from contextlib import AsyncExitStack
from uuid import UUID

import pytest
from websockets.exceptions import ConnectionClosed

from entrypoints.websocket import dialogue as dialogue_module
from entrypoints.websocket import gateway as gateway_module
from entrypoints.websocket.sockets import PortTakenError, listening_socket
from tests.websocket.stage import Client, Stage, until


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "rubbish",
        "[]",
        "null",
        '{"type": "unknown"}',
        '{"channels": ["messages"]}',
        '{"type": "subscribe", "channels": "messages"}',
        '{"type": "resume", "after": -1}',
        '{"type": "resume", "after": 1e400}',
        '{"type": "resume"}',
        '{"type": "typing", "conversation_id": "x", "on": true}',
        '{"type": "status", "status": "asleep"}',
        "[" * 5000,
        b"\x00\x01",
    ],
)
async def test_what_is_not_understood_is_4400(stage: Stage, tenant: UUID, frame: str | bytes) -> None:
    async with stage.enter(tenant) as client:
        await client.synchronise()
        await client.socket.send(frame)

        assert await client.close_code() == 4400


async def test_what_is_not_understood_is_4400_before_the_authentication_too(stage: Stage) -> None:
    async with stage.connect() as client:
        await client.socket.send("rubbish")

        assert await client.close_code() == 4400


@pytest.mark.parametrize("letter", ["a", "é"])
async def test_a_frame_above_64_kib_is_4400(stage: Stage, tenant: UUID, letter: str) -> None:
    async with stage.enter(tenant) as client:
        await client.socket.send('{"type": "auth", "token": "' + letter * (66_000 // len(letter.encode())) + '"}')

        assert await client.close_code() == 4400


async def test_a_frame_below_64_kib_is_read(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.socket.send('{"type": "ping"' + " " * 65_000 + "}")

        assert (await client.hear())["type"] == "pong"


async def test_more_than_twenty_frames_a_second_is_4429(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        for _ in range(40):
            await client.say("ping")

        assert await client.close_code() == 4429


async def test_twenty_frames_a_second_are_fine(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.synchronise()
        await asyncio.sleep(1)
        for _ in range(20):
            await client.say("ping")

        assert [frame["type"] for frame in await client.hear_many(20)] == ["pong"] * 20


async def test_who_resumes_again_and_again_is_4429(stage: Stage, tenant: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogue_module, "MAX_RESUMES", 2)
    async with stage.enter(tenant) as client:
        for _ in range(3):
            await client.say("resume", after=0)

        assert await client.close_code() == 4429


async def test_a_silent_client_is_4408(stage: Stage, tenant: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway_module, "IDLE_SECONDS", 0.3)
    async with stage.enter(tenant) as client:
        assert await client.close_code() == 4408


async def test_a_storm_of_handshakes_is_refused(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    from websockets.exceptions import InvalidStatus  # noqa: PLC0415

    monkeypatch.setattr(stage.gateway, "_admits", lambda: False)

    with pytest.raises(InvalidStatus):
        async with stage.connect():
            pass


async def test_a_slow_client_is_told_to_resync_and_holds_nobody_up(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as quick, stage.connect(max_queue=1) as slow:
        await slow.say("auth", token=stage.token(stage.claims(tenant)))
        await slow.follow("messages")
        await quick.follow("messages")
        heard = []
        for _ in range(80):
            await stage.happen(tenant, 50, text="x" * 2000)
            heard += await quick.hear_many(50)

        assert [frame["id"] for frame in heard] == list(range(1, 4001))
        await _assert_resynced(slow, stage, tenant)


async def _assert_resynced(slow: Client, stage: Stage, tenant: UUID) -> None:
    """Everything up to some number in order, then a resync, then everything after the resync's number in order."""
    frames = [await slow.hear()]
    while frames[-1]["type"] != "resync":
        frames.append(await slow.hear())
    assert [frame["id"] for frame in frames[:-1]] == list(range(1, len(frames)))
    await stage.happen(tenant, 3)
    following = frames[-1]["id"]
    while following < 4003:
        following += 1
        assert (await slow.hear())["id"] == following


async def test_a_client_that_takes_nothing_is_dropped(
    stage: Stage, tenant: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from entrypoints.websocket import wire  # noqa: PLC0415

    monkeypatch.setattr(wire, "SEND_SECONDS", 0.5)
    monkeypatch.setattr(wire, "CLOSE_SECONDS", 0.2)
    async with stage.connect(max_queue=1) as stalled:
        await stalled.say("auth", token=stage.token(stage.claims(tenant)))
        await stalled.follow("messages")
        for _ in range(100):
            await stage.happen(tenant, 50, text="x" * 4000)
            await asyncio.sleep(0.01)

        await until(lambda: stage.gateway.hub.stats.sockets == 0)


async def test_a_client_that_vanishes_leaves_nothing(stage: Stage, tenant: UUID) -> None:
    async with stage.enter(tenant) as client:
        await client.follow("messages")
        client.socket.transport.abort()

        await until(lambda: stage.gateway.hub.stats.sockets == 0)
        await stage.happen(tenant)


async def test_a_taken_port_is_said() -> None:
    with listening_socket(host="127.0.0.1", port=0) as listener, pytest.raises(PortTakenError, match="is taken"):
        listening_socket(host="127.0.0.1", port=listener.getsockname()[1])


async def test_accepted_sockets_give_a_dead_peer_up() -> None:
    with listening_socket(host="127.0.0.1", port=0) as listener, socket.create_connection(listener.getsockname()):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 10_000


async def test_a_flood_and_readers_that_stop_do_not_hold_the_others_up(
    stage: Stage, tenant: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F19, small: flooders get 4429, stalled sockets hold little, and the others hear all while those stand still.

    Each of the stalled is waited for an hour, and so would be whoever waits for them.
    """
    from entrypoints.websocket import wire  # noqa: PLC0415

    monkeypatch.setattr(wire, "SEND_SECONDS", 3_600)
    monkeypatch.setattr(wire, "CLOSE_SECONDS", 0.2)
    async with AsyncExitStack() as all_of_them:
        quick = await (await all_of_them.enter_async_context(stage.enter(tenant))).follow("messages")
        stalled = [await all_of_them.enter_async_context(stage.connect(max_queue=1)) for _ in range(8)]
        flooders = [await all_of_them.enter_async_context(stage.enter(tenant)) for _ in range(5)]
        for one in stalled:
            await one.say("auth", token=stage.token(stage.claims(tenant)))
            await one.follow("messages")
        outboxes = [one.outbox for one in stage.gateway.hub.connections]
        flooding = [asyncio.create_task(flood(one)) for one in flooders]
        heard, held = [], 0
        for _ in range(40):
            await stage.happen(tenant, 50, text="x" * 4000)
            heard += await quick.hear_many(50)
            held = max(held, *(one.held for one in outboxes))

        assert await asyncio.gather(*flooding) == [4429] * 5
        assert [frame["id"] for frame in heard] == list(range(1, 2001))
        assert held <= 256 * 1024
        assert stage.gateway.hub.stats.sockets == 1 + len(stalled)
        for one in stalled:
            one.socket.transport.abort()
        await until(lambda: stage.gateway.hub.stats.sockets == 1)


async def flood(client: Client) -> int | None:
    with contextlib.suppress(ConnectionClosed):
        for _ in range(400):
            await client.say("ping")
            await asyncio.sleep(0.005)
    return await client.close_code()
