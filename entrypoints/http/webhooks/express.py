"""The short way of a delivery: straight from the server to the use case, past routing, guards and middleware.

Deliveries are the one address that is called thousands of times a second, and the framework costs three times what
keeping a body does (benchmarks/RESULTS.md). Only a delivery that is kept is answered here. Whatever goes wrong is
handed to the documented route, which raises it again, so that errors are told, logged and measured in one place.
"""

import re
import time
from uuid import UUID

from dishka import AsyncContainer
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send
from prometheus_client import Histogram

from application.whatsapp.receive_webhook import ReceiveWebhook, WebhookDelivery
from domain.shared.errors import MalformedError, TooLargeError
from domain.shared.ids import WhatsAppConfigId
from entrypoints.http.json_body import IDENTITY

MAX_WEBHOOK_BYTES = 3 * 1024 * 1024
"""Meta: payloads can be up to 3 MB (reference 1)."""
TROUBLE = "pytake_delivery_trouble"
"""Where the route finds, in the scope's state, what went wrong on the way."""

_ENCODING, _LENGTH = b"content-encoding", b"content-length"
_PROOFS = frozenset({b"x-hub-signature-256", b"x-pytake-secret"})
"""Meta's signature, and the secret that we have Evolution API send along."""
_KEPT = (
    {
        "type": "http.response.start",
        "status": 200,
        "headers": [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", b"0"),
            (b"cache-control", b"no-store"),
            (b"x-content-type-options", b"nosniff"),
        ],
    },
    {"type": "http.response.body", "body": b"", "more_body": False},
)
"""Always the same empty 200; what else we tell browsers means nothing to a machine that reads the status."""


class Express:
    """Stands before the application, and lets everything but deliveries pass."""

    def __init__(self, app: ASGIApp, *, container: AsyncContainer, address: str, durations: Histogram) -> None:
        self._app, self._container = app, container
        self._shared = address
        self._own = re.compile(
            re.escape(address) + r"/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/([^/]{1,200}))?"
        )
        self._measure_shared = durations.labels("POST", address, 200)
        self._measure_own = durations.labels("POST", f"{address}/{{config_id:uuid}}", 200)
        self._measure_secret = durations.labels("POST", f"{address}/{{config_id:uuid}}/{{secret:str}}", 200)
        self._use_case: ReceiveWebhook | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Keep a delivery and answer it; pass anything else on."""
        if scope["type"] != ScopeType.HTTP or scope["method"] != "POST":
            return await self._app(scope, receive, send)
        own = self._own.fullmatch(scope["path"])
        if own is None and scope["path"] != self._shared:
            return await self._app(scope, receive, send)
        started = time.perf_counter()
        signature, length = _read_head(scope)
        if length is None:
            return await self._app(scope, receive, send)
        try:
            body = await _read(receive, announced=length)
            config_id = WhatsAppConfigId(UUID(own[1])) if own else None
            use_case = self._use_case or await self._get_use_case()
            secret = own[2] if own else None
            delivery = WebhookDelivery(body=body, signature=signature, config_id=config_id, path_secret=secret)
            await use_case(delivery)
        except Exception as error:  # noqa: BLE001 - the route raises it again
            scope["state"][TROUBLE] = error
            return await self._app(scope, receive, send)
        for message in _KEPT:
            await send(message)  # type: ignore[arg-type]  # the two messages of an answer
        measure = self._measure_shared if own is None else self._measure_secret if own[2] else self._measure_own
        measure.observe(time.perf_counter() - started)
        return None

    async def _get_use_case(self) -> ReceiveWebhook:
        self._use_case = await self._container.get(ReceiveWebhook)
        return self._use_case


def _read_head(scope: HTTPScope) -> tuple[str | None, int | None]:
    """Give the signature and the announced length (0 where there is none); no length for what is not plain."""
    signature, length = None, 0
    for name, value in scope["headers"]:
        if name in _PROOFS:
            signature = value.decode("latin-1")
        elif name == _LENGTH:
            length = int(value) if value.isdigit() else 0
        elif name == _ENCODING and value.decode("latin-1").strip().lower() != IDENTITY:
            return None, None
    return signature, length


async def _read(receive: Receive, *, announced: int) -> bytes:
    """Read the body up to the limit. Raises TooLargeError, and MalformedError when the caller leaves."""
    if announced > MAX_WEBHOOK_BYTES:
        raise TooLargeError("The delivery is larger than any of Meta's.")
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise MalformedError("The body never came.")
        parts.append(message["body"])
        size += len(message["body"])
        if size > MAX_WEBHOOK_BYTES:
            raise TooLargeError("The delivery is larger than any of Meta's.")
        if not message["more_body"]:
            return b"".join(parts)
