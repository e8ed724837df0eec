"""Sockets: our company follows, resumes and types in what is another company's, and hears and causes nothing there."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import pytest
import uvicorn
from websockets.asyncio.client import connect

from application.ports.events import EventLog, Realtime
from entrypoints.consumers.relay import Relay
from entrypoints.ioc.web import make_web_app
from entrypoints.settings import Settings
from entrypoints.websocket.sockets import listening_socket
from tests.http.walk.belongings import API, Things
from tests.http.walk.pair import Pair
from tests.http.walk.rows import changed
from tests.http.walk.site import Site
from tests.websocket.stage import Client, until

CHANNELS = ("messages", "conversations", "metrics", "agents", "campaigns")


@pytest.fixture
async def url(site: Site) -> AsyncIterator[str]:
    """Where the application listens, with its sockets."""
    web = await make_web_app(site.container, await site.container.get(Settings))
    config = uvicorn.Config(web.asgi, ws="websockets-sansio", log_config=None, timeout_graceful_shutdown=2)
    server = uvicorn.Server(config)
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign]  # they are pytest's
    listener = listening_socket(host="127.0.0.1", port=0)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    await until(lambda: server.started and web.hub.stats.is_alive)
    yield f"ws://127.0.0.1:{listener.getsockname()[1]}/ws"
    server.should_exit = True
    await serving


class Ear:
    """A socket of an admin of one of the companies."""

    def __init__(self, client: Client) -> None:
        self.client = client

    async def frames(self) -> list[dict[str, Any]]:
        """Give what was said up to now, and a moment later."""
        found = []
        with contextlib.suppress(TimeoutError):
            while True:
                found.append(await self.client.hear(seconds=0.3))
        return found


@asynccontextmanager
async def listening(url: str, pair: Pair, whose: Things, *channels: str) -> AsyncIterator[Ear]:
    """Open one that follows these channels."""
    claims = await pair.site.accounts.a_session(tenant=whose.tenant_id, user=UUID(whose["admin"]))
    bearer = (await pair.site.bearer(claims))["authorization"]
    async with connect(url, compression=None, proxy=None, close_timeout=1) as socket:
        client = Client(socket)
        await client.say("auth", token=bearer.removeprefix("Bearer "))
        await client.say("subscribe", channels=channels)
        await client.say("ping")
        while (await client.hear())["type"] != "pong":
            pass
        yield Ear(client)


async def relay(site: Site) -> None:
    """Tell the gateways what was committed."""

    async def wait(_seconds: float) -> None: ...

    one = Relay(event_log=await site.container.get(EventLog), realtime=await site.container.get(Realtime), wait=wait)
    while await one.relay_once():
        pass


async def told(pair: Pair, frames: list[dict[str, Any]]) -> list[str]:
    """Give what is theirs in these frames."""
    secret = await pair.rows.ids() | {pair.theirs.mark}
    return sorted(one for one in secret if one in str(frames).lower())


async def test_we_hear_nothing_of_what_happens_there(url: str, pair: Pair) -> None:
    its = f"conversation:{pair.theirs['conversation']}"
    await relay(pair.site)
    async with (
        listening(url, pair, pair.ours, its, *CHANNELS) as ours,
        listening(url, pair, pair.theirs, its, *CHANNELS) as theirs,
    ):
        await ours.frames(), await theirs.frames()
        path = f"{API}/conversations/{pair.theirs['conversation']}"
        assert (await pair.their_client.post(f"{path}/takeover")).is_success
        assert (await pair.their_client.post(f"{path}/resolve", json={})).is_success
        assert (await pair.their_client.put(f"{API}/users/me/status", json={"status": "busy"})).is_success
        await relay(pair.site)

        assert await told(pair, await ours.frames()) == []
        heard = {frame["type"] for frame in await theirs.frames()}
        assert {"conversation_updated", "agent_status"} <= heard


async def test_resuming_gives_us_our_own_past_only(url: str, pair: Pair) -> None:
    path = f"{API}/conversations/{pair.theirs['conversation']}/takeover"
    assert (await pair.their_client.post(path)).is_success
    await relay(pair.site)
    its = f"conversation:{pair.theirs['conversation']}"
    async with listening(url, pair, pair.ours, its, *CHANNELS) as ours:
        for after in (0, 1, 2**40):
            await ours.client.say("resume", after=after)

        assert await told(pair, await ours.frames()) == []


async def test_they_do_not_see_us_type(url: str, pair: Pair) -> None:
    its = f"conversation:{pair.theirs['conversation']}"
    async with listening(url, pair, pair.theirs, its) as theirs, listening(url, pair, pair.ours, its) as ours:
        before = await pair.rows.state()
        await ours.client.say("typing", conversation_id=pair.theirs["conversation"], on=True)
        await ours.client.say("status", status="away")

        assert [frame for frame in await theirs.frames() if frame["type"] == "user_typing"] == []
        assert changed(before, await pair.rows.state()) == []

        await theirs.client.say("typing", conversation_id=pair.theirs["conversation"], on=True)
        assert await told(pair, await ours.frames()) == []
