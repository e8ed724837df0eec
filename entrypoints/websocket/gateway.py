"""The WebSocket endpoint: who may come in, and a reader and a writer per socket."""

import asyncio
import time
from collections import deque
from typing import Any

import structlog
from litestar import WebSocket
from litestar.handlers import WebsocketRouteHandler, websocket

from application.ports.tickets import Tickets
from application.ports.tokens import AccessClaims, TokenInvalidError
from domain.shared.errors import UnavailableError
from entrypoints.logs import place_of
from entrypoints.websocket.connection import Connection
from entrypoints.websocket.dialogue import Collaborators, Dialogue
from entrypoints.websocket.hub import Hub
from entrypoints.websocket.outbox import Outbox
from entrypoints.websocket.protocol import Authenticate, CloseCode, CloseSocketError
from entrypoints.websocket.wire import GONE, Wire

AUTHENTICATE_SECONDS = 5.0
"""For the first frame; a client has its token at hand."""
IDLE_SECONDS = 90.0
"""Without a frame of the client, which pings every 25 s: three pings lost."""
HANDSHAKES_PER_SECOND = 500
"""Per process: a restart makes everybody come at once; those refused wait and come again."""

_log = structlog.get_logger(__name__)


class Gateway:
    """Serves sockets: authentication, then frames both ways until one side ends it."""

    def __init__(self, *, hub: Hub, tickets: Tickets, uses: Collaborators) -> None:
        self.hub = hub
        self._tickets = tickets
        self._uses = uses
        self._handshakes: deque[float] = deque(maxlen=HANDSHAKES_PER_SECOND)

    async def serve(self, socket: WebSocket[Any, Any, Any]) -> None:
        """Serve one socket from its handshake to its end; says nothing of it in the log but unexpected errors."""
        wire = Wire(socket)
        if not self._admits():
            await wire.close(CloseCode.TRY_LATER)
            return
        try:
            await wire.accept()
            admission = self._uses.admission
            connection = await self._enter(wire, socket.query_params.get("ticket"), admission.address_of(socket))
            await admission.check_origin(socket, connection.claims.tenant_id)
            await self._talk(wire, connection)
        except CloseSocketError as closing:
            await wire.close(closing.code)
        except UnavailableError:  # the log does not answer; the client comes again and resumes
            await wire.close(CloseCode.TRY_LATER)
        except GONE:
            return
        except Exception as error:  # noqa: BLE001  # one socket's trouble must not reach uvicorn's log with its text
            _log.error("socket_failed", error=type(error).__name__, at=place_of(error))
            await wire.close(CloseCode.TRY_LATER)

    async def _enter(self, wire: Wire, ticket: str | None, ip: str | None) -> Connection:
        try:
            claims = await (self._read_token(wire) if ticket is None else self._tickets.redeem(ticket))
        except TokenInvalidError as error:
            raise CloseSocketError(CloseCode.UNAUTHENTICATED) from error
        if claims is None or claims.expires_at <= self._uses.clock.now():
            raise CloseSocketError(CloseCode.UNAUTHENTICATED)
        standing = await self._uses.admission.admit(claims, ip=ip)
        return Connection(claims, Outbox(), permissions=standing.permissions, departments=standing.departments, ip=ip)

    async def _read_token(self, wire: Wire) -> AccessClaims | None:
        frame = await wire.receive(seconds=AUTHENTICATE_SECONDS, late=CloseCode.UNAUTHENTICATED)
        return await self._uses.tokens.read(frame.token) if isinstance(frame, Authenticate) else None

    async def _talk(self, wire: Wire, connection: Connection) -> None:
        async with self.hub.joined(connection) as room:
            dialogue = Dialogue(connection, room=room, uses=self._uses)
            try:
                listening = asyncio.create_task(_listen(wire, dialogue))
                speaking = asyncio.create_task(_speak(wire, connection.outbox, dialogue))
                await _first_to_end(listening, speaking, closing=connection.closing)
            finally:
                await dialogue.end()

    def _admits(self) -> bool:
        now = time.monotonic()
        if len(self._handshakes) == HANDSHAKES_PER_SECOND and now - self._handshakes[0] < 1:
            return False
        self._handshakes.append(now)
        return True


def websocket_route(gateway: Gateway, *, path: str = "/ws") -> WebsocketRouteHandler:
    """Make the handler to mount; the owner of the application starts and stops `gateway.hub` with it."""

    @websocket(path)
    async def follow_events(socket: WebSocket[Any, Any, Any]) -> None:
        await gateway.serve(socket)

    return follow_events


async def _listen(wire: Wire, dialogue: Dialogue) -> None:
    while True:
        await dialogue.hear(await wire.receive(seconds=IDLE_SECONDS, late=CloseCode.IDLE))


async def _speak(wire: Wire, outbox: Outbox, dialogue: Dialogue) -> None:
    while True:
        frame = await outbox.next()
        await wire.send(dialogue.resync() if frame is None else frame.text)


async def _first_to_end(*tasks: asyncio.Task[None], closing: asyncio.Future[CloseCode]) -> None:
    """Wait for the first task to end or for the order to close, end the others, and raise the reason."""
    ends: set[asyncio.Future[Any]] = {*tasks, closing}
    try:
        done, _ = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if closing.done():
        raise CloseSocketError(closing.result())
    for task in tasks:
        if task in done:
            task.result()
