"""Who may hold a socket: asked at the handshake, and with each newer token."""

from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from litestar import WebSocket

from application.ports.standing import SessionStanding, Standings, TenantStanding
from application.ports.tokens import AccessClaims
from domain.identity.permissions import Permission
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from entrypoints.http.guards.client_address import Networks, client_address, is_allowed
from entrypoints.websocket.protocol import CloseCode, CloseSocketError


class Admission:
    """Asks `Standings`, never the token, for what somebody may do."""

    def __init__(
        self, standings: Standings, *, trusted: Networks = (), origins: Collection[str] = (), public_url: str = ""
    ) -> None:
        self._standings, self._trusted = standings, trusted
        self._origins = frozenset([*origins, _origin_of(public_url)])

    def address_of(self, socket: WebSocket[Any, Any, Any]) -> str | None:
        """Give the address that a socket comes from, behind the proxies that we trust."""
        client = socket.client
        forwarded = socket.headers.getall("x-forwarded-for", [])
        return client_address(client.host if client else None, forwarded, trusted=self._trusted)

    async def check_origin(self, socket: WebSocket[Any, Any, Any], tenant_id: TenantId) -> None:
        """Let browsers in from the pages that CORS knows, and from our own address; programs send no origin.

        Raises CloseSocketError, UnavailableError.
        """
        origin = socket.headers.get("origin")
        if origin is None or origin in self._origins or origin.partition("://")[2] == socket.headers.get("host"):
            return
        company = await self._standings.tenant(tenant_id)
        if company is None or origin not in company.dashboard_origins:
            raise CloseSocketError(CloseCode.FORBIDDEN)

    async def admit(self, claims: AccessClaims, *, ip: str | None) -> SessionStanding:
        """Give the standing of a token's session. Raises CloseSocketError, UnavailableError."""
        standing = await self._standings.session(claims.session_id)
        if standing is None or (standing.user_id, standing.tenant_id) != (claims.user_id, claims.tenant_id):
            raise CloseSocketError(CloseCode.UNAUTHENTICATED)
        if not may_follow(standing, await self._standings.tenant(claims.tenant_id), ip=ip):
            raise CloseSocketError(CloseCode.FORBIDDEN)
        return standing


def _origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def may_follow(session: SessionStanding, tenant: TenantStanding | None, *, ip: str | None) -> bool:
    """Whether somebody may follow their tenant's events; an operator works on tenants from outside."""
    is_operator = session.tenant_id == PLATFORM
    is_known = tenant is not None and is_allowed(ip, tenant.allowed_networks)
    can_read = Permission.CONVERSATIONS_READ in session.permissions and not session.needs_two_factor
    return can_read and is_known and not is_operator
