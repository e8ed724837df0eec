"""F28: no body takes a field that it does not name, and nothing that is too much costs us anything.

Every body and every list of the API's description is tried, so that a new route is tried too.
"""

import time
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from domain.identity.permissions import Role
from entrypoints.http.access import Who
from tests.http.conftest import Caller
from tests.http.route_table import NOWHERE, Route, routes_of
from tests.http.walk.description import body_of, document_of, parameters_of

EXTRA = ("tenant_id", "id", "role", "is_admin", "balance", "version", "created_at", "user_id")
"""What a clever caller adds to become somebody else."""
TOO_MUCH = 10**9
QUARTER_OF_A_MEGABYTE = "a" * 2**18
LONG = "a" * 30_000
"""As long as our own client lets an address be, about."""
SECONDS = 10.0
"""Of processor time, a thousand times what refusing takes; a check that looks at each pair of signs takes minutes."""

Where = tuple[str | int, ...]


class Body(msgspec.Struct, frozen=True):
    """A route's body: its example, and the schema."""

    route: Route
    example: Any
    schema: dict[str, Any]


@pytest.fixture
def document(app: Litestar) -> dict[str, Any]:
    return document_of(app)


@pytest.fixture
def bodies(app: Litestar) -> list[Body]:
    """All that there are."""
    found = [Body(route, *body) for route in routes_of(app) if (body := body_of(route, app)) is not None]
    assert len(found) > 30
    return found


@pytest.fixture
def asked_by(calling: Caller, http: httpx.AsyncClient) -> dict[Who, httpx.AsyncClient]:
    """Somebody who may."""
    admin = calling(Role.ADMIN)
    return {**dict.fromkeys(Who, admin), Who.PUBLIC: http, Who.OPERATOR: calling(Role.SUPER_ADMIN)}


async def ask(client: httpx.AsyncClient, route: Route, **more: Any) -> httpx.Response:  # noqa: ANN401 - httpx's own
    return await client.request(route.method, route.at(dict.fromkeys(route.parameters, NOWHERE)), **more)


async def test_no_field_is_taken_that_is_not_named(
    bodies: list[Body], document: dict[str, Any], asked_by: dict[Who, httpx.AsyncClient]
) -> None:
    taken, tries = [], 0
    for body in bodies:
        for where, known in objects(body.schema, body.example, document):
            for name in {*EXTRA} - known.keys():
                answer = await ask(
                    asked_by[body.route.access.who], body.route, json=changed(body.example, (*where, name), "1")
                )
                tries += 1
                if answer.status_code != 422 or not named(answer, name):
                    taken.append(f"{body.route} {where} {name}: {answer.status_code} {answer.text[:200]}")

    assert not taken, "\n".join(taken)
    assert tries > len(bodies) * (len(EXTRA) - 2)


async def test_no_text_is_taken_that_is_a_quarter_of_a_megabyte(
    bodies: list[Body], document: dict[str, Any], asked_by: dict[Who, httpx.AsyncClient]
) -> None:
    """What a flow's document holds is bounded as a whole, to two megabytes; but its name is shown in lists."""
    wrong, tries = [], 0
    for body in bodies:
        places = set(texts(body, document))
        if "document" in body.example:
            places.add(("document", "name"))
        for where in sorted(places, key=str):
            tries += 1
            since = time.process_time()
            too_long = changed(body.example, where, QUARTER_OF_A_MEGABYTE)
            answer = await ask(asked_by[body.route.access.who], body.route, json=too_long)
            took = time.process_time() - since
            if answer.status_code not in {400, 413, 422} or took > SECONDS:
                wrong.append(f"{body.route} {where}: {answer.status_code} in {took:.2f} s {answer.text[:90]}")

    assert not wrong, "\n".join(wrong)
    assert tries > 80


async def test_no_list_gives_more_than_its_most(app: Litestar, asked_by: dict[Who, httpx.AsyncClient]) -> None:
    wrong, tries = [], 0
    for route in routes_of(app):
        known = set(parameters_of(route, app))
        for query in (
            {"limit": TOO_MUCH},
            {"page": TOO_MUCH},
            {"q": LONG},
            {"cursor": LONG},
            {"sort": "id;--"},
        ):
            if not query.keys() <= known:
                continue
            tries += 1
            since = time.process_time()
            answer = await ask(asked_by[route.access.who], route, params=query)
            took = time.process_time() - since
            if answer.status_code not in {400, 404, 414, 431} or took > SECONDS:
                wrong.append(f"{route} {[*query]}: {answer.status_code} in {took:.2f} s {answer.text[:90]}")

    assert not wrong, "\n".join(wrong)
    assert tries > 40


def objects(schema: dict[str, Any], value: object, document: dict[str, Any]) -> Iterator[tuple[Where, dict[str, Any]]]:
    """Give the place of each object of an example whose fields are named, and their schemas."""
    if isinstance(value, list) and value and "items" in schema:
        for where, known in objects(schema["items"], value[0], document):
            yield (0, *where), known
    if not isinstance(value, dict):
        return
    for found in resolved(schema, document):
        properties = found.get("properties")
        if properties is not None and value.keys() <= properties.keys():
            yield (), properties
            for name, inner in value.items():
                for where, known in objects(properties[name], inner, document):
                    yield (name, *where), known
            return


def resolved(schema: dict[str, Any], document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give what a schema may be."""
    if "$ref" in schema:
        yield from resolved(document["components"]["schemas"][schema["$ref"].rpartition("/")[2]], document)
    for part in ("oneOf", "anyOf", "allOf"):
        for one in schema.get(part, []):
            yield from resolved(one, document)
    yield schema


def texts(body: Body, document: dict[str, Any]) -> Iterator[Where]:
    """Give the place of each text that a body may have, in its example or not."""
    for where, properties in objects(body.schema, body.example, document):
        for name, schema in properties.items():
            for one in resolved(schema, document):
                if one.get("type") == "string" and "enum" not in one:
                    yield (*where, name)


def changed(example: object, where: Where, value: object) -> object:
    """Give a copy with another value at a place."""
    copy: Any = deepcopy(example)
    if not where:
        return value
    inner = copy
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = value
    return copy


def named(answer: httpx.Response, name: str) -> bool:
    """Whether it says which field is not known."""
    return any(one["field"].endswith(name) for one in answer.json()["error"]["details"])
