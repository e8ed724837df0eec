"""The server's errors as kinds of failure (reference 2).

`response.message` is a text, a list of texts or a list of objects. What counts is whether WhatsApp may have the message
all the same: a refusal by the schema or by the number's check comes before the send, a text that is an exception's may
come after it, for the server also writes to its database and tells webhooks before it answers.
"""

import math
import re
from http import HTTPStatus

import msgspec

from adapters.whatsapp.evolution.fields import UNREADABLE, Node
from adapters.whatsapp.shared.cleaning import clean
from domain.whatsapp.failures import FailureKind, SendFailure

NOT_ON_WHATSAPP = "NOT_ON_WHATSAPP"
CONNECTION_CLOSED = "CONNECTION_CLOSED"
LICENSE_REQUIRED = "LICENSE_REQUIRED"
NO_INSTANCE = "NO_SUCH_INSTANCE"
EXCEPTION = "SERVER_EXCEPTION"

MAX_WAIT = 24 * 60 * 60.0
"""A header that asks for more is a mistake, or an attack on whoever adds it to a date."""

MAX_DETAIL = 1_000
"""Characters of an explanation that are kept."""

_SETTINGS = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND})
"""The key, what it may do, and the instance: no message is to blame for those."""

_CLOSED = re.compile(r"connection (closed|lost|terminated)", re.IGNORECASE)
_EXCEPTION = re.compile(r"^(\w*Error|Timed Out|Cannot (read|set) propert)", re.IGNORECASE)
"""How an exception looks that was turned into text: something went wrong on the way, nobody knows how far."""


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """An error's body, read: its texts, the server's own code, and whether it says that a number does not exist."""

    texts: tuple[str, ...] = ()
    code: str | None = None
    is_missing_number: bool = False

    @property
    def detail(self) -> str:
        """Give the explanation."""
        return "; ".join(self.texts)[:MAX_DETAIL]


def refusal_of(body: bytes) -> Refusal:
    """Read an error's body; nothing is in it when it is no such thing, as of a proxy's page."""
    try:
        answer = Node(msgspec.json.decode(clean(body)))
    except UNREADABLE:
        return Refusal()
    told = answer.at("response", "message")
    missing = any(element.at("exists").is_false() for element in told.elements())
    plain = (answer.at("message").text(), answer.at("error").text())
    return Refusal(
        texts=tuple(told.texts()) or tuple(text for text in plain if text)[:1],
        code=answer.at("code").word(),
        is_missing_number=missing,
    )


def from_response(*, status: int, body: bytes, retry_after: str | None = None) -> SendFailure:
    """Say why an answered send failed. `retry_after` is the header of that name, in seconds."""
    refusal = refusal_of(body)
    kind, code = _decide(refusal, status=status)
    if refusal.is_missing_number:
        return SendFailure(kind=kind, code=code, detail="This number is not on WhatsApp.")
    return SendFailure(kind=kind, code=code, detail=refusal.detail, retry_after=_seconds(retry_after))


def _decide(refusal: Refusal, *, status: int) -> tuple[FailureKind, str]:
    told = f"HTTP_{status}"
    is_closed = any(_CLOSED.search(text) for text in refusal.texts)
    if refusal.is_missing_number:
        return FailureKind.UNREACHABLE, NOT_ON_WHATSAPP
    if refusal.code == LICENSE_REQUIRED:
        return FailureKind.SUSPENDED, LICENSE_REQUIRED
    if status in _SETTINGS:
        return FailureKind.MISCONFIGURED, NO_INSTANCE if status == HTTPStatus.NOT_FOUND else told
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return FailureKind.THROTTLED, told
    if is_closed and status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return FailureKind.UNAVAILABLE, CONNECTION_CLOSED  # the check before the send found the socket closed
    if status == HTTPStatus.BAD_REQUEST and (is_closed or any(_EXCEPTION.match(text) for text in refusal.texts)):
        return FailureKind.UNKNOWN, CONNECTION_CLOSED if is_closed else EXCEPTION
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return FailureKind.MISCONFIGURED, told
    is_refused = HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
    if is_refused and status != HTTPStatus.REQUEST_TIMEOUT:
        return FailureKind.REJECTED, told
    return FailureKind.UNKNOWN, told


def _seconds(header: str | None) -> float | None:
    try:
        seconds = float(header or "")
    except ValueError:
        return None
    return min(seconds, MAX_WAIT) if math.isfinite(seconds) and seconds >= 0 else None
