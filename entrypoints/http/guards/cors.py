"""From where browsers may call: the platform's own dashboards, and those that the companies registered.

No credentials of the browser's own are ever asked for: who calls is said by a header that only our pages know. A
preflight says nothing of the company, so it is answered for any registered origin; the answer itself is readable for
the platform's origins and for those of the very company that asks. A page of our own address needs none of this.
"""

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from application.ports.dashboard_origins import DashboardOrigins
from application.ports.standing import TenantStanding
from domain.shared.errors import UnavailableError
from entrypoints.http.guards.gate import TENANT
from entrypoints.http.injection import container_of

METHODS = b"GET, POST, PUT, PATCH, DELETE"
ASKED = (
    b"accept-language, authorization, content-type, idempotency-key, if-match, if-none-match, x-api-key, x-request-id"
)
TOLD = (
    b"content-language, etag, idempotent-replayed, location, ratelimit-limit, ratelimit-remaining, ratelimit-reset, "
    b"retry-after, x-request-id"
)
PREFLIGHT_SECONDS = b"600"
"""Chromium keeps no longer than two hours; a company that takes an origin away should not wait for that."""
MAX_ORIGIN = 300
"""A host name has 253 characters."""


class Cors:
    """Tells browsers which pages may read our answers."""

    def __init__(self, app: ASGIApp, *, origins: tuple[str, ...]) -> None:
        self._app, self._origins = app, frozenset(origins)
        self._companies: DashboardOrigins | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a preflight, or pass the request on."""
        origin = _header(scope, b"origin") if scope["type"] == ScopeType.HTTP else None
        if scope["type"] != ScopeType.HTTP or origin is None:
            await self._app(scope, receive, send)
        elif scope["method"] == "OPTIONS" and _header(scope, b"access-control-request-method") is not None:
            await self._preflight(scope, origin, send)
        else:
            await self._app(scope, receive, self._allowing(scope, origin, send))

    async def _preflight(self, scope: HTTPScope, origin: bytes, send: Send) -> None:
        headers = [(b"content-length", b"0")]
        if await self._is_registered(scope, origin):
            headers += [
                (b"access-control-allow-origin", origin),
                (b"access-control-allow-methods", METHODS),
                (b"access-control-allow-headers", ASKED),
                (b"access-control-max-age", PREFLIGHT_SECONDS),
            ]
        await send({"type": "http.response.start", "status": 204, "headers": headers})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _allowing(self, scope: HTTPScope, origin: bytes, send: Send) -> Send:
        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start" and await self._may_read(scope, origin):
                allowed = [(b"access-control-allow-origin", origin), (b"access-control-expose-headers", TOLD)]
                message = {**message, "headers": [*message["headers"], *allowed]}
            await send(message)

        return send_on

    async def _may_read(self, scope: HTTPScope, origin: bytes) -> bool:
        """Whether the origin is the platform's, or the asking company's; any registered one where nobody is known."""
        company: TenantStanding | None = scope["state"].get(TENANT)
        if company is None:
            return await self._is_registered(scope, origin)
        text = origin.decode("latin-1")
        return text in self._origins or text in company.dashboard_origins

    async def _is_registered(self, scope: HTTPScope, origin: bytes) -> bool:
        text = origin.decode("latin-1")
        if text in self._origins:
            return True
        if len(text) > MAX_ORIGIN or not text.startswith(("https://", "http://")):
            return False
        try:
            return await (await self._registry(scope)).has(text)
        except UnavailableError:
            return False

    async def _registry(self, scope: HTTPScope) -> DashboardOrigins:
        if self._companies is None:
            found: DashboardOrigins = await container_of(scope["app"]).get(DashboardOrigins)
            self._companies = found
        return self._companies


def _header(scope: Scope, wanted: bytes) -> bytes | None:
    return next((value for name, value in scope["headers"] if name == wanted), None)
