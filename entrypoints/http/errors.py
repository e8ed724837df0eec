"""Every error, of whatever origin, in one envelope. One table says which kind is which status."""

import math
import traceback
from collections.abc import Mapping
from typing import Any

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, InternalServerException
from litestar.types import HTTPScope, Receive, Send

from application.ports.journal import JournalUnavailableError
from application.ports.tokens import TokenInvalidError
from domain.shared.errors import (
    ConflictError,
    ErrorDetail,
    ForbiddenError,
    InvalidError,
    MalformedError,
    NotFoundError,
    PyTakeError,
    RateLimitedError,
    TooLargeError,
    UnauthenticatedError,
    UnavailableError,
)
from entrypoints.http import details
from entrypoints.http.details import told_details
from entrypoints.http.guards.errors import BodyTooSlowError, HeadTooLargeError, IdempotencyInProgressError
from entrypoints.http.request_id import request_id_of
from entrypoints.http.texts.catalogue import language_of, message_of

_log = structlog.get_logger("pytake.http")

RETRY_AFTER_SECONDS = 5
"""A database that fails over is back in about this time; Meta repeats a webhook later than that anyway."""

MAX_FRAMES = 12
"""Of each exception in the chain the innermost calls: ours and those below; the framework's are above."""

CLIENT_LEFT = "client disconnected prematurely"
"""Litestar's word for a body that never came; nobody hears the answer, and nothing is wrong here."""


BODY_ARGUMENT = "data"
"""What Litestar calls the body; it is missing only when nothing was sent."""


class MethodNotAllowedError(PyTakeError):
    """The address exists and does not take this method."""

    code = "METHOD_NOT_ALLOWED"


class UnsupportedMediaTypeError(PyTakeError):
    """The body is in a type or an encoding that we do not read."""

    code = "UNSUPPORTED_MEDIA_TYPE"


class InternalError(PyTakeError):
    """Nobody expected this; the log has it under the request's id."""

    code = "INTERNAL_ERROR"


STATUSES: dict[type[PyTakeError], int] = {
    MalformedError: 400,
    UnauthenticatedError: 401,
    ForbiddenError: 403,
    NotFoundError: 404,
    MethodNotAllowedError: 405,
    BodyTooSlowError: 408,
    ConflictError: 409,
    TooLargeError: 413,
    UnsupportedMediaTypeError: 415,
    InvalidError: 422,
    RateLimitedError: 429,
    HeadTooLargeError: 431,
    UnavailableError: 503,
    InternalError: 500,
}

_OF_STATUS: dict[int, type[PyTakeError]] = {
    status: kind for kind, status in STATUSES.items() if kind is not RateLimitedError
}


class ErrorBody(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong. `code` is stable, `request_id` finds it in our logs.

    `message`, here and in `details`, is for people, in the language of `Accept-Language` (pt-BR or en).
    """

    code: str
    message: str
    details: list[details.ErrorDetail]
    request_id: str


class ErrorEnvelope(msgspec.Struct, frozen=True, kw_only=True):
    """The body of every answer that is not a success."""

    error: ErrorBody


def status_of(kind: type[PyTakeError]) -> int:
    """Give the HTTP status of an error by its kind."""
    return next((STATUSES[base] for base in kind.__mro__ if base in STATUSES), 500)


def answer_error(request: Request[Any, Any, Any], error: Exception) -> Response[ErrorEnvelope]:
    """Answer any exception in the envelope; what nobody expected is logged, once."""
    known = translate(error)
    request_id = request_id_of(request.scope)
    if status_of(type(known)) == STATUSES[InternalError]:
        _log.error("unexpected_error", request_id=request_id, **describe(error))
    language = language_of(request.headers.get("accept-language"))
    return Response(
        ErrorEnvelope(
            error=ErrorBody(
                code=known.code,
                message=message_of(known.code, language=language),
                details=told_details(known.details, language=language),
                request_id=request_id,
            )
        ),
        status_code=status_of(type(known)),
        headers={**_headers(known), **_allowed(error), "content-language": language, "vary": "accept-language"},
        media_type="application/json",
    )


async def send_error(error: PyTakeError, scope: HTTPScope, receive: Receive, send: Send) -> None:
    """Answer an error outside any route."""
    request: Request[Any, Any, Any] = Request(scope, receive, send)
    answer = answer_error(request, error).to_asgi_response(app=None, request=request)
    await answer(scope, receive, send)


def translate(error: Exception) -> PyTakeError:
    """Turn the exceptions of ports and of the framework into ours."""
    match error:
        case PyTakeError():
            return error
        case JournalUnavailableError():
            return UnavailableError("The database did not take the webhook.")
        case InternalServerException(detail=detail) if detail == CLIENT_LEFT:
            return MalformedError("The body never came.")
        case HTTPException(status_code=status, extra=extra):
            kind = _OF_STATUS.get(status, InternalError)
            return kind(error.detail, details=_details(extra))
        case _:
            return InternalError("Nobody expected this.")


def describe(error: BaseException) -> dict[str, object]:
    """Tell an unexpected exception without its text, which may hold what a customer wrote."""
    causes = [error]
    while (cause := causes[-1].__cause__ or causes[-1].__context__) is not None and cause not in causes:
        causes.append(cause)
    frames = [frame for one in causes for frame in traceback.extract_tb(one.__traceback__)[-MAX_FRAMES:]]
    return {
        "exceptions": [type(one).__qualname__ for one in causes],
        "frames": [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}:{frame.name}" for frame in frames],
    }


def _details(extra: object) -> tuple[ErrorDetail, ...]:
    """Read what Litestar says of each wrong parameter."""
    items = extra if isinstance(extra, list) else []
    if any(item.get("key") == BODY_ARGUMENT for item in items):
        return (ErrorDetail(field="", message="send a JSON body"),)
    return tuple(ErrorDetail(field=str(item.get("key", "")), message=str(item.get("message", ""))) for item in items)


def _headers(error: PyTakeError) -> Mapping[str, str]:
    """Give the headers that a status demands (RFC 9110, RFC 6750)."""
    match error:
        case TokenInvalidError():
            return {"www-authenticate": 'Bearer realm="pytake", error="invalid_token"'}
        case UnauthenticatedError():
            return {"www-authenticate": 'Bearer realm="pytake"'}
        case RateLimitedError(retry_after=seconds) | IdempotencyInProgressError(retry_after=seconds):
            return {"retry-after": str(math.ceil(seconds))}
        case BodyTooSlowError() | HeadTooLargeError():
            return {"connection": "close"}
        case UnavailableError():
            return {"retry-after": str(RETRY_AFTER_SECONDS)}
        case _:
            return {}


def _allowed(error: Exception) -> Mapping[str, str]:
    """Keep the list of methods that a 405 must name."""
    headers = error.headers if isinstance(error, HTTPException) else None
    return {name: value for name, value in (headers or {}).items() if name.lower() == "allow"}
