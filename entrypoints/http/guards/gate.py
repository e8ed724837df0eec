"""The gate before every route: who asks, from where, how often, whether they may, and whether it was done before.

What the use case checks is checked here first, before a body is read. A route says in its `opt` what holds for it
(`entrypoints/http/access.py`); one that does not say who may call it is closed.
"""

from dishka import AsyncContainer
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from application.ports.idempotency import Idempotency
from application.ports.request_limits import RequestLimits
from application.ports.standing import Standings
from application.ports.tokens import Tokens
from domain.shared.errors import ForbiddenError, UnauthenticatedError
from entrypoints.http.access import Access, Who, access_of
from entrypoints.http.guards.admission import require_access, require_standing
from entrypoints.http.guards.authentication import Authentication, Caller
from entrypoints.http.guards.client_address import networks_of
from entrypoints.http.guards.deadline import Deadline, seconds_for
from entrypoints.http.guards.head import Head, head_in, origin_in
from entrypoints.http.guards.idempotency import Once
from entrypoints.http.guards.rates import RateGate
from entrypoints.http.injection import container_of
from entrypoints.http.settings import HttpSettings
from entrypoints.http.versions import is_among

TENANT = "pytake_tenant"
"""Where, in the scope's state, the company's standing is found."""
NOT_MODIFIED, OK = 304, 200


class Doorkeeper:
    """What all gates of an application share; it is put together at the first request."""

    def __init__(self, settings: HttpSettings) -> None:
        self.settings = settings
        self.trusted = networks_of(settings.trusted_proxies)
        self._ready: tuple[Authentication, RateGate, Once] | None = None

    async def uses(self, container: AsyncContainer) -> tuple[Authentication, RateGate, Once]:
        """Give who finds out who asks, who counts, and who does things once."""
        if self._ready is None:
            authentication = Authentication(
                tokens=await container.get(Tokens), standings=await container.get(Standings)
            )
            rates = RateGate(await container.get(RequestLimits), self.settings.rates)
            once = Once(await container.get(Idempotency), max_body_bytes=self.settings.max_body_bytes)
            self._ready = authentication, rates, once
        return self._ready


class Gate:
    """Stands before one route."""

    def __init__(self, app: ASGIApp, *, doorkeeper: Doorkeeper) -> None:
        self._app, self._doorkeeper = app, doorkeeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request pass, or raise why not."""
        if scope["type"] != ScopeType.HTTP:
            raise ForbiddenError("The gate is for HTTP.")
        opt = scope["route_handler"].opt
        seconds = seconds_for(opt, usual=self._doorkeeper.settings.request_seconds)
        deadline = Deadline(seconds, receive)
        async with deadline:
            head = head_in(scope)
            caller = await self._admit(scope, head)
            send = _unless_known(send, head.if_none_match) if head.if_none_match and scope["method"] == "GET" else send
            if head.idempotency_key is None or not opt.get("creates"):
                await self._app(scope, deadline.receive, send)
                return
            _, _, once = await self._doorkeeper.uses(container_of(scope["app"]))
            await once(
                self._app, scope, deadline.receive, send, key=head.idempotency_key, caller=caller, seconds=seconds
            )

    async def _admit(self, scope: HTTPScope, head: Head) -> Caller | None:
        authentication, rates, _ = await self._doorkeeper.uses(container_of(scope["app"]))
        opt, origin = scope["route_handler"].opt, origin_in(scope)
        access = ASKING if scope["method"] == "OPTIONS" else access_of(scope["route_handler"])
        if access is not None and access.who is Who.PUBLIC:
            if not opt.get("unlimited"):
                await rates.let_stranger(scope, origin.ip, opt)
            return None
        try:
            caller = await authentication(head, origin)
        except UnauthenticatedError:
            await rates.let_stranger(scope, origin.ip, opt)
            raise
        scope["auth"] = caller
        scope["state"] |= {TENANT: caller.tenant, "tenant_id": str(caller.actor.tenant_id)}
        await rates.let_known(scope, caller, opt)
        require_standing(caller, access, method=scope["method"], opt=opt)
        require_access(caller.actor, access)
        return caller


ASKING = Access(Who.PUBLIC)
"""Which methods an address takes is no secret."""


def _unless_known(send: Send, if_none_match: str) -> Send:
    """Answer a success that the caller has already with 304 and no body (RFC 9110, 13.1.2)."""
    is_known = False

    async def send_on(message: Message) -> None:
        nonlocal is_known
        if message["type"] == "http.response.start" and message["status"] == OK:
            etag = next((value for name, value in message["headers"] if name.lower() == b"etag"), b"")
            is_known = bool(etag) and is_among(etag.decode("latin-1"), if_none_match)
            if is_known:
                kept = [pair for pair in message["headers"] if not pair[0].lower().startswith(b"content-")]
                message = {**message, "status": NOT_MODIFIED, "headers": kept}
        elif is_known and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return send_on
