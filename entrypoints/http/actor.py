"""Who asks: the bearer of an access token. Every route needs one unless it says PUBLIC."""

from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.enums import HttpMethod
from litestar.handlers import BaseRouteHandler

from application.ports.tokens import AccessClaims, Tokens
from application.shared.actor import Actor
from domain.identity.permissions import built_in_permissions
from domain.shared.errors import UnauthenticatedError
from entrypoints.http.injection import container_of

PUBLIC = {"public": True}
"""For a route's `opt`: anybody may call it."""


async def require_bearer(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Refuse a request without a good token. Raises UnauthenticatedError, TokenInvalidError, TokenExpiredError."""
    if handler.opt.get("public") or connection.scope.get("method") == HttpMethod.OPTIONS:
        return
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise UnauthenticatedError("Send an access token.")
    tokens = await container_of(connection.app).get(Tokens)
    claims = tokens.read(token.strip())
    connection.scope["auth"] = claims
    connection.scope["state"]["tenant_id"] = str(claims.tenant_id)


def claims_of(request: Request[Any, Any, Any]) -> AccessClaims:
    """Give what the token says of its bearer."""
    claims: AccessClaims = request.scope["auth"]
    return claims


def actor_of(request: Request[Any, Any, Any]) -> Actor:
    """Give the user who asks, with the permissions of the role."""
    claims = claims_of(request)
    return Actor(
        user_id=claims.user_id,
        tenant_id=claims.tenant_id,
        session_id=claims.session_id,
        permissions=built_in_permissions(claims.role),
    )
