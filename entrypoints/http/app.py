"""The HTTP application: every route under its address, and what holds for all of them."""

from collections.abc import Sequence

from dishka import AsyncContainer
from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.types import ControllerRouterHandler

from entrypoints.http.actor import actor_of, claims_of, require_bearer
from entrypoints.http.auth import auth_routes
from entrypoints.http.conversations import conversation_routes
from entrypoints.http.docs import docs_routes
from entrypoints.http.errors import answer_error
from entrypoints.http.flow_sessions import flow_session_routes
from entrypoints.http.flows import flow_routes
from entrypoints.http.injection import keep_container
from entrypoints.http.json_body import JsonBody
from entrypoints.http.openapi import RawSchema, openapi_config
from entrypoints.http.query import page_of, refuse_unknown_query
from entrypoints.http.settings import HttpSettings
from entrypoints.http.system import root_routes, system_routes
from entrypoints.http.telemetry import DURATIONS, Telemetry
from entrypoints.http.webhooks.express import Express
from entrypoints.http.webhooks.whatsapp import whatsapp_webhook_routes
from entrypoints.http.whatsapp_configs import whatsapp_config_routes

API = "/api/v1"

API_ROUTES = (
    auth_routes,
    whatsapp_config_routes,
    flow_routes,
    flow_session_routes,
    conversation_routes,
    system_routes,
)


def create_app(
    container: AsyncContainer, *, settings: HttpSettings, others: Sequence[ControllerRouterHandler] = ()
) -> Litestar:
    """Make the application; `others` are routes beside ours, such as the WebSocket's.

    The container stays the caller's, who closes it.
    """
    guarded = Router(
        "/",
        route_handlers=[Router(API, route_handlers=API_ROUTES), root_routes, docs_routes],
        guards=[require_bearer, refuse_unknown_query],
        dependencies={
            "actor": Provide(actor_of, sync_to_thread=False),
            "claims": Provide(claims_of, sync_to_thread=False),
            "paging": Provide(page_of, sync_to_thread=False),
        },
        dto=JsonBody,
        return_dto=None,
    )
    app = Litestar(
        route_handlers=[Router(API, route_handlers=[whatsapp_webhook_routes]), guarded, *others],
        exception_handlers={Exception: answer_error},
        request_max_body_size=settings.max_body_bytes,
        openapi_config=openapi_config(settings),
        plugins=[RawSchema()],
        state=State({"version": settings.version}),
        logging_config=None,
    )
    keep_container(app, container)
    app.asgi_handler = Express(
        Telemetry(app.asgi_handler), container=container, address=f"{API}/whatsapp/webhook", durations=DURATIONS
    )
    return app
