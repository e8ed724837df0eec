"""Every route says who may call it, and its use case's permission is the one that it says."""

from collections.abc import Iterator

import httpx
import pytest
from dishka import AsyncContainer
from litestar import Litestar, Router, get
from litestar.handlers import HTTPRouteHandler
from litestar.middleware import DefineMiddleware

from domain.identity.permissions import Permission
from entrypoints.http.access import Who, access_of
from entrypoints.http.app import create_app
from entrypoints.http.guards.gate import Doorkeeper, Gate
from entrypoints.http.openapi_access import describe_access
from entrypoints.http.settings import HttpSettings
from tests.http.conftest import UNLIMITED
from tests.http.guards.conftest import ClientOf, Company
from tests.http.route_table import routes_of


def handlers(app: Litestar) -> Iterator[HTTPRouteHandler]:
    for route in app.routes:
        for handler in getattr(route, "route_handlers", ()):
            if "OPTIONS" not in handler.http_methods:
                yield handler


def test_every_route_says_who_may_call_it(app: Litestar) -> None:
    silent = [str(handler) for handler in handlers(app) if access_of(handler) is None]

    assert list(handlers(app))
    assert silent == []


@pytest.mark.parametrize("kind", ["operator", "actor"])
def test_a_handler_takes_who_may_call_it(app: Litestar, kind: str) -> None:
    wrong = [
        str(handler)
        for handler in handlers(app)
        if kind in handler.parsed_fn_signature.parameters
        and (str(access_of(handler)) == "operator") is not (kind == "operator")
    ]

    assert wrong == []


async def test_the_document_says_it_too(app: Litestar, http: httpx.AsyncClient) -> None:
    document = (await http.get("/api-docs/openapi.json")).json()
    bearer, key = {"bearerAuth": []}, {"apiKeyAuth": []}

    for route in routes_of(app):
        operation = document["paths"][route.path][route.method.lower()]
        security = {Who.PUBLIC: None, Who.OWN_SESSION: [bearer], Who.OPERATOR: [bearer]}
        assert operation["x-permission"] == str(route.access), route
        assert operation.get("security") == security.get(route.access.who, [bearer, key]), route


def test_what_creates_says_how_it_is_repeated(app: Litestar) -> None:
    for handler in handlers(app):
        if handler.opt.get("creates"):
            operation = {"responses": {}}
            describe_access(operation, handler)
            assert "Idempotency-Key" in {parameter["name"] for parameter in operation["parameters"]}
            assert {"IDEMPOTENCY_KEY_REUSED", "IDEMPOTENCY_IN_PROGRESS"} == set(
                operation["responses"]["409"]["content"]["application/json"]["examples"]
            )


async def test_a_route_that_says_nothing_is_closed(
    container: AsyncContainer, client_of: ClientOf, company: Company
) -> None:
    @get("/silent", include_in_schema=False)
    async def silent() -> None:
        """Say nothing of who may call."""

    gate = DefineMiddleware(Gate, doorkeeper=Doorkeeper(HttpSettings(version="1", rates=UNLIMITED)))
    app = create_app(
        container,
        settings=HttpSettings(version="1", rates=UNLIMITED),
        others=[Router("/", route_handlers=[silent], middleware=[gate])],
    )

    for headers in ({}, {"authorization": await company.someone()}, {"x_api_key": await company.api_key(*Permission)}):
        assert (await client_of(app, **headers).get("/silent")).status_code in {401, 403}
