"""One spine a test; the simulator and the pools are shared, and emptied between tests."""

import asyncio
import base64
from collections.abc import AsyncIterator

import asyncpg
import pytest

from adapters.postgres.database import Database
from domain.tenants.tenant import Isolation
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings
from entrypoints.websocket.sockets import listening_socket
from simulator.server import SimulatorServer
from simulator.settings import SimulatorSettings
from simulator.world import World
from tests.integration.spine.overrides import Overrides, new_clock
from tests.integration.spine.spine import Spine
from tests.isolations import both_isolations

__all__ = ["both_isolations"]


class RunningSimulator:
    """The simulator on a port of its own."""

    def __init__(self, server: SimulatorServer, *, url: str) -> None:
        self.world: World = server._world
        self.url = url


@pytest.fixture(scope="session")
async def simulator() -> AsyncIterator[RunningSimulator]:
    with listening_socket(host="127.0.0.1", port=0) as socket:
        url = f"http://127.0.0.1:{socket.getsockname()[1]}"
        server = SimulatorServer(SimulatorSettings(public_url=url))
        task = asyncio.create_task(server.serve(sockets=[socket]))
        while not server.started:
            assert not task.done(), "the simulator ended at once"
            await asyncio.sleep(0.01)
        yield RunningSimulator(server, url=url)
        server.should_exit = True
        await task


@pytest.fixture(scope="session")
async def owner(database_url: str) -> AsyncIterator[asyncpg.Pool]:
    async with asyncpg.create_pool(database_url, min_size=0, max_size=4) as pool:
        yield pool


@pytest.fixture
async def spine(
    simulator: RunningSimulator,
    owner: asyncpg.Pool,
    app_database: Database,
    platform_database: Database,
    login_url: str,
    redis_url: str,
    isolation: Isolation,
) -> AsyncIterator[Spine]:
    await simulator.world.reset()
    settings = read_settings(
        {
            "DATABASE_URL": login_url,
            "REDIS_URL": redis_url,
            "PYTAKE_MASTER_KEY": base64.b64encode(b"k" * 32).decode(),
            "WHATSAPP_BASE_URL": simulator.url,
            "WHATSAPP_APP_SECRETS": "sim-app-secret",
            "EVOLUTION_SERVERS": simulator.url,
        }
    )
    clock = new_clock()
    container = make_container(settings, Overrides(clock, app=app_database, platform=platform_database))
    opened = Spine(container, clock=clock, world=simulator.world, owner=owner)
    await (opened.found_company() if isolation is Isolation.SHARED else opened.found_company_apart())
    yield opened
    assert opened.errors == []
    await container.close()
