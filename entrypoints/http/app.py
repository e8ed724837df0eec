"""The HTTP application: every route under its address, and what holds for all of them."""

from collections.abc import Sequence
from pathlib import Path

from dishka import AsyncContainer
from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.middleware import DefineMiddleware
from litestar.types import ControllerRouterHandler

from entrypoints.http.actor import actor_of, claims_of, operator_of, origin_of, person_of
from entrypoints.http.ai.routes import ai_routes
from entrypoints.http.audit.routes import audit_routes
from entrypoints.http.auth import auth_routes
from entrypoints.http.calls.routes import call_routes
from entrypoints.http.contacts.routes import contacts_routes
from entrypoints.http.conversations.routes import conversation_routes
from entrypoints.http.dashboard.pages import Dashboard
from entrypoints.http.docs import docs_routes
from entrypoints.http.errors import answer_error
from entrypoints.http.flows.flow_sessions import flow_session_routes
from entrypoints.http.flows.flow_starts import flow_start_routes
from entrypoints.http.flows.flows import flow_routes
from entrypoints.http.flows.replays import flow_replay_routes
from entrypoints.http.flows.routes import editing_routes
from entrypoints.http.flows.templates import template_routes as flow_template_routes
from entrypoints.http.guards.cors import Cors
from entrypoints.http.guards.gate import Doorkeeper, Gate
from entrypoints.http.guards.perimeter import Perimeter
from entrypoints.http.identity.accounts import account_routes
from entrypoints.http.identity.login import login_routes
from entrypoints.http.identity.profile import profile_routes
from entrypoints.http.identity.two_factor import two_factor_routes
from entrypoints.http.injection import keep_container
from entrypoints.http.json_body import JsonBody
from entrypoints.http.media.routes import media_routes
from entrypoints.http.messages.reading import message_reading_routes
from entrypoints.http.messages.routes import message_routes
from entrypoints.http.openapi import RawSchema, openapi_config
from entrypoints.http.people.presence import note_presence
from entrypoints.http.people.routes import people_routes
from entrypoints.http.query import page_of, refuse_unknown_query
from entrypoints.http.settings import HttpSettings
from entrypoints.http.sockets import socket_routes
from entrypoints.http.support.routes import support_routes
from entrypoints.http.system import root_routes, system_routes
from entrypoints.http.telemetry import DURATIONS, Telemetry
from entrypoints.http.tenants.administration import tenant_routes
from entrypoints.http.tenants.company import company_routes
from entrypoints.http.tenants.standing import tenant_standing_routes
from entrypoints.http.webhooks.express import Express
from entrypoints.http.webhooks.whatsapp import whatsapp_webhook_routes
from entrypoints.http.whatsapp.configs import whatsapp_config_routes
from entrypoints.http.whatsapp.linked_phones import linked_phone_routes
from entrypoints.http.whatsapp.templates import template_routes

API = "/api/v1"

API_ROUTES = (
    auth_routes,
    socket_routes,
    login_routes,
    two_factor_routes,
    account_routes,
    profile_routes,
    whatsapp_config_routes,
    linked_phone_routes,
    template_routes,
    flow_routes,
    editing_routes,
    flow_session_routes,
    flow_replay_routes,
    flow_start_routes,
    flow_template_routes,
    call_routes,
    *ai_routes,
    *conversation_routes,
    *contacts_routes,
    *message_routes,
    message_reading_routes,
    media_routes,
    audit_routes,
    company_routes,
    tenant_routes,
    tenant_standing_routes,
    *people_routes,
    *support_routes,
    system_routes,
)

DEPENDENCIES = {
    "actor": Provide(actor_of, sync_to_thread=False),
    "claims": Provide(claims_of, sync_to_thread=False),
    "operator": Provide(operator_of, sync_to_thread=False),
    "origin": Provide(origin_of, sync_to_thread=False),
    "person": Provide(person_of, sync_to_thread=False),
    "paging": Provide(page_of, sync_to_thread=False),
}
"""What a handler may name, beside its use case."""


def create_app(
    container: AsyncContainer, *, settings: HttpSettings, others: Sequence[ControllerRouterHandler] = ()
) -> Litestar:
    """Make the application; `others` are routes beside ours, such as the WebSocket's.

    The container stays the caller's, who closes it.
    """
    doorkeeper = Doorkeeper(settings)
    app = Litestar(
        route_handlers=[
            Router(API, route_handlers=[whatsapp_webhook_routes]),
            _guarded(API, API_ROUTES, doorkeeper=doorkeeper),
            _guarded("/", [root_routes, docs_routes], doorkeeper=doorkeeper),
            *others,
        ],
        exception_handlers={Exception: answer_error},
        request_max_body_size=settings.max_body_bytes,
        openapi_config=openapi_config(settings),
        plugins=[RawSchema()],
        state=State({"version": settings.version}),
        logging_config=None,
    )
    keep_container(app, container)
    inner = Cors(Perimeter(app.asgi_handler, doorkeeper=doorkeeper), origins=settings.dashboard_origins)
    behind = Telemetry(inner, is_behind_tls=settings.is_behind_tls)
    app.asgi_handler = Express(
        Dashboard(behind, folder=Path(settings.dashboard), is_behind_tls=settings.is_behind_tls),
        container=container,
        address=f"{API}/whatsapp/webhook",
        durations=DURATIONS,
    )
    return app


def _guarded(path: str, routes: Sequence[ControllerRouterHandler], *, doorkeeper: Doorkeeper) -> Router:
    """Give routes behind the gate; two routers, not one with two in it, for each level copies all that is below it."""
    return Router(
        path,
        route_handlers=routes,
        middleware=[DefineMiddleware(Gate, doorkeeper=doorkeeper)],
        guards=[refuse_unknown_query],
        after_response=note_presence,
        dependencies=DEPENDENCIES,
        dto=JsonBody,
        return_dto=None,
    )
