"""What may stand in front of a PyTake, or in its place: one raw HTTP server, told what to do with each request."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import NamedTuple

import httpx

MIB = 1024 * 1024


class Asked(NamedTuple):
    """A request as it came."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


Do = Callable[[Asked], Awaitable[tuple[int, bytes]]]
"""Gives status and body of the answer."""


@asynccontextmanager
async def front(do: Do, *, cut_above: int | None = None) -> AsyncIterator[str]:
    """Serve; give the address. With `cut_above`, the connection is cut in the middle of a larger body."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            asked = await _read(reader, cut_above=cut_above)
            if asked is not None:
                status, body = await do(asked)
                head = f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
                writer.write(head.encode() + body)
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


async def _read(reader: asyncio.StreamReader, *, cut_above: int | None) -> Asked | None:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().splitlines()
    method, target, _ = head[0].split(" ")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
    size = int(headers.get("content-length", 0))
    if cut_above is not None and size > cut_above:
        await reader.readexactly(cut_above)
        return None
    return Asked(method, target, headers, await reader.readexactly(size))


@asynccontextmanager
async def silent() -> AsyncIterator[str]:
    """Take connections and say nothing; give the host and port."""

    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(hang, "127.0.0.1", 0)
    try:
        port = server.sockets[0].getsockname()[1]
        yield f"127.0.0.1:{port}"
    finally:
        server.close()


def same(asked: Asked) -> Asked:
    """Change nothing."""
    return asked


def passing_on(to: str, change: Callable[[Asked], Asked] = same) -> Do:
    """Be a proxy that may change requests."""

    async def do(asked: Asked) -> tuple[int, bytes]:
        asked = change(asked)
        kept = {name: value for name, value in asked.headers.items() if name not in {"host", "content-length"}}
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.request(asked.method, f"{to}{asked.target}", content=asked.body, headers=kept)
        return answer.status_code, answer.content

    return do


def rewriting(asked: Asked) -> Asked:
    """Read and write JSON again, as a filter does that thinks that equal is the same."""
    if not asked.body:
        return asked
    return asked._replace(body=json.dumps(json.loads(asked.body), ensure_ascii=False, separators=(",", ":")).encode())


def spacing(asked: Asked) -> Asked:
    """Rewrite so that no body survives, not even a plain one."""
    return asked._replace(body=json.dumps(json.loads(asked.body), indent=1).encode()) if asked.body else asked


def without_query(asked: Asked) -> Asked:
    """Drop what stands after the question mark."""
    return asked._replace(target=asked.target.partition("?")[0])


def limited(do: Do, *, to: int) -> Do:
    """Refuse larger bodies as nginx does."""

    async def refuse(asked: Asked) -> tuple[int, bytes]:
        return (413, b"<html>413 Request Entity Too Large</html>") if len(asked.body) > to else await do(asked)

    return refuse


async def another_program(_: Asked) -> tuple[int, bytes]:
    """Answer everything with a page."""
    return 200, b"<html><body>It works!</body></html>"


async def broken_gateway(_: Asked) -> tuple[int, bytes]:
    """Be a proxy with nothing behind it."""
    return 502, b"<html>502 Bad Gateway</html>"
