import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest
import uvicorn
from litestar.types import ASGIApp, Receive, Scope, Send

from simulator.app import create_app
from simulator.settings import Delivery, SimulatorSettings

NUMBER = "700111222333444"
WABA = "900100200300400"
ANA = "5511988887777"
AUTH = {"Authorization": "Bearer sim-access-token"}
PATIENCE = 8.0  # seconds; a busy two-core machine is slow, a right answer comes in milliseconds


class _QuietServer(uvicorn.Server):
    """A server that leaves the process's signals to pytest."""

    capture_signals = nullcontext


@asynccontextmanager
async def served(app: ASGIApp, sock: socket.socket) -> AsyncIterator[None]:
    config = uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1, access_log=False)
    server = _QuietServer(config)
    task = asyncio.create_task(server.serve(sockets=[sock]))
    while not server.started:  # noqa: ASYNC110 — uvicorn offers a flag only
        await asyncio.sleep(0.005)
    try:
        yield
    finally:
        server.should_exit = True
        await task
        sock.close()


def bound_socket() -> tuple[socket.socket, str]:
    # asyncio switches Nagle's delay off only for sockets that say they are TCP
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    sock.bind(("127.0.0.1", 0))
    return sock, f"http://127.0.0.1:{sock.getsockname()[1]}"


@dataclass
class Received:
    headers: dict[str, str]
    body: bytes

    @property
    def changes(self) -> list[dict[str, Any]]:
        return [change for entry in json.loads(self.body)["entry"] for change in entry["changes"]]


@dataclass
class Receiver:
    """A business's webhook: keeps what it gets, answers as told."""

    url: str = ""
    posts: list[Received] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    echo_challenge: bool = True
    on_message: Callable[[dict[str, Any]], None] | None = None

    def reset(self) -> None:
        self.posts, self.answers, self.echo_challenge, self.on_message = [], [], True, None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        body = b""
        more = True
        while more:
            part = await receive()
            body += part.get("body", b"")
            more = part.get("more_body", False)
        status, text = self._answer(scope, body)
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": text})

    def _answer(self, scope: Scope, body: bytes) -> tuple[int, bytes]:
        if scope["method"] == "GET":
            query = parse_qs(scope["query_string"].decode())
            return 200, query["hub.challenge"][0].encode() if self.echo_challenge else b"no"
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        received = Received(headers, body)
        self.posts.append(received)
        if self.on_message is not None:
            for change in received.changes:
                for message in change["value"].get("messages", []):
                    self.on_message(message)
        return (self.answers.pop(0) if self.answers else 200), b"ok"

    def statuses(self) -> list[dict[str, Any]]:
        return self._all("statuses")

    def messages(self) -> list[dict[str, Any]]:
        return self._all("messages")

    def changes(self, field: str) -> list[dict[str, Any]]:
        """Give the values of account changes of a field."""
        return [change["value"] for post in self.posts for change in post.changes if change["field"] == field]

    def _all(self, name: str) -> list[dict[str, Any]]:
        changes = [change for post in self.posts for change in post.changes]
        return [item for change in changes for item in change["value"].get(name, [])]


@dataclass
class Simulator:
    """Drives the simulator over HTTP."""

    url: str
    client: httpx.AsyncClient
    receiver: Receiver

    async def write(self, text: str = "oi", *, sender: str = ANA, **extra: object) -> str:
        body = {"from": sender, "name": "Ana", "message": {"type": "text", "text": {"body": text}}, **extra}
        answer = await self.client.post("/_sim/inbound", json=body)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def post(self, body: dict[str, Any], *, number: str = NUMBER) -> httpx.Response:
        body = {"messaging_product": "whatsapp", **body}
        return await self.client.post(f"/v23.0/{number}/messages", json=body, headers=AUTH)

    async def send(self, text: str = "olá", *, to: str = ANA, **extra: object) -> httpx.Response:
        return await self.post({"to": to, "type": "text", "text": {"body": text}, **extra})

    async def get(self, path: str, **parameters: str | int) -> Any:  # noqa: ANN401 — an answer's JSON
        answer = await self.client.get(path, params=parameters, headers=AUTH)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def faults(self, **patch: object) -> None:
        answer = await self.client.post("/_sim/faults", json=patch)
        assert answer.status_code == 200, answer.text

    async def ledger(self, **parameters: str | int) -> Any:  # noqa: ANN401 — an answer's JSON
        return await self.get("/_sim/ledger", **parameters)

    async def phone(self, contact: str = ANA) -> list[dict[str, Any]]:
        view = await self.get(f"/_sim/conversations/{contact}")
        return list(view["messages"])

    async def statuses_of(self, wamid: str, *, count: int) -> list[dict[str, Any]]:
        def found() -> list[dict[str, Any]]:
            return [status for status in self.receiver.statuses() if status["id"] == wamid]

        await eventually(lambda: len(found()) >= count)
        return found()


async def eventually(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 — conditions are of many kinds
            await asyncio.sleep(0.005)


@pytest.fixture(scope="session")
async def _running() -> AsyncIterator[Simulator]:
    receiver = Receiver()
    hook, hook_url = bound_socket()
    sock, url = bound_socket()
    receiver.url = f"{hook_url}/webhook"
    settings = SimulatorSettings(
        public_url=url,
        webhook_url=receiver.url,
        status_delays_ms=(5, 25, 45),
        delivery=Delivery(retry_first_ms=20, retry_cap_ms=100),
    )
    async with (
        served(receiver, hook),
        served(create_app(settings), sock),
        httpx.AsyncClient(base_url=url, timeout=PATIENCE, trust_env=False) as client,
    ):
        yield Simulator(url, client, receiver)


@pytest.fixture
async def sim(_running: Simulator) -> Simulator:
    await _running.client.post("/_sim/reset")
    _running.receiver.reset()
    return _running
