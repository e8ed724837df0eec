"""The web application: HTTP and the sockets in one process."""

from importlib.metadata import version
from typing import NamedTuple

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


class WebApp(NamedTuple):
    """The application, and the hub that its server drains before it closes connections."""

    asgi: Litestar
    hub: Hub


async def make_web_app(container: AsyncContainer, settings: Settings) -> WebApp:
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
    app.on_startup.append(hub.start)
    app.on_shutdown.append(hub.stop)
    return WebApp(app, hub)
