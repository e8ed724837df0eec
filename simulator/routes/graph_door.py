"""What every Graph call passes first: the version, the token, and the faults that strike all calls."""

import asyncio
import hashlib
import hmac
import re
from typing import Any

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from simulator.errors import GraphError, GraphErrorAnswer, UnknownObjectError
from simulator.routes.dropping import DropConnectionError
from simulator.state.numbers import Number, Waba
from simulator.world import World

GraphRequest = Request[Any, Any, Any]
_VERSION = re.compile(r"v\d{1,3}(\.\d{1,2})?")


async def graph_guard(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Refuse bad versions and tokens; be slow or down when told so."""
    world: World = connection.app.state.world
    faults = world.faults.now
    if faults.latency_ms:
        await asyncio.sleep(faults.latency_ms / 1000)
    if faults.down:
        if world.settings.down_mode == "close":
            raise DropConnectionError
        raise GraphError(133004)
    version = connection.path_params.get("version", "")
    if not _VERSION.fullmatch(version):
        raise UnknownObjectError(str(version))
    token = token_of(connection)
    if token not in world.book.tokens():
        raise GraphError(190)
    proof = connection.query_params.get("appsecret_proof")
    if proof is not None and proof not in {_proof(token, secret) for secret in world.book.app_secrets(token)}:
        raise GraphError(100, "Invalid appsecret_proof provided in the API argument")


def _proof(token: str, app_secret: str) -> str:
    """Return what Meta's securing-requests page asks for; a given one is checked also where none is required."""
    return hmac.new(app_secret.encode(), token.encode(), hashlib.sha256).hexdigest()


def token_of(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """Return the token of the header or of the query, as Graph takes both."""
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() in ("bearer", "oauth"):
        return token.strip()
    return connection.query_params.get("access_token", "")


def number_for(world: World, request: GraphRequest, node: str) -> Number:
    """Return the number in the path if the token may see it."""
    number = world.book.number(node)
    if token_of(request) != number.waba.access_token:
        raise UnknownObjectError(node)
    return number


def waba_for(world: World, request: GraphRequest, node: str) -> Waba:
    """Return the WABA in the path if the token may see it."""
    waba = world.book.waba(node)
    if token_of(request) != waba.access_token:
        raise UnknownObjectError(node)
    return waba


def answer_graph_error(_: GraphRequest, error: GraphError) -> Response[GraphErrorAnswer]:
    """Write a refusal as Meta does."""
    headers = {"WWW-Authenticate": f'OAuth "Facebook Platform" "invalid_token" "{error.title}"'}
    return Response(
        error.answer(),
        status_code=error.status,
        headers=headers if error.code == 190 else None,  # noqa: PLR2004
    )
