"""How models are asked over HTTP: through the guard of outgoing calls, and what their refusals mean."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import TypeVar

import msgspec

from application.ports.ai import AiError, ModelAccess
from application.ports.api_calls import ApiAnswer, ApiCallError, ApiCalls, ApiHeader, ApiRequest

SECONDS = 45.0
"""For an answer; a contact waits for it."""
MAX_DETAIL = 200
_TOO_LONG = ("context_length", "context window", "maximum context", "prompt is too long", "too many tokens")
"""What the providers' errors have in common where the question is too long for the model."""

T = TypeVar("T")


async def post(
    calls: ApiCalls, access: ModelAccess, path: str, body: Mapping[str, object], *, headers: tuple[ApiHeader, ...]
) -> ApiAnswer:
    """Ask, once. Raises AiError."""
    request = ApiRequest(
        method="POST",
        url=f"{(access.base_url or '').rstrip('/')}{path}",
        timeout_seconds=SECONDS,
        headers=(
            ApiHeader(name="Content-Type", value="application/json"),
            ApiHeader(name="Accept", value="application/json"),
            ApiHeader(name="User-Agent", value="PyTake"),
            *headers,
        ),
        body=msgspec.json.encode(body).decode(),
    )
    try:
        answer = await calls.send(request)
    except ApiCallError as error:
        code = "unavailable" if error.is_passing else _CODES.get(error.code, "bad_answer")
        raise AiError(code, error.code, is_passing=error.is_passing) from error
    if answer.status != HTTPStatus.OK:
        raise _refusal(answer)
    return answer


_CODES = {
    "address_refused": "address_refused",
    "secret_needs_https": "address_refused",
    "bad_certificate": "address_refused",
    "bad_header": "bad_key",
}


def read(answer: ApiAnswer, kind: type[T]) -> T:
    """Read an answer. Raises AiError."""
    try:
        return msgspec.convert(answer.body, kind)
    except msgspec.ValidationError as error:
        raise AiError("bad_answer", str(error)[:MAX_DETAIL]) from error


def _refusal(answer: ApiAnswer) -> AiError:
    """Say what a refusal means. Its own text is not kept: some repeat the question, some the key."""
    detail = f"HTTP {answer.status}"
    match answer.status:
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
            return AiError("bad_key", detail)
        case HTTPStatus.NOT_FOUND:
            return AiError("no_such_model", detail)
        case HTTPStatus.TOO_MANY_REQUESTS if _says(answer, ("insufficient_quota",)):
            return AiError("no_credit", detail)
        case HTTPStatus.PAYMENT_REQUIRED:
            return AiError("no_credit", detail)
        case HTTPStatus.TOO_MANY_REQUESTS | 529:
            return AiError("busy", detail, is_passing=True, after=answer.retry_after)
        case HTTPStatus.REQUEST_TIMEOUT | HTTPStatus.CONFLICT:
            return AiError("unavailable", detail, is_passing=True, after=answer.retry_after)
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return AiError("too_long", detail)
        case status if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return AiError("unavailable", detail, is_passing=True, after=answer.retry_after)
        case _:
            return AiError("too_long" if _says(answer, _TOO_LONG) else "refused", detail)


def _says(answer: ApiAnswer, words: tuple[str, ...]) -> bool:
    said = msgspec.json.encode(answer.body).decode().lower()
    return any(word in said for word in words)
