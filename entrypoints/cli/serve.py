"""`pytake serve`: the API and the sockets."""

import asyncio
import signal

import click
import uvicorn
import uvloop

from entrypoints.cli.environment import settings
from entrypoints.ioc.container import make_container
from entrypoints.ioc.web import make_web_app
from entrypoints.logs import set_up_logs
from entrypoints.settings import Settings
from entrypoints.websocket.sockets import PortTakenError, listening_socket

GRACE = 20
"""Seconds for requests in hand, and for sockets to be told to come back."""


@click.command()
@click.option("--host", default=None, help="Instead of PYTAKE_HOST.")
@click.option("--port", default=None, type=int, help="Instead of PYTAKE_PORT.")
def serve(host: str | None, port: int | None) -> None:
    """Serve HTTP and WebSocket until SIGTERM."""
    read = settings()
    set_up_logs(read.log_format)
    signal.signal(signal.SIGTERM, lambda *_: None)  # uvicorn stops at it, and sends it to us again when it has
    signal.signal(signal.SIGINT, lambda *_: None)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(read, host=host or read.host, port=port or read.port))


async def _serve(read: Settings, *, host: str, port: int) -> None:
    try:
        socket = listening_socket(host=host, port=port)
    except PortTakenError as error:
        raise click.ClickException(str(error)) from error
    container = make_container(read)
    config = uvicorn.Config(
        await make_web_app(container, read),
        http="httptools",
        ws="websockets-sansio",
        ws_ping_interval=25,
        ws_per_message_deflate=False,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    try:
        await uvicorn.Server(config).serve(sockets=[socket])
    finally:
        await container.close()
