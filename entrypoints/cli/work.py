"""`pytake work`: lanes and the relay."""

import asyncio
import os
import signal
import socket

import click
import uvloop
from prometheus_client import start_http_server

from entrypoints.cli.environment import settings
from entrypoints.cli.run import told_in_a_line
from entrypoints.ioc.container import make_container
from entrypoints.ioc.workers import make_crew
from entrypoints.logs import set_up_logs
from entrypoints.memory import settle_memory
from entrypoints.settings import Settings


@click.command()
@click.option("--concurrency", default=None, type=click.IntRange(1, 500), help="Instead of PYTAKE_WORKER_CONCURRENCY.")
@click.option("--metrics-port", default=None, type=click.IntRange(1, 65_535), help="Serve /metrics there.")
def work(concurrency: int | None, metrics_port: int | None) -> None:
    """Work until SIGTERM, then finish what is in hand."""
    read = settings()
    set_up_logs(read.log_format)
    if metrics_port:
        start_http_server(metrics_port, read.host)
    with told_in_a_line(), asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_work(read, concurrency=concurrency or read.worker_concurrency))


async def _work(read: Settings, *, concurrency: int) -> None:
    container = make_container(read)
    name = f"{socket.gethostname()}:{os.getpid()}"
    try:
        crew = await make_crew(container, name=name, concurrency=concurrency)
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(sign, crew.stop)
        settle_memory()
        await crew.run()
    finally:
        await container.close()
