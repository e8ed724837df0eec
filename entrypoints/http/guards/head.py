"""A request's head, read once: what the gate needs of it, and whether it is too large to be read at all."""

from typing import NamedTuple

from litestar.types import HTTPScope

from application.shared.actor import Origin
from domain.shared.errors import ErrorDetail, MalformedError
from entrypoints.http.guards.client_address import Networks, client_address
from entrypoints.http.guards.errors import HeadTooLargeError
from entrypoints.http.request_id import request_id_of

MAX_HEAD_BYTES = 32 * 1024
"""Address and headers: a browser's have 2 KB, a large token 2 more. nginx and others stop at 8 to 32."""
MAX_HEADERS = 100
"""A browser behind three proxies sends some 30."""
MAX_USER_AGENT = 200
"""Enough to tell one device from another; browsers send some 120 characters."""

_ORIGIN = "pytake_origin"
_ONCE = {b"authorization": "Authorization", b"x-api-key": "X-API-Key", b"idempotency-key": "Idempotency-Key"}


class Head(NamedTuple):
    """What the gate reads."""

    authorization: str | None
    api_key: str | None
    idempotency_key: str | None
    if_none_match: str | None


_HEAD = "pytake_head"


def require_readable(scope: HTTPScope) -> None:
    """Raise HeadTooLargeError for a head that nobody needs."""
    headers = list(scope["headers"])
    size = len(scope["raw_path"]) + len(scope["query_string"]) + sum(len(name) + len(value) for name, value in headers)
    if size > MAX_HEAD_BYTES or len(headers) > MAX_HEADERS:
        raise HeadTooLargeError("The address and the headers are too large.")


def head_in(scope: HTTPScope) -> Head:
    """Give the head that was kept."""
    head: Head = scope["state"][_HEAD]
    return head


def keep_head(scope: HTTPScope, *, trusted: Networks) -> None:
    """Read it, and keep in the scope what the gate needs, and where the request comes from.

    Raises MalformedError for a header that says who is asking, or what was asked before, more than once.
    """
    single: dict[bytes, str] = {}
    forwarded: list[str] = []
    agent = none_match = ""
    for name, value in scope["headers"]:
        if name in _ONCE:
            if name in single:
                raise MalformedError(
                    "A header came twice.", details=(ErrorDetail(field=_ONCE[name], message="send it once"),)
                )
            single[name] = value.decode("latin-1")
        elif name == b"x-forwarded-for":
            forwarded.append(value.decode("latin-1"))
        elif name == b"user-agent":
            agent = value.decode("latin-1")
        elif name == b"if-none-match":
            none_match = value.decode("latin-1")
    _keep_origin(scope, forwarded, agent, trusted)
    scope["state"][_HEAD] = Head(
        single.get(b"authorization"),
        single.get(b"x-api-key"),
        single.get(b"idempotency-key"),
        none_match or None,
    )


def _keep_origin(scope: HTTPScope, forwarded: list[str], agent: str, trusted: Networks) -> None:
    peer = scope.get("client")
    scope["state"][_ORIGIN] = Origin(
        ip=client_address(peer[0] if peer else None, forwarded, trusted=trusted),
        user_agent="".join(filter(str.isprintable, agent))[:MAX_USER_AGENT] or None,
        request_id=request_id_of(scope) or None,
    )


def origin_in(scope: HTTPScope) -> Origin:
    """Give where the request comes from, once the head is read."""
    origin: Origin = scope["state"].get(_ORIGIN) or Origin()
    return origin
