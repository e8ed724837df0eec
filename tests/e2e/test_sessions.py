"""A session from its login to its end, on real ports: what the socket and the API make of it."""

import asyncio
import json
from contextlib import suppress

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.e2e.stage import PASSWORD, Stage


async def follow(socket: ClientConnection, token: str) -> None:
    await socket.send(json.dumps({"type": "auth", "token": token}))
    await socket.send(json.dumps({"type": "subscribe", "channels": ["messages"]}))
    await socket.send(json.dumps({"type": "ping"}))
    while json.loads(await socket.recv())["type"] != "pong":
        pass


async def close_code(socket: ClientConnection) -> int | None:
    with suppress(ConnectionClosed):
        while True:
            await socket.recv()
    return socket.close_code


async def log_in(stage: Stage) -> dict[str, str]:
    answer = await stage.api.post("/auth/login", json={"email": stage.email, "password": PASSWORD})
    answer.raise_for_status()
    tokens: dict[str, str] = answer.json()
    return tokens


def socket_url(stage: Stage) -> str:
    return stage.settings.public_url.replace("http", "ws") + "/ws"


async def test_a_logout_ends_the_token_at_once_and_the_socket_within_five_seconds(stage: Stage) -> None:
    tokens = await log_in(stage)
    headers = {"authorization": f"Bearer {tokens['access_token']}"}
    async with connect(socket_url(stage)) as socket:
        await follow(socket, tokens["access_token"])

        assert (await stage.api.post("/auth/logout", headers=headers)).status_code == 204

        assert (await stage.api.get("/auth/me", headers=headers)).status_code == 401
        async with asyncio.timeout(5):
            assert await close_code(socket) == 4401


async def test_a_socket_goes_on_over_a_refresh(stage: Stage) -> None:
    first = await log_in(stage)
    async with connect(socket_url(stage)) as socket:
        await follow(socket, first["access_token"])

        answer = await stage.api.post("/auth/refresh", json={"refresh_token": first["refresh_token"]})

        await follow(socket, answer.json()["access_token"])


async def test_a_ticket_is_worth_nothing_after_the_logout(stage: Stage) -> None:
    tokens = await log_in(stage)
    headers = {"authorization": f"Bearer {tokens['access_token']}"}
    ticket = (await stage.api.post("/ws/ticket", headers=headers)).json()["ticket"]
    await stage.api.post("/auth/logout", headers=headers)

    async with connect(f"{socket_url(stage)}?ticket={ticket}") as socket:
        assert await close_code(socket) == 4401


async def test_a_token_of_nobody_we_know_opens_nothing(stage: Stage) -> None:
    async with httpx.AsyncClient(base_url=str(stage.api.base_url), trust_env=False) as stranger:
        answer = await stranger.get("/auth/me", headers={"authorization": "Bearer a.b.c"})

    assert answer.status_code == 401
