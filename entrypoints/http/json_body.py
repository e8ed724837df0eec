"""How a JSON body becomes a typed struct: what is no JSON is malformed, what is JSON and wrong is invalid."""

import re
from functools import cache
from typing import Any

import msgspec
from litestar.datastructures import Headers
from litestar.dto import AbstractDTO

from domain.shared.errors import ErrorDetail, InvalidError, MalformedError
from entrypoints.http.errors import UnsupportedMediaTypeError

JSON = "application/json"
IDENTITY = "identity"
NOT_JSON = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
_PLACE = re.compile(r"^(?P<message>.*?)(?: - at `(?P<place>.*)`)?$", re.DOTALL)
_UNKNOWN = re.compile(r"unknown field `(?P<field>[^`]*)`")
_MISSING = re.compile(r"missing required field `(?P<field>[^`]*)`")


def decode(body: bytes, wanted: Any) -> Any:  # noqa: ANN401  # the type is whatever the handler's annotation says
    """Read `body` as `wanted`. Raises MalformedError, InvalidError."""
    if _NUL.search(body):
        raise InvalidError(
            "The body holds a character that cannot be stored.",
            details=(ErrorDetail(field="", message="the character U+0000 cannot be stored"),),
        )
    try:
        return _decoder(wanted).decode(body)
    except msgspec.ValidationError as error:
        _require_json(body)
        raise InvalidError("The body has wrong fields.", details=(_detail(str(error)),)) from error
    except NOT_JSON as error:
        raise _malformed(error) from error


def _require_json(body: bytes) -> None:
    """Read on to the end: what is wrong may be followed by what is no JSON at all."""
    try:
        msgspec.json.decode(body)
    except NOT_JSON as error:
        raise _malformed(error) from error


def _malformed(error: Exception) -> MalformedError:
    wrong = ErrorDetail(field="", message="this is not JSON: {error}", values={"error": error})
    return MalformedError("The body is not JSON.", details=(wrong,))


@cache
def _decoder(wanted: Any) -> msgspec.json.Decoder[Any]:  # noqa: ANN401  # the same
    return msgspec.json.Decoder(wanted)


def _detail(text: str) -> ErrorDetail:
    """Name the field as `content.buttons[0].title`, out of msgspec's `… - at `$.content.buttons[0].title``."""
    found = _PLACE.match(text)
    message, place = (found["message"], found["place"] or "") if found else (text, "")
    parts = [place.removeprefix("$").removeprefix(".")]
    if named := _UNKNOWN.search(message) or _MISSING.search(message):
        parts.append(named["field"])
    return ErrorDetail(field=".".join(part for part in parts if part), message=message)


def is_plain(headers: Headers) -> bool:
    """Whether the body comes as it is, not compressed."""
    return headers.get("content-encoding", IDENTITY).strip().lower() == IDENTITY


class JsonBody(AbstractDTO[msgspec.Struct]):
    """Lets Litestar hand a handler's body to `decode`, and document the handler's own type."""

    def decode_bytes(self, value: bytes) -> Any:  # noqa: ANN401  # the base's own signature
        """Read the body as the type of the handler's `data`."""
        headers = self.asgi_connection.headers
        content_type = headers.get("content-type", JSON).partition(";")[0]
        if content_type.strip().lower() != JSON or not is_plain(headers):
            raise UnsupportedMediaTypeError("Send plain JSON.")
        field = self.asgi_connection.route_handler.parsed_data_field
        return decode(value, field.annotation)

    @classmethod
    def create_for_field_definition(cls, field_definition: Any, handler_id: str, backend_cls: Any = None) -> None:  # noqa: ANN401
        """Need nothing of the base's machinery."""

    @classmethod
    def create_openapi_schema(cls, field_definition: Any, handler_id: str, schema_creator: Any) -> Any:  # noqa: ANN401, ARG003
        """Document the handler's own type."""
        return schema_creator.for_field_definition(field_definition)

    @classmethod
    def generate_field_definitions(cls, model_type: Any) -> Any:  # noqa: ANN401, ARG003
        """Say nothing: no transfer model is built."""
        return iter(())

    @classmethod
    def detect_nested_field(cls, field_definition: Any) -> bool:  # noqa: ANN401, ARG003
        """Say no: no transfer model is built."""
        return False
