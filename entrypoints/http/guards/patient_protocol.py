"""How long uvicorn waits for a request, and how much of a head it gathers: it has no limits of its own.

A connection that says nothing, or a byte now and then, is closed; one that sends a head without end is told so. Behind
the gate a body is awaited shorter, and who is too slow is told so (`entrypoints/http/guards/deadline.py`). A body that
comes in one piece with its head, as deliveries do, costs no timer.
"""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 10.0
"""From the connection, or from the first byte of a further request, to the empty line after the headers."""
BODY_SECONDS = 120.0
"""From the head to the body's end: as long as any route may take."""
MAX_UNFINISHED_HEAD = 64 * 1024
"""Twice what we take of a head that is whole, and is refused with an error that says so."""

_TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"content-length: 0\r\ncache-control: no-store\r\nconnection: close\r\n\r\n"
)


class PatientProtocol(HttpToolsProtocol):
    """HTTP/1.1 with bounds on the head; WebSocket handshakes pass here too."""

    _head_timer: asyncio.TimerHandle | None = None
    _head_bytes: int | None = 0
    """How much of an unfinished head came; None outside one."""
    _body_timer: asyncio.TimerHandle | None = None
    _in_body = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as the base has it
        """Begin to wait."""
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._end_head()
        self._end_body()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came, unless a head grows beyond all bounds; begin to wait for the rest of a body."""
        super().data_received(data)
        if self._in_body and self._body_timer is None:
            self._body_timer = self.loop.call_later(BODY_SECONDS, self._give_up)
        if self._head_bytes is None or self.transport.is_closing():
            return
        self._head_bytes += len(data)
        if self._head_bytes > MAX_UNFINISHED_HEAD:
            self.transport.write(_TOO_LARGE)
            self.transport.close()

    def on_message_begin(self) -> None:
        """Begin a head."""
        super().on_message_begin()
        self._head_bytes = 0
        if self._head_timer is None:
            self._await_head()

    def on_headers_complete(self) -> None:
        """End the head."""
        self._end_head()
        self._in_body = True
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """End the body."""
        self._end_body()
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        """Leave the connection to the WebSocket, which has its own clock."""
        self._end_head()
        self._end_body()
        super().handle_websocket_upgrade()

    def _await_head(self) -> None:
        self._head_timer = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _end_head(self) -> None:
        self._head_bytes = None
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _end_body(self) -> None:
        self._in_body = False
        if self._body_timer is not None:
            self._body_timer.cancel()
            self._body_timer = None

    def _give_up(self) -> None:
        self._head_timer = self._body_timer = None
        if not self.transport.is_closing():
            self.transport.close()
