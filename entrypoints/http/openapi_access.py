"""What the document says of a route by its `opt`: who may call it, and what a repeated POST is answered."""

from typing import Any

import msgspec
from litestar.handlers import HTTPRouteHandler

from application.ports.idempotency import KeyReusedError
from domain.shared.errors import PyTakeError
from entrypoints.http.access import Who, access_of
from entrypoints.http.errors import ErrorBody, ErrorEnvelope, status_of
from entrypoints.http.guards.errors import IdempotencyInProgressError
from entrypoints.http.texts.catalogue import message_of
from entrypoints.http.texts.message import ENGLISH

Json = dict[str, Any]

BEARER_SCHEME, API_KEY_SCHEME = "bearerAuth", "apiKeyAuth"
SESSION_ONLY = [{BEARER_SCHEME: list[str]()}]
SESSION_OR_KEY = [*SESSION_ONLY, {API_KEY_SCHEME: list[str]()}]

IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key with the same body is done once within 24 hours, and answered as the first time with "
    "`Idempotent-Replayed: true`; with another body it is 409.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
}
_ENVELOPE = {"$ref": "#/components/schemas/ErrorEnvelope"}


def describe_access(operation: Json, handler: HTTPRouteHandler) -> None:
    """Write who may call it, how they prove it, and the Idempotency-Key of what creates."""
    access = access_of(handler)
    if access is not None:
        operation["x-permission"] = str(access)
        if access.who is not Who.PUBLIC:
            is_persons = access.who in {Who.OWN_SESSION, Who.OPERATOR}
            operation["security"] = SESSION_ONLY if is_persons else SESSION_OR_KEY
    if handler.opt.get("creates"):
        operation.setdefault("parameters", []).append(IDEMPOTENCY_KEY)
        for kind in (KeyReusedError, IdempotencyInProgressError):
            _add_error(operation, kind)


def _add_error(operation: Json, kind: type[PyTakeError]) -> None:
    said = message_of(kind.code, language=ENGLISH)
    told = ErrorEnvelope(error=ErrorBody(code=kind.code, message=said, details=[], request_id="req_4f1d"))
    answer = operation["responses"].setdefault(str(status_of(kind)), {"description": "", "content": {}})
    answer["description"] = f"{answer['description']} `{kind.code}`: {said}".strip()
    content = answer["content"].setdefault("application/json", {"schema": _ENVELOPE, "examples": {}})
    example = {"summary": kind.code, "value": msgspec.json.decode(msgspec.json.encode(told))}
    content["examples"] = {**content["examples"], kind.code: example}
