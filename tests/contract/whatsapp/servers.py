"""Servers on real ports in this process: any ASGI application, our callback, and one that answers with any bytes."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext, suppress
from typing import Any
from urllib.parse import parse_qs

import httpx
import msgspec
import uvicorn

START_SECONDS = 10.0

AsgiApp = Callable[..., Awaitable[None]]


class QuietServer(uvicorn.Server):
    """uvicorn without the process's signal handlers, which belong to pytest."""

    def capture_signals(self) -> Any:  # noqa: ANN401 - uvicorn's own type is a private one
        return nullcontext()


@asynccontextmanager
async def serving(app: AsgiApp) -> AsyncIterator[str]:
    listener = socket.socket(proto=socket.IPPROTO_TCP)  # or asyncio leaves TCP_NODELAY off, and answers take 40 ms
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_level="error", ws="none", timeout_graceful_shutdown=1)
    server = QuietServer(config)
    running = asyncio.create_task(server.serve(sockets=[listener]))
    async with asyncio.timeout(START_SECONDS):
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event to wait for
            await asyncio.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await running
        listener.close()


class CallbackServer:
    """Our side of the webhooks: answers the challenge, keeps each POST."""

    def __init__(self) -> None:
        self.received: asyncio.Queue[tuple[str | None, bytes]] = asyncio.Queue()
        self.url = ""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI
        if scope["type"] != "http":
            return
        body = b""
        while (event := await receive())["type"] == "http.request":
            body += event.get("body", b"")
            if not event.get("more_body"):
                break
        query = parse_qs(scope["query_string"].decode())
        answer = query.get("hub.challenge", [""])[0].encode()
        if scope["method"] == "POST":
            header = dict(scope["headers"]).get(b"x-hub-signature-256")
            self.received.put_nowait((header.decode() if header else None, body))
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
        await send({"type": "http.response.body", "body": answer})


class Simulator:
    """The simulator's control side."""

    def __init__(self, url: str, http: httpx.AsyncClient) -> None:
        self.url = url
        self._http = http

    async def strike(self, kind: str, **fields: object) -> None:
        """Have the next send fail so."""
        await self.post("/_sim/faults", {"next": [{"kind": kind, **fields}]})

    async def post(self, path: str, body: object) -> None:
        answer = await self._http.post(f"{self.url}{path}", json=body)
        answer.raise_for_status()

    async def sends(self) -> list[dict[str, Any]]:
        answer = await self._http.get(f"{self.url}/_sim/ledger", params={"section": "sends"})
        return msgspec.json.decode(answer.content)["sends"]

    async def reads(self) -> list[dict[str, Any]]:
        answer = await self._http.get(f"{self.url}/_sim/ledger", params={"section": "reads"})
        return msgspec.json.decode(answer.content)["reads"]

    async def customer_says(self, words: str) -> str:
        """Have a customer write; give the message's name."""
        message = {"from": "5511988887777", "message": {"type": "text", "text": {"body": words}}}
        answer = await self._http.post(f"{self.url}/_sim/inbound", json=message)
        answer.raise_for_status()
        return msgspec.json.decode(answer.content)["id"]


@asynccontextmanager
async def answering(*pieces: bytes, pause: float = 0.0, hang: bool = False) -> AsyncIterator[str]:
    """Serve these bytes to every request, whatever it asks, then close the connection."""
    release = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(pause)
            if hang:
                await release.wait()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        release.set()
        server.close()
        await server.wait_closed()
