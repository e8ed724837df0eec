"""What the API's description says that a route takes."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec
from litestar import Litestar

from entrypoints.http.openapi_document import complete
from tests.http.route_table import Route

Schema = dict[str, Any]


@cache
def document_of(app: Litestar) -> Schema:
    """Give the OpenAPI document as it is served."""
    document: Schema = msgspec.json.decode(msgspec.json.encode(complete(app.openapi_schema.to_schema(), app)))
    return document


def body_of(route: Route, app: Litestar) -> tuple[Any, Schema] | None:
    """Give a route's JSON body, as its example and as its schema."""
    operation = document_of(app)["paths"][route.path][route.method.lower()]
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if content is None:
        return None
    return content["schema"]["examples"][0], content["schema"]


def parameters_of(route: Route, app: Litestar, *, only_ids: bool = False) -> list[str]:
    """Name what goes into path, query and JSON body; of the body's fields those that are ids, by their last name."""
    document = document_of(app)
    operation = document["paths"][route.path][route.method.lower()]
    names = [
        one["name"]
        for one in operation.get("parameters", [])
        if one["in"] in {"path", "query"} and (not only_ids or any(_ids(one["schema"], "id", document)))
    ]
    content = operation.get("requestBody", {}).get("content", {})
    return names + [name for one in content.values() for name in _ids(one["schema"], "body", document)]


def ids_in(body: object) -> set[str]:
    """Name the fields of a body, at any depth."""
    if isinstance(body, Mapping):
        return set(body).union(*(ids_in(value) for value in body.values()))
    if isinstance(body, list):
        return set().union(*(ids_in(value) for value in body))
    return set()


def _ids(schema: Schema, name: str, document: Schema, seen: tuple[str, ...] = ()) -> Iterator[str]:
    if (reference := schema.get("$ref")) is not None:
        if reference not in seen:
            found = document["components"]["schemas"][reference.rpartition("/")[2]]
            yield from _ids(found, name, document, (*seen, reference))
        return
    if schema.get("format") == "uuid":
        yield name
    for part in ("oneOf", "anyOf", "allOf", "prefixItems"):
        for one in schema.get(part, []):
            yield from _ids(one, name, document, seen)
    for key, one in schema.get("properties", {}).items():
        yield from _ids(one, key, document, seen)
    if "items" in schema:
        yield from _ids(schema["items"], name, document, seen)
