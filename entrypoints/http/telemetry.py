"""Around every request: its id, the security headers, one log line, one measurement."""

import time

import structlog
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send
from prometheus_client import Histogram
from structlog.contextvars import bound_contextvars

from entrypoints.http.access import opt_in
from entrypoints.http.answer_headers import added_headers
from entrypoints.http.request_id import accept_request_id

_log = structlog.get_logger("pytake.http")

DURATIONS = Histogram(
    "pytake_http_request_seconds",
    "Time from a request's first byte to its answer's last, by route template.",
    ("method", "route", "status"),
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)

QUIET = {"quiet": True}
"""For a route's `opt`: a success is measured and not logged, because it comes thousands of times a second or says
nothing."""

NO_ROUTE = "unmatched"
"""Addresses that are not ours share one label: a scanner must not fill the metrics."""
METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
"""The same for methods that somebody made up."""

FIRST_ERROR = 400

API_POLICY = b"default-src 'none'; frame-ancestors 'none'"
SECURITY_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-permitted-cross-domain-policies", b"none"),
    (b"permissions-policy", b"camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (b"vary", b"origin"),
)
TLS_HEADERS = ((b"strict-transport-security", b"max-age=31536000; includeSubDomains"),)
"""Where callers reach us by https: a browser never tries anything else for a year."""
DEFAULT_HEADERS = ((b"content-security-policy", API_POLICY), (b"cache-control", b"no-store"))
"""For answers that do not say otherwise themselves."""


class Telemetry:
    """Wraps the whole application, its router's own errors too; it sees no query, no body and no header but the id."""

    def __init__(self, app: ASGIApp, *, is_behind_tls: bool = False) -> None:
        self._app = app
        self._always = SECURITY_HEADERS + (TLS_HEADERS if is_behind_tls else ())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        request_id = accept_request_id(scope)
        started = time.perf_counter()
        status = 500

        async def send_on(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [
                    *_with_defaults(list(message["headers"])),
                    *self._always,
                    *added_headers(scope),
                    (b"x-request-id", request_id.encode()),
                ]
            await send(message)

        try:
            with bound_contextvars(request_id=request_id):
                await self._app(scope, receive, send_on)
        finally:
            _note(scope, status=status, seconds=time.perf_counter() - started, request_id=request_id)


def _with_defaults(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    named = {name.lower() for name, _ in headers}
    return [*headers, *(header for header in DEFAULT_HEADERS if header[0] not in named)]


def _note(scope: HTTPScope, *, status: int, seconds: float, request_id: str) -> None:
    route = str(scope.get("path_template", NO_ROUTE))
    method = scope["method"] if scope["method"] in METHODS else "OTHER"
    DURATIONS.labels(method, route, status).observe(seconds)
    if status < FIRST_ERROR and opt_in(scope).get("quiet"):
        return
    _log.info(
        "request",
        method=method,
        route=route,
        status=status,
        duration_ms=round(seconds * 1000, 1),
        request_id=request_id,
        tenant_id=scope["state"].get("tenant_id"),
    )
