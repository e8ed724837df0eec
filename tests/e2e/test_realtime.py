"""What a socket sees of a conversation."""

import json

from websockets.asyncio.client import connect

from tests.e2e.stage import Stage

PHONE = "5511988887777"


def _socket_url(stage: Stage) -> str:
    return stage.settings.public_url.replace("http", "ws") + "/ws"


async def test_socket_sees_the_whole_exchange_in_order(stage: Stage) -> None:
    await stage.load_aurora()
    await stage.start_worker()
    token = await stage.log_in()

    async with connect(_socket_url(stage)) as socket:
        await socket.send(json.dumps({"type": "auth", "token": token}))
        await socket.send(json.dumps({"type": "subscribe", "channels": ["messages", "conversations"]}))
        await socket.send(json.dumps({"type": "ping"}))
        while json.loads(await socket.recv())["type"] != "pong":
            pass
        await stage.customer_says(PHONE, "oi")
        frames = []
        while not frames or frames[-1].get("data", {}).get("status") != "read":
            frames.append(json.loads(await socket.recv()))

    kinds = [frame["type"] for frame in frames]
    assert kinds[0] == "conversation_created"
    assert {"message_received", "message_sent", "conversation_updated", "message_status"} <= set(kinds)
    numbers = [frame["id"] for frame in frames]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


async def test_socket_resumes_what_it_missed(stage: Stage) -> None:
    await stage.load_aurora()
    await stage.start_worker()
    token = await stage.log_in()
    async with connect(_socket_url(stage)) as socket:
        await socket.send(json.dumps({"type": "auth", "token": token}))
        await socket.send(json.dumps({"type": "subscribe", "channels": ["messages"]}))
        await stage.customer_says(PHONE, "oi")
        first = json.loads(await socket.recv())

    await stage.customer_says(PHONE, "suporte")
    async with connect(_socket_url(stage)) as socket:
        await socket.send(json.dumps({"type": "auth", "token": token}))
        await socket.send(json.dumps({"type": "subscribe", "channels": ["messages"]}))
        await socket.send(json.dumps({"type": "resume", "after": first["id"]}))
        seen = []
        while "qual é o CPF" not in json.dumps(seen, ensure_ascii=False):
            seen.append(json.loads(await socket.recv()))

    numbers = [frame["id"] for frame in seen]
    assert numbers == sorted(set(numbers))
    assert numbers[0] > first["id"]
