"""The limit: ASGI without a framework, one HMAC, one row a body, one commit for all bodies in flight. Nothing else.

It knows no tenants, routes, metrics, lanes, bounds or failures; no real receiver can be faster on this driver.
"""

import asyncio
import hashlib
import hmac
import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from uuid import UUID

import asyncpg
from uuid_utils import uuid7

SECRET = os.environ["WHATSAPP_APP_SECRETS"].encode()
SIGNATURE = b"x-hub-signature-256"
INSERT = """
INSERT INTO bare_journal (id, lane_key, body, received_at)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::timestamptz[])
"""
LANE = "00000000-0000-0000-0000-000000000001"

Row = tuple[UUID, str, bytes, datetime]
Scope = dict[str, object]
Receive = Callable[[], Awaitable[dict[str, object]]]
Send = Callable[[dict[str, object]], Awaitable[None]]


class Journal:
    """Everybody who arrives while a batch is being written waits for the next one."""

    def __init__(self) -> None:
        self._connection: asyncpg.Connection
        self._waiting: list[tuple[Row, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Connect."""
        self._connection = await asyncpg.connect(os.environ["DATABASE_URL"])

    async def append(self, row: Row) -> None:
        """Return when the row is committed."""
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((row, done))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        await done

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            await self._connection.execute(INSERT, *map(list, zip(*(row for row, _ in batch), strict=True)))
            for _, done in batch:
                done.set_result(None)


_journal = Journal()


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Verify, store, answer."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
        return
    body = await _body(receive)
    claimed = dict(scope["headers"]).get(SIGNATURE, b"").decode()  # type: ignore[call-overload]  # ASGI's pairs
    digest = "sha256=" + hmac.new(SECRET, body, hashlib.sha256).hexdigest()
    status = 401
    if hmac.compare_digest(claimed, digest):
        await _journal.append((UUID(bytes=uuid7().bytes), LANE, body, datetime.now(UTC)))
        status = 200
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


async def _body(receive: Receive) -> bytes:
    parts = b""
    while True:
        message = await receive()
        parts += message.get("body", b"")  # type: ignore[operator]  # ASGI's bytes
        if not message.get("more_body"):
            return parts


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await _journal.open()
            await send({"type": "lifespan.startup.complete"})
        else:
            await send({"type": "lifespan.shutdown.complete"})
            return
