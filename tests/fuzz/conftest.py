"""The whole application on a real port, and a company with everything for whoever calls it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import asyncpg
import pytest
import uvicorn
from litestar import Litestar

from entrypoints.websocket.sockets import listening_socket
from tests.http.conftest import app, container, outbox_folder
from tests.http.walk.conftest import owner, site
from tests.http.walk.pair import Pair, make_pair
from tests.http.walk.site import Site

__all__ = ["app", "container", "outbox_folder", "owner", "site"]


@pytest.fixture
async def address(app: Litestar) -> AsyncIterator[str]:
    """Where it listens."""
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off", ws="none"))
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign]  # they are pytest's
    listener = listening_socket(host="127.0.0.1", port=0)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started:  # noqa: ASYNC110  # uvicorn tells nobody
        await asyncio.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    await serving


@pytest.fixture
async def pair(site: Site, owner: asyncpg.Connection) -> Pair:
    """Ours is who calls; theirs is there to be worn out by operators."""
    return await make_pair(site, owner)
