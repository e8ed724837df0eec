"""The socket itself: frames in and out, with everything a hostile or broken client may do to it."""

import asyncio
import contextlib
import time
from collections import deque
from typing import Any

from litestar import WebSocket
from litestar.exceptions import WebSocketDisconnect

from entrypoints.websocket.protocol import (
    MAX_FRAME_BYTES,
    ClientFrame,
    CloseCode,
    CloseSocketError,
    read_frame,
)

SEND_SECONDS = 10.0
"""A client that takes nothing for so long is gone; the kernel gives it up then too (TCP_USER_TIMEOUT)."""
CLOSE_SECONDS = 2.0
"""For the close frame; it is a courtesy."""
FRAMES_PER_SECOND = 20
"""A person types and clicks slower; more is a loop in a program."""

GONE = (WebSocketDisconnect, OSError)
"""What is raised when the client is not there any more (uvicorn's ClientDisconnected is an OSError)."""


class Wire:
    """One accepted socket. Methods raise CloseSocketError when the socket must be closed, or one of GONE."""

    def __init__(self, socket: WebSocket[Any, Any, Any]) -> None:
        self._socket = socket
        self._received_at: deque[float] = deque(maxlen=FRAMES_PER_SECOND)

    async def accept(self) -> None:
        """Complete the handshake, after which a close code can be sent."""
        await self._socket.accept()

    async def receive(self, *, seconds: float, late: CloseCode) -> ClientFrame:
        """Read the next frame; when none comes in time the socket is closed as `late`."""
        try:
            async with asyncio.timeout(seconds):
                message = await self._socket.receive()
        except TimeoutError as error:
            raise CloseSocketError(late) from error
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(detail="the client left")
        self._count()
        text = message.get("text")
        if not isinstance(text, str) or _is_too_long(text):
            raise CloseSocketError(CloseCode.MALFORMED)
        return read_frame(text)

    async def send(self, text: str) -> None:
        """Send a text frame."""
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await self._socket.send({"type": "websocket.send", "bytes": None, "text": text})
        except TimeoutError as error:
            raise CloseSocketError(CloseCode.IDLE) from error

    async def close(self, code: CloseCode) -> None:
        """Say why, if the client still listens."""
        with contextlib.suppress(*GONE, TimeoutError, RuntimeError):
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._socket.close(code, code.name.lower())

    def _count(self) -> None:
        now = time.monotonic()
        if len(self._received_at) == FRAMES_PER_SECOND and now - self._received_at[0] < 1:
            raise CloseSocketError(CloseCode.TOO_FAST)
        self._received_at.append(now)


def _is_too_long(text: str) -> bool:
    return len(text) > MAX_FRAME_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_FRAME_BYTES
