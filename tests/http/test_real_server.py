"""What only a real server shows: bodies that come in pieces, and connections that end early."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import uvicorn
from litestar import Litestar

from adapters.postgres.database import Database
from entrypoints.http.webhooks.whatsapp import MAX_WEBHOOK_BYTES
from tests.http.calls import WEBHOOK, sign

BODY = b'{"object":"whatsapp_business_account","entry":[]}'


@pytest.fixture
async def port(app: Litestar, platform_database: Database) -> AsyncIterator[int]:  # noqa: ARG001
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, lifespan="off", ws="none"))
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110  # uvicorn tells nobody
        await asyncio.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await serving


def head(*headers: str) -> bytes:
    signed = [f"{name}: {value}" for name, value in sign(BODY).items()]
    return "\r\n".join([f"POST {WEBHOOK} HTTP/1.1", "host: a.test", *signed, *headers, "", ""]).encode()


async def status_of(reader: asyncio.StreamReader) -> int:
    line = await asyncio.wait_for(reader.readline(), timeout=60)
    return int(line.split()[1])


async def test_a_body_in_pieces_is_whole(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head("transfer-encoding: chunked"))
    for byte in BODY:
        writer.write(b"1\r\n%c\r\n" % byte)
    writer.write(b"0\r\n\r\n")

    status = await status_of(reader)

    assert status == 200
    writer.close()


async def test_an_announced_oversized_body_is_refused_before_it_comes(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head(f"content-length: {MAX_WEBHOOK_BYTES + 1}"))

    status = await status_of(reader)

    assert status == 413
    writer.close()


async def test_an_endless_body_is_refused_at_the_limit(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head("transfer-encoding: chunked"))
    answer = asyncio.create_task(status_of(reader))
    sent = 0
    piece = bytes(64 * 1024)
    while not answer.done() and sent < 10 * MAX_WEBHOOK_BYTES:
        writer.write(b"10000\r\n" + piece + b"\r\n")
        sent += len(piece)
        try:
            await writer.drain()
        except ConnectionError:
            break

    assert await answer == 413
    assert sent < 10 * MAX_WEBHOOK_BYTES
    writer.close()


async def test_a_caller_who_leaves_breaks_nothing(port: int) -> None:
    _, leaving = await asyncio.open_connection("127.0.0.1", port)
    leaving.write(head("content-length: 1000") + b"half")
    await leaving.drain()
    leaving.close()

    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head(f"content-length: {len(BODY)}") + BODY)

    assert await status_of(reader) == 200
    writer.close()
