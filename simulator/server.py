import socket

import uvicorn

from simulator.app import create_app
from simulator.settings import SimulatorSettings
from simulator.world import World

SHUTDOWN_SECONDS = 3  # how long calls under way may take to finish
KEEP_ALIVE_SECONDS = 75  # as web servers do: who closes idle connections sooner than clients do loses requests


class SimulatorServer(uvicorn.Server):
    """Serves the simulator and ends the phone pages' event streams before it waits for open connections."""

    def __init__(self, settings: SimulatorSettings) -> None:
        app = create_app(settings)
        self._world: World = app.state.world
        super().__init__(
            uvicorn.Config(
                app,
                host=settings.host,
                port=settings.port,
                log_level="warning",
                access_log=False,
                timeout_graceful_shutdown=SHUTDOWN_SECONDS,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
            )
        )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop, first telling the open pages to go."""
        self._world.events.close()
        await super().shutdown(sockets)
