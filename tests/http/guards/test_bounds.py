"""What a request may be and how long it may take."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import httpx
import pytest
import uvicorn
import websockets
from litestar import Litestar, WebSocket, websocket
from structlog.testing import capture_logs

from application.flows.create_flow import CreateFlowHandler
from application.identity.get_me import GetMe
from application.ports.unit_of_work import UnitOfWork
from domain.shared.ids import TenantId
from entrypoints.http.guards import patient_protocol
from entrypoints.http.guards.head import MAX_HEAD_BYTES, MAX_HEADERS, MAX_USER_AGENT
from entrypoints.http.guards.patient_protocol import MAX_UNFINISHED_HEAD, PatientProtocol
from tests.contract.repositories.stored import a_flow
from tests.http.calls import FLOW, WEBHOOK, error_of
from tests.http.guards.conftest import AppOf, ClientOf, Company

ME, FLOWS, VERSION = "/api/v1/auth/me", "/api/v1/flows", "/api/v1/version"


class TestHead:
    @pytest.mark.parametrize(
        "headers",
        [
            [("x-padding", "x" * MAX_HEAD_BYTES)],
            [(f"x-{number}", "1") for number in range(MAX_HEADERS)],
            [("cookie", "a=b; " * 8_000)],
        ],
        ids=["long", "many", "cookies"],
    )
    async def test_one_that_is_too_large_is_431(self, http: httpx.AsyncClient, headers: list[tuple[str, str]]) -> None:
        answer = await http.get(VERSION, headers=headers)

        assert (answer.status_code, error_of(answer).code) == (431, "HEAD_TOO_LARGE")
        assert answer.headers["connection"] == "close"

    async def test_an_address_that_is_too_long_too(self, http: httpx.AsyncClient) -> None:
        assert (await http.get(f"{VERSION}?q={'x' * MAX_HEAD_BYTES}")).status_code == 431

    async def test_a_browsers_is_not(self, http: httpx.AsyncClient) -> None:
        headers = {"cookie": "a=" + "b" * 4_000, "authorization": "Bearer " + "x" * 4_000, "user-agent": "x" * 500}

        assert (await http.get(VERSION, headers=headers)).status_code == 200


class TestOrigin:
    async def test_a_use_case_learns_where_a_request_comes_from(
        self, app_of: AppOf, client_of: ClientOf, company: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen: list[Any] = []

        async def look(_: object, actor: Any) -> None:  # noqa: ANN401
            seen.append(actor.origin)
            raise ValueError

        monkeypatch.setattr(GetMe, "__call__", look)
        agent = "Mozilla/5.0 \x01é" + "x" * 300
        client = client_of(
            app_of(trusted_proxies=("10.0.0.0/8",)), peer="10.0.0.1", authorization=await company.someone()
        )

        await client.get(
            ME,
            headers=[
                ("x-forwarded-for", "1.1.1.1, 203.0.113.9"),
                ("user-agent", agent.encode("latin-1")),  # type: ignore[list-item]  # httpx takes bytes
                ("x-request-id", "trace-1"),
            ],
        )

        [origin] = seen
        assert (origin.ip, origin.request_id) == ("203.0.113.9", "trace-1")
        assert origin.user_agent == ("Mozilla/5.0 é" + "x" * 300)[:MAX_USER_AGENT]


class TestDeadline:
    async def test_what_takes_too_long_is_503(
        self, app_of: AppOf, client_of: ClientOf, company: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def dawdle(*_: object) -> None:
            await asyncio.sleep(5)

        monkeypatch.setattr(GetMe, "__call__", dawdle)
        client = client_of(app_of(request_seconds=0.2), authorization=await company.someone())

        with capture_logs() as logs:
            answer = await client.get(ME)

        assert (answer.status_code, error_of(answer).code) == (503, "REQUEST_TIMEOUT")
        assert int(answer.headers["retry-after"]) > 0
        assert [line["event"] for line in logs] == ["request"]

    async def test_nothing_of_it_is_kept(
        self, app_of: AppOf, client_of: ClientOf, company: Company, uow_of_app: UnitOfWork,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        flow = a_flow()

        async def half_done(*_: object) -> None:
            async with uow_of_app(TenantId(company.tenant_id)) as tx:
                await tx.flows.add(flow)
                await asyncio.sleep(5)

        monkeypatch.setattr(CreateFlowHandler, "__call__", half_done)
        client = client_of(app_of(request_seconds=0.4), authorization=await company.someone())

        answer = await client.post(FLOWS, json={"document": FLOW})

        assert answer.status_code == 503
        assert (await client.get(f"{FLOWS}/{flow.id}")).status_code == 404

    async def test_an_error_of_its_own_that_is_about_time_is_none_of_this(
        self, app_of: AppOf, client_of: ClientOf, company: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def fail(*_: object) -> None:
            raise TimeoutError

        monkeypatch.setattr(GetMe, "__call__", fail)

        answer = await client_of(app_of(), authorization=await company.someone()).get(ME)

        assert error_of(answer).code == "INTERNAL_ERROR"

    async def test_a_body_that_does_not_come_is_408(self, app_of: AppOf, client_of: ClientOf, company: Company) -> None:
        async def trickle() -> AsyncIterator[bytes]:
            yield b"{"
            await asyncio.sleep(5)
            yield b"}"

        client = client_of(app_of(request_seconds=0.3), authorization=await company.someone())

        answer = await client.post(FLOWS, content=trickle(), headers={"content-type": "application/json"})

        assert (answer.status_code, error_of(answer).code) == (408, "BODY_TOO_SLOW")
        assert answer.headers["connection"] == "close"


class TestWire:
    @pytest.fixture
    async def port(self, app: Litestar, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
        monkeypatch.setattr(patient_protocol, "HEAD_SECONDS", 0.4)
        monkeypatch.setattr(patient_protocol, "BODY_SECONDS", 0.6)
        config = uvicorn.Config(app, port=0, http=PatientProtocol, log_config=None, lifespan="off", ws="none")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110  # uvicorn tells nobody
            await asyncio.sleep(0.01)
        yield server.servers[0].sockets[0].getsockname()[1]
        server.should_exit = True
        await serving

    async def test_a_whole_request_is_answered_and_the_next_one_too(self, port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(3):
            writer.write(f"GET {VERSION} HTTP/1.1\r\nhost: a.test\r\n\r\n".encode())
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), timeout=60)
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            assert head.startswith(b"HTTP/1.1 200")
            await asyncio.sleep(0.5)
        writer.close()

    @pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nhost: a"])
    async def test_who_does_not_say_what_they_want_is_left(self, port: int, said: bytes) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(said)

        assert await asyncio.wait_for(reader.read(), timeout=60) == b""
        writer.close()

    async def test_who_says_it_letter_by_letter_too(self, port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        reading = asyncio.create_task(reader.read())
        for letter in b"GET / HTTP/1.1\r\nx-slow: " + b"x" * 200:
            if reading.done():
                break
            writer.write(bytes([letter]))
            await asyncio.sleep(0.02)

        assert await rest(reading) == b""
        writer.close()

    @pytest.mark.parametrize("path", [WEBHOOK, "/api/v1/auth/login"])
    async def test_who_does_not_send_the_body_is_left(self, port: int, path: str) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        reading = asyncio.create_task(reader.read())
        writer.write(f"POST {path} HTTP/1.1\r\nhost: a.test\r\ncontent-length: 100\r\n\r\n".encode())
        began = time.monotonic()
        while not reading.done() and time.monotonic() < began + 60:
            writer.write(b"x")
            await asyncio.sleep(0.1)

        assert await rest(reading) == b""
        writer.close()

    async def test_a_body_in_pieces_comes_and_the_connection_stays(self, port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(2):
            writer.write(b"POST /nothing HTTP/1.1\r\nhost: a.test\r\ncontent-length: 4\r\n\r\nab")
            await asyncio.sleep(0.1)
            writer.write(b"cd")
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), timeout=60)
            await reader.readexactly(int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0]))
            assert head.startswith(b"HTTP/1.1 404")
            await asyncio.sleep(0.8)
        writer.close()

    async def test_a_socket_outlives_both(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(patient_protocol, "HEAD_SECONDS", 0.2)
        monkeypatch.setattr(patient_protocol, "BODY_SECONDS", 0.2)

        @websocket("/echo")
        async def tick(socket: WebSocket[Any, Any, Any]) -> None:
            await socket.accept()
            await asyncio.sleep(1)
            await socket.send_text("still here")
            await socket.close()

        app = Litestar([tick], openapi_config=None)
        config = uvicorn.Config(
            app, port=0, http=PatientProtocol, ws="websockets-sansio", log_config=None, lifespan="off"
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110  # uvicorn tells nobody
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]

        async with websockets.connect(f"ws://127.0.0.1:{port}/echo") as socket:
            heard = await asyncio.wait_for(socket.recv(), timeout=60)

        assert heard == "still here"
        server.should_exit = True
        await serving

    async def test_a_head_without_end_is_431(self, port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        reading = asyncio.create_task(reader.read())
        writer.write(b"GET / HTTP/1.1\r\nx-endless: ")
        sent = 0
        with suppress(ConnectionError):
            while not reading.done() and sent < 10 * MAX_UNFINISHED_HEAD:
                writer.write(b"x" * 1024)
                sent += 1024
                await writer.drain()
                await asyncio.sleep(0.001)

        assert (await rest(reading))[:12] in {b"HTTP/1.1 431", b""}
        assert sent < 10 * MAX_UNFINISHED_HEAD
        writer.close()


async def rest(reading: asyncio.Task[bytes]) -> bytes:
    """Give what came before the end; nothing where the connection was cut while we were still talking."""
    try:
        return await asyncio.wait_for(reading, timeout=60)
    except ConnectionError:
        return b""
