"""`pytake serve`: the API and the sockets."""

import asyncio
import signal
import socket

import click
import uvicorn
import uvloop
from litestar import Litestar

from entrypoints.cli.environment import settings
from entrypoints.cli.run import told_in_a_line
from entrypoints.http.guards.patient_protocol import PatientProtocol
from entrypoints.ioc.container import make_container
from entrypoints.ioc.web import make_web_app
from entrypoints.logs import set_up_logs
from entrypoints.memory import settle_memory
from entrypoints.settings import Settings
from entrypoints.websocket.hub import Hub
from entrypoints.websocket.sockets import PortTakenError, listening_socket

GRACE = 20
"""Seconds for requests in hand."""
DRAIN_SECONDS = 5.0
"""In which all sockets are told to come back."""
WS_MAX_BYTES = 128 * 1024
"""Twice what the gateway takes, so that it is the gateway that says no, with its own code."""


@click.command()
@click.option("--host", default=None, help="Instead of PYTAKE_HOST.")
@click.option("--port", default=None, type=click.IntRange(1, 65_535), help="Instead of PYTAKE_PORT.")
def serve(host: str | None, port: int | None) -> None:
    """Serve HTTP and WebSocket until SIGTERM."""
    read = settings()
    set_up_logs(read.log_format)
    signal.signal(signal.SIGTERM, lambda *_: None)  # uvicorn stops at it, and sends it to us again when it has
    signal.signal(signal.SIGINT, lambda *_: None)
    with told_in_a_line(), asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(read, host=host or read.host, port=port or read.port))


class DrainingServer(uvicorn.Server):
    """Sends its sockets away in slices before it closes everything, so that they do not all come back at once."""

    def __init__(self, config: uvicorn.Config, *, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Drain the hub, then end as uvicorn does."""
        await self._hub.drain(seconds=DRAIN_SECONDS)
        await super().shutdown(sockets)


async def _serve(read: Settings, *, host: str, port: int) -> None:
    try:
        listener = listening_socket(host=host, port=port)
    except PortTakenError as error:
        raise click.ClickException(str(error)) from error
    container = make_container(read)
    with listener:
        try:
            web = await make_web_app(container, read)
            settle_memory()
            await DrainingServer(_options(web.asgi), hub=web.hub).serve(sockets=[listener])
        finally:
            await container.close()


def _options(app: Litestar) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=PatientProtocol,
        proxy_headers=False,  # whose word is taken for it is PYTAKE_TRUSTED_PROXIES' matter
        ws="websockets-sansio",
        ws_ping_interval=25,
        ws_per_message_deflate=False,
        ws_max_size=WS_MAX_BYTES,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
