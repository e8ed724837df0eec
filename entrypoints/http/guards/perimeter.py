"""Around the router: a request's head is read and bounded here, and what no gate has counted is counted here."""

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from domain.shared.errors import PyTakeError, RateLimitedError
from entrypoints.http.errors import send_error
from entrypoints.http.guards.gate import Doorkeeper
from entrypoints.http.guards.head import keep_head, origin_in, require_readable
from entrypoints.http.guards.rates import is_counted
from entrypoints.http.injection import container_of


class Perimeter:
    """Turns away heads that are too large or ambiguous, and strangers who try one unknown address after the other."""

    def __init__(self, app: ASGIApp, *, doorkeeper: Doorkeeper) -> None:
        self._app, self._doorkeeper = app, doorkeeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        try:
            require_readable(scope)
            keep_head(scope, trusted=self._doorkeeper.trusted)
        except PyTakeError as error:
            await send_error(error, scope, receive, send)
            return
        await self._app(scope, receive, self._counting(scope, receive, send))

    def _counting(self, scope: HTTPScope, receive: Receive, send: Send) -> Send:
        is_refused = False

        async def send_on(message: Message) -> None:
            nonlocal is_refused
            if is_refused:
                return
            if message["type"] == "http.response.start" and not is_counted(scope):
                try:
                    await self._count(scope)
                except RateLimitedError as error:
                    is_refused = True
                    await send_error(error, scope, receive, send)
                    return
            await send(message)

        return send_on

    async def _count(self, scope: HTTPScope) -> None:
        _, rates, _ = await self._doorkeeper.uses(container_of(scope["app"]))
        await rates.let_stranger(scope, origin_in(scope).ip, {})
