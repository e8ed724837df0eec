"""A POST with an Idempotency-Key is done once: twins wait for the first, and all get the same answer."""

import asyncio
import hashlib
import re

import structlog
from litestar.types import (
    ASGIApp,
    HTTPReceiveMessage,
    HTTPRequestEvent,
    HTTPScope,
    Message,
    Receive,
    Send,
    WebSocketReceiveMessage,
)

from application.ports.idempotency import Attempt, Begun, Idempotency, KeptAnswer, Running
from domain.shared.errors import ErrorDetail, MalformedError, UnavailableError
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from entrypoints.http.answer_headers import add_headers
from entrypoints.http.guards.authentication import Caller
from entrypoints.http.guards.errors import IdempotencyInProgressError
from entrypoints.http.guards.head import origin_in

MAX_WAIT_SECONDS = 10.0
"""How long a twin waits for the first, before it is told to come again."""
FIRST_LOOK_SECONDS, LAST_LOOK_SECONDS = 0.02, 0.5
"""Between two looks whether the first is done: most are within milliseconds."""
LEASE_GRACE_SECONDS = 30.0
"""Beyond the request's deadline, after which nobody works on it any more: a process that died frees its keys so."""
SERVER_FAILED, TOO_MANY = 500, 429

_KEY = re.compile(r"[\x20-\x7e]{1,255}")
_log = structlog.get_logger("pytake.http")


def require_good_key(key: str) -> str:
    """Raise MalformedError for a key that is none."""
    if not _KEY.fullmatch(key) or not key.strip():
        wrong = ErrorDetail(field="Idempotency-Key", message="1 to 255 printable ASCII characters")
        raise MalformedError("The Idempotency-Key is malformed.", details=(wrong,))
    return key


class Once:
    """Does requests with a key once."""

    def __init__(self, idempotency: Idempotency, *, max_body_bytes: int) -> None:
        self._idempotency, self._max = idempotency, max_body_bytes

    async def __call__(
        self, app: ASGIApp, scope: HTTPScope, receive: Receive, send: Send, *, key: str, caller: Caller | None,
        seconds: float,
    ) -> None:  # fmt: skip
        """Do it, or answer as the first time. Raises MalformedError, KeyReusedError, IdempotencyInProgressError."""
        require_good_key(key)
        body = await _Body.read(receive, most=self._max)
        if body.is_cut:
            await app(scope, body.receive, send)  # it is refused as too large, and nothing is done
            return
        attempt = _attempt(scope, body.whole, key=key, caller=caller)
        begun = await self._begin(attempt, lease_seconds=seconds + LEASE_GRACE_SECONDS)
        if isinstance(begun, KeptAnswer):
            add_headers(scope, ("idempotent-replayed", "true"))
            await _send(begun, send)
            return
        taken = _Answer()
        await app(scope, body.receive, taken.take)
        answer = taken.whole()
        await self._end(attempt, begun, answer)
        await _send(answer, send)

    async def _begin(self, attempt: Attempt, *, lease_seconds: float) -> Begun | KeptAnswer:
        pause, waited = FIRST_LOOK_SECONDS, 0.0
        while True:
            state = await self._idempotency.begin(attempt, lease_seconds=lease_seconds)
            if not isinstance(state, Running):
                return state
            if waited >= MAX_WAIT_SECONDS:
                raise IdempotencyInProgressError("The same request is being done.")
            await asyncio.sleep(pause)
            waited, pause = waited + pause, min(pause * 2, LAST_LOOK_SECONDS)

    async def _end(self, attempt: Attempt, begun: Begun, answer: KeptAnswer) -> None:
        """Keep what was answered; after a failure, which may pass, let it be tried again."""
        try:
            if answer.status >= SERVER_FAILED or answer.status == TOO_MANY:
                await self._idempotency.give_up(attempt, begun)
            else:
                await self._idempotency.finish(attempt, begun, answer)
        except UnavailableError as error:
            _log.warning("idempotent_answer_lost", error=type(error).__name__)


def _attempt(scope: HTTPScope, body: bytes, *, key: str, caller: Caller | None) -> Attempt:
    asked = b"\0".join((scope["method"].encode(), scope["path"].encode(), scope["query_string"], body))
    tenant_id, who = _owner(scope, caller)
    return Attempt(
        tenant_id=tenant_id,
        scope=f"{who} {scope['method']} {scope['path_template']}",
        key=key,
        fingerprint=hashlib.sha256(asked).digest(),
    )


def _owner(scope: HTTPScope, caller: Caller | None) -> tuple[TenantId, str]:
    """Name whose key it is; a stranger's is the address's, so that two strangers' keys do not meet."""
    if caller is None:
        ip = origin_in(scope).ip or ""
        return PLATFORM, f"ip:{hashlib.blake2b(ip.encode(), digest_size=12).hexdigest()}"
    actor = caller.actor
    who = f"user:{actor.user_id}" if actor.api_key_id is None else f"key:{actor.api_key_id}"
    return actor.tenant_id, who


async def _send(answer: KeptAnswer, send: Send) -> None:
    await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
    await send({"type": "http.response.body", "body": answer.body, "more_body": False})


class _Body:
    """A body that was read ahead, and can be read again by the handler."""

    def __init__(self, messages: list[HTTPRequestEvent], *, is_cut: bool, rest: Receive) -> None:
        self._messages, self.is_cut, self._rest = messages, is_cut, rest
        self.whole = b"".join(message["body"] for message in messages)

    @classmethod
    async def read(cls, receive: Receive, *, most: int) -> "_Body":
        """Read to the end, or beyond `most` bytes no further. Raises MalformedError when the caller leaves."""
        messages: list[HTTPRequestEvent] = []
        size = 0
        while size <= most:
            message = await receive()
            if message["type"] != "http.request":
                raise MalformedError("The body never came.")
            messages.append(message)
            size += len(message["body"])
            if not message["more_body"]:
                return cls(messages, is_cut=size > most, rest=receive)
        return cls(messages, is_cut=True, rest=receive)

    async def receive(self) -> HTTPReceiveMessage | WebSocketReceiveMessage:
        """Give the pieces again, then whatever comes after."""
        return self._messages.pop(0) if self._messages else await self._rest()


class _Answer:
    """An answer that is held back until it is kept: whoever saw it can rely on seeing it again."""

    def __init__(self) -> None:
        self._status = SERVER_FAILED
        self._headers: list[tuple[bytes, bytes]] = []
        self._body: list[bytes] = []

    async def take(self, message: Message) -> None:
        """Take a part."""
        if message["type"] == "http.response.start":
            self._status, self._headers = message["status"], list(message["headers"])
        elif message["type"] == "http.response.body":
            self._body.append(message["body"])

    def whole(self) -> KeptAnswer:
        """Put the parts together."""
        return KeptAnswer(status=self._status, headers=self._headers, body=b"".join(self._body))
