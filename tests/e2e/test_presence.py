"""Who is there, as a socket of the company sees it."""

import json

import httpx
from websockets.asyncio.client import ClientConnection, connect

from tests.e2e.stage import Stage


async def hear(socket: ClientConnection, kind: str) -> dict[str, object]:
    while (frame := json.loads(await socket.recv()))["type"] != kind:
        pass
    heard: dict[str, object] = frame["data"]
    return heard


async def test_a_status_is_told_to_every_socket_whichever_way_it_was_chosen(stage: Stage) -> None:
    token = await stage.log_in()
    address = stage.settings.public_url
    async with (
        connect(address.replace("http", "ws") + "/ws") as socket,
        httpx.AsyncClient(base_url=address, headers={"authorization": f"Bearer {token}"}) as http,
    ):
        await socket.send(json.dumps({"type": "auth", "token": token}))
        await socket.send(json.dumps({"type": "subscribe", "channels": ["agents"]}))
        await socket.send(json.dumps({"type": "ping"}))
        await hear(socket, "pong")

        await socket.send(json.dumps({"type": "status", "status": "busy"}))
        by_socket = await hear(socket, "agent_status")
        while by_socket["status"] == "online":  # that they are there at all is told too, unless it was before
            by_socket = await hear(socket, "agent_status")
        answer = await http.put("/api/v1/users/me/status", json={"status": "away"})
        by_http = await hear(socket, "agent_status")
        me = (await http.get("/api/v1/auth/me")).json()["id"]

    assert (by_socket, answer.status_code) == ({"user_id": me, "status": "busy"}, 200)
    assert by_http == {"user_id": me, "status": "away"}
