"""The web application: HTTP and the sockets in one process."""

from importlib.metadata import version

from dishka import AsyncContainer
from litestar import Litestar

from application.ports.clock import Clock
from application.ports.events import EventLog
from application.ports.realtime import LiveFeed, Signals
from application.ports.tickets import Tickets
from application.ports.tokens import Tokens
from entrypoints.http.app import create_app
from entrypoints.http.settings import HttpSettings
from entrypoints.settings import Settings
from entrypoints.websocket.dialogue import Collaborators
from entrypoints.websocket.gateway import Gateway, websocket_route
from entrypoints.websocket.hub import Hub

DRAIN_SECONDS = 5.0
"""In which a process that ends sends its sockets away, in slices, so that they do not all come back at once."""


async def make_web_app(container: AsyncContainer, settings: Settings) -> Litestar:
    """Make the application from the container; its hub starts and stops with it."""
    log: EventLog = await container.get(EventLog)
    hub = Hub(feed=await container.get(LiveFeed), log=log)
    uses = Collaborators(
        tokens=await container.get(Tokens),
        signals=await container.get(Signals),
        log=log,
        clock=await container.get(Clock),
    )
    gateway = Gateway(hub=hub, tickets=await container.get(Tickets), uses=uses)
    http = HttpSettings(version=version("pytake"), public_url=settings.public_url)
    app = create_app(container, settings=http, others=[websocket_route(gateway)])

    async def drain() -> None:
        await hub.drain(seconds=DRAIN_SECONDS)
        await hub.stop()

    app.on_startup.append(hub.start)
    app.on_shutdown.append(drain)
    return app
