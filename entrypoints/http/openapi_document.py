"""The OpenAPI document as it is served: Litestar's paths, with schemas by msgspec, which decodes and encodes them.

msgspec knows what Litestar does not say: which unions are told apart by which field, that unknown fields are refused,
and what each type's docstring says.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from inspect import isclass
from types import UnionType
from typing import Any

import msgspec
from litestar import Litestar, Request
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.plugins import OpenAPIRenderPlugin

from entrypoints.http.openapi_access import describe_access

Json = dict[str, Any]
"""An object of the document: somebody else's format, built and served, never decided on."""

_REFERENCE = "#/components/schemas/{name}"
_NAMED = re.compile(r'"#/components/schemas/([^"]+)"')
_QUALIFIED = re.compile(r"(?<=Page_)(?:\w+\.)+(?=\w+_)")
"""Litestar names a generic by its argument's module, msgspec by its name."""


class CompleteDocument(OpenAPIRenderPlugin):
    """Serves the document, made once."""

    def __init__(self, *, path: str) -> None:
        super().__init__(path=path, media_type="application/json")  # type: ignore[arg-type]  # its own enum lacks it
        self._made: bytes | None = None

    def render(self, request: Request[Any, Any, Any], openapi_schema: Json) -> bytes:
        """Give the document as JSON."""
        if self._made is None:
            self._made = msgspec.json.encode(complete(openapi_schema, request.app))
        return self._made


def complete(document: Json, app: Litestar) -> Json:
    """Exchange the schemas, and put the examples back as they were written: Litestar drops their nulls."""
    document = msgspec.json.decode(_QUALIFIED.sub("", msgspec.json.encode(document).decode()))
    handlers = {handler.operation_id: handler for handler in _handlers(app)}
    for item in document["paths"].values():
        for operation in item.values():
            _exemplify(operation, handlers[operation["operationId"]])
            describe_access(operation, handlers[operation["operationId"]])
    _, schemas = msgspec.json.schema_components(
        _types(handlers.values()), ref_template=_REFERENCE, schema_hook=_anything
    )
    document["components"]["schemas"] = {**_of_parameters(document), **schemas}
    return document


def _of_parameters(document: Json) -> Json:
    """Give the schemas that queries refer to, which are Litestar's own: words to choose from."""
    asked = [item.get(method, {}).get("parameters", []) for item in document["paths"].values() for method in item]
    named = set(_NAMED.findall(msgspec.json.encode(asked).decode()))
    return {name: schema for name, schema in document["components"]["schemas"].items() if name in named}


def _handlers(app: Litestar) -> Iterator[HTTPRouteHandler]:
    for route in app.routes:
        for handler in getattr(route, "route_handlers", ()):
            if handler.resolve_include_in_schema():
                yield handler


def _types(handlers: Iterable[HTTPRouteHandler]) -> Iterator[object]:
    """Give every type that a route takes or answers."""
    for handler in handlers:
        if handler.parsed_data_field is not None:
            yield handler.parsed_data_field.annotation
        for answer in (handler.responses or {}).values():
            if answer.data_container is not None:
                yield from _each(answer.data_container)
        yield from _enumerations(handler)


def _enumerations(handler: HTTPRouteHandler) -> Iterator[type[Enum]]:
    """Give the enumerations that a route's parameters name, its filters' among them."""
    providers = handler.resolve_dependencies().values()
    for signature in (handler.parsed_fn_signature, *(one.parsed_fn_signature for one in providers)):
        for field in signature.parameters.values():
            for part in (field, *field.inner_types):
                if isclass(part.annotation) and issubclass(part.annotation, Enum):
                    yield part.annotation


def _each(of: Any) -> Iterator[object]:  # noqa: ANN401  # a type form
    """Give a type, or each of a union's: what we only answer needs no tag to be told apart."""
    if isinstance(of, UnionType):
        yield from of.__args__
    else:
        yield of


def _exemplify(operation: Json, handler: HTTPRouteHandler) -> None:
    if handler.parsed_data_field is not None:
        operation["requestBody"]["required"] = not handler.parsed_data_field.is_optional
    for status, answer in (handler.responses or {}).items():
        for media_type in operation["responses"][str(status)].get("content", {}).values():
            media_type["examples"] = {
                str(example.id): {"summary": example.summary, "value": example.value}
                for example in answer.examples or ()
            }


def _anything(_: type) -> Json:
    """Describe a JSON value of no particular type."""
    return {"description": "Any JSON."}
