"""A network whose every connection ends in one sinkhole, which notes where it was meant to go."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

import httpcore
import httpx

from adapters.fetching.clients import new_client

TLS = b"\x16"
"""The first byte of a handshake; the sinkhole knows no TLS and hangs up."""
Answer = Callable[[bytes], Awaitable[bytes]]
"""Given a request's bytes, what is sent back before the connection is closed."""


class Wire(httpcore.AsyncNetworkBackend):
    """Leads each connection to the sinkhole."""

    def __init__(self, port: int) -> None:
        self._port, self._real = port, httpcore.AnyIOBackend()
        self.connected: list[tuple[str, int]] = []

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # httpcore's own signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        self.connected.append((host, port))
        return await self._real.connect_tcp("127.0.0.1", self._port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        await self._real.sleep(seconds)


class Sinkhole:
    """What was asked, in whole, and over which connections."""

    def __init__(self, wire: Wire, client: httpx.AsyncClient, asked: list[bytes]) -> None:
        self.wire, self.client, self.asked = wire, client, asked


@asynccontextmanager
async def sinkhole(*answers: bytes | Answer) -> AsyncIterator[Sinkhole]:
    """Answer one request after the other; the last one for ever."""
    asked: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readexactly(1)
            if head == TLS:
                return
            head += await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: *([0-9]+)", head)
            asked.append(head + await reader.readexactly(int(length[1]) if length else 0))
            answer = answers[min(len(asked), len(answers)) - 1]
            writer.write(answer if isinstance(answer, bytes) else await answer(asked[-1]))
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    wire = Wire(server.sockets[0].getsockname()[1])
    client = new_client(timeout=httpx.Timeout(None), connections=8)
    transport = httpx.AsyncHTTPTransport(verify=False)  # its pool is another
    transport._pool = httpcore.AsyncConnectionPool(network_backend=wire)  # httpx has no other door
    client._transport = transport  # likewise
    async with client, server:
        yield Sinkhole(wire, client, asked)


def said(status: str = "200 OK", body: bytes = b"", **headers: str) -> bytes:
    """Write an answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
