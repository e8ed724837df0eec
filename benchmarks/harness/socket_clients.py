"""Ten thousand clients in one process: bare protocols that count text frames; a whole library each would not fit."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

import msgspec

AT_ONCE = 100
"""Handshakes in hand together."""
PATIENCE = 120.0
_UPGRADE = (
    "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
_TEXT, _CLOSE, _PING, _PONG = 1, 8, 9, 10
_HEAD, _LONG = 2, 126
"""Bytes of the shortest head, and the size from which on it is written in more of them."""
_SENT = b'"sent":'


class _Head(msgspec.Struct, frozen=True):
    type: str
    id: int | None = None


class Crowd:
    """What all clients together heard: how many, and how long each was on its way."""

    def __init__(self) -> None:
        self.latencies: list[float] = []
        self.heard = 0
        self.last_at = 0.0

    def hear(self, text: bytes) -> bool:
        """Take a frame; False for one that is no event of the load."""
        at = text.find(_SENT)
        if at < 0:
            return False
        now = time.monotonic()
        self.latencies.append(now - float(text[at + len(_SENT) :].split(b",", 1)[0].split(b"}", 1)[0]))
        self.heard, self.last_at = self.heard + 1, now
        return True

    def begin(self) -> None:
        """Forget what was heard."""
        self.latencies, self.heard, self.last_at = [], 0, 0.0


class SocketClient(asyncio.Protocol):
    """One socket. Frames of the load are counted; `pongs` are the program's own, which say that all was done."""

    def __init__(self, crowd: Crowd, path: str) -> None:
        self.numbers: list[int] = []
        self.keeps_numbers = False
        self._crowd, self._path = crowd, path
        self._buffer = bytearray()
        self._is_open = False
        self._transport: asyncio.Transport
        loop = asyncio.get_running_loop()
        self.opened: asyncio.Future[None] = loop.create_future()
        self.settled: asyncio.Future[None] = loop.create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        self._transport = transport  # type: ignore[assignment]  # of a stream
        self._transport.write(_UPGRADE.format(path=self._path).encode())

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's
        """Fail whoever waits."""
        for waiting in (self.opened, self.settled):
            if not waiting.done():
                waiting.set_exception(ConnectionError("closed"))
                waiting.exception()

    def data_received(self, data: bytes) -> None:
        """Take what came, frame by frame."""
        self._buffer += data
        if not self._is_open:
            head, found, rest = self._buffer.partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head[:20]:
                self._transport.abort()
                return
            self._is_open, self._buffer = True, rest
            self.opened.set_result(None)
        while (frame := self._take()) is not None:
            self._hear(*frame)

    def say(self, text: str) -> None:
        """Send a text frame, masked with zeros."""
        self._send(_TEXT, text.encode())

    def hear_own(self, payload: bytes) -> None:
        """Take a frame of the program's own."""
        if self.settled.done():
            return
        frame = msgspec.json.decode(payload, type=_Head)
        if frame.type == "pong":
            self.settled.set_result(None)
        else:
            self.settled.set_exception(ConnectionError(frame.type))

    def kill(self) -> None:
        """Vanish."""
        self._transport.abort()

    def _send(self, kind: int, payload: bytes) -> None:
        size = len(payload)
        is_short = size < _LONG
        head = bytes([0x80 | kind, 0x80 | size]) if is_short else bytes([0x80 | kind, 0x80 | _LONG]) + size.to_bytes(2)
        self._transport.write(head + bytes(4) + payload)

    def _take(self) -> tuple[int, bytes] | None:
        buffer = self._buffer
        if len(buffer) < _HEAD:
            return None
        size, start = buffer[1] & 0x7F, _HEAD
        if size >= _LONG:
            start = 4 if size == _LONG else 10
            if len(buffer) < start:
                return None
            size = int.from_bytes(buffer[2:start])
        if len(buffer) < start + size:
            return None
        frame = buffer[0] & 0x0F, bytes(buffer[start : start + size])
        del buffer[: start + size]
        return frame

    def _hear(self, kind: int, payload: bytes) -> None:
        if kind == _PING:
            self._send(_PONG, payload)
        elif kind == _TEXT and self._crowd.hear(payload):
            if self.keeps_numbers:
                self.numbers.append(msgspec.json.decode(payload, type=_Head).id or 0)
        elif kind == _TEXT:
            self.hear_own(payload)
        elif kind == _CLOSE:
            self._transport.abort()


class SocketIoClient(SocketClient):
    """One that speaks socket.io: what it is told first are the handshakes of its two layers, and then their pings."""

    def hear_own(self, payload: bytes) -> None:
        """Answer."""
        if payload.startswith(b"40"):
            self.settled.set_result(None)
        elif payload.startswith(b"0"):
            self.say("40")
        elif payload == b"2":
            self.say("3")


async def connect_all(
    crowd: Crowd,
    port: int,
    paths: Sequence[str],
    greet: Callable[[SocketClient, int], Awaitable[None]],
    *,
    kind: type[SocketClient] = SocketClient,
) -> list[SocketClient]:
    """Open a socket a path and greet on each; whoever is refused comes again."""
    turns = asyncio.Semaphore(AT_ONCE)

    async def connect(number: int) -> SocketClient:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                async with turns:
                    client = await _open(kind(crowd, paths[number]), port)
                    async with asyncio.timeout(PATIENCE):
                        await greet(client, number)
                    return client
            except OSError:
                if time.monotonic() > until:
                    raise
            await asyncio.sleep(0.2 + number % 10 / 10)

    return list(await asyncio.gather(*(connect(number) for number in range(len(paths)))))


async def _open(client: SocketClient, port: int) -> SocketClient:
    await asyncio.get_running_loop().create_connection(lambda: client, "127.0.0.1", port)
    async with asyncio.timeout(PATIENCE):
        await client.opened
    return client
