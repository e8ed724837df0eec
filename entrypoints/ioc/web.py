"""The web application: HTTP and the sockets in one process."""

from importlib.metadata import version
from typing import NamedTuple

from dishka import AsyncContainer
from litestar import Litestar

from application.conversations.count_inbox import CountInbox
from application.conversations.tell_typing import TellTypingHandler
from application.conversations.watch_conversation import WatchConversation
from application.people.keep_presence import KeepPresence
from application.people.set_status import SetStatus
from application.ports.audit import AccessLog
from application.ports.clock import Clock
from application.ports.events import EventLog
from application.ports.realtime import LiveFeed
from application.ports.socket_stats import SocketBoard
from application.ports.standing import Standings
from application.ports.tickets import Tickets
from application.ports.tokens import Tokens
from entrypoints.http.app import create_app
from entrypoints.http.dashboard.files import BUILT
from entrypoints.http.guards.client_address import networks_of
from entrypoints.http.settings import HttpSettings, Rates
from entrypoints.settings import Settings
from entrypoints.websocket.admission import Admission
from entrypoints.websocket.census import Census
from entrypoints.websocket.dialogue import Collaborators
from entrypoints.websocket.gateway import Gateway, websocket_route
from entrypoints.websocket.hub import Hub
from entrypoints.websocket.metrics import Metrics
from entrypoints.websocket.sentry import Sentry


class WebApp(NamedTuple):
    """The application, and the hub that its server drains before it closes connections."""

    asgi: Litestar
    hub: Hub


async def make_web_app(container: AsyncContainer, settings: Settings) -> WebApp:
    """Make the application from the container; its hub starts and stops with it."""
    log: EventLog = await container.get(EventLog)
    hub = Hub(feed=await container.get(LiveFeed), log=log)
    standings: Standings = await container.get(Standings)
    clock: Clock = await container.get(Clock)
    sentry = Sentry(hub=hub, standings=standings)
    metrics = Metrics(hub=hub, count=await container.get(CountInbox), clock=clock)
    census = Census(hub=hub, board=await container.get(SocketBoard))
    uses = Collaborators(
        tokens=await container.get(Tokens),
        log=log,
        clock=clock,
        admission=Admission(
            standings,
            trusted=networks_of(settings.trusted_proxies),
            origins=settings.dashboard_origins,
            public_url=settings.public_url,
        ),
        attendance=await container.get(KeepPresence),
        set_status=await container.get(SetStatus),
        access=await container.get(AccessLog),
        watch=await container.get(WatchConversation),
        tell_typing=await container.get(TellTypingHandler),
    )
    gateway = Gateway(hub=hub, tickets=await container.get(Tickets), uses=uses)
    app = create_app(container, settings=_http_settings(settings), others=[websocket_route(gateway)])
    app.on_startup.extend([hub.start, sentry.start, metrics.start, census.start])
    app.on_shutdown.extend([census.stop, metrics.stop, sentry.stop, hub.stop])
    return WebApp(app, hub)


def _http_settings(settings: Settings) -> HttpSettings:
    per_second, burst = settings.request_rate
    tenant_per_second, tenant_burst = settings.tenant_request_rate
    return HttpSettings(
        version=version("pytake"),
        public_url=settings.public_url,
        trusted_proxies=settings.trusted_proxies,
        dashboard_origins=settings.dashboard_origins,
        dashboard=settings.dashboard or str(BUILT),
        request_seconds=settings.request_seconds,
        rates=Rates(per_second=per_second, burst=burst, tenant_per_second=tenant_per_second, tenant_burst=tenant_burst),
    )
