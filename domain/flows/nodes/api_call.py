"""`api_call`: asks a web service and keeps what it answers.

{"id": "n14", "type": "api_call", "data": {"method": "POST", "url": "https://api.example.com/orders",
 "headers": {"Authorization": "Bearer {{secrets.orders_token}}"}, "query": {"cpf": "{{vars.cpf}}"},
 "json": {"item": "{{vars.item}}"}, "timeout_seconds": 10, "retries": 1, "save_as": "pedido",
 "mapping": {"total": "body.items.0.total"}}}
"""

from collections.abc import Iterator
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

import msgspec

from domain.flows.api_request import header_snippets, make_call, request_problems
from domain.flows.limits import MAX_CALL_RETRIES, MAX_CALL_SECONDS
from domain.flows.moves import Await, Fail, Leave, Move
from domain.flows.nodes.base import Node, Problem, Snippet
from domain.flows.nodes.parts import filled, text_snippets, variable_name
from domain.flows.session import Value
from domain.flows.turn import Turn
from domain.flows.values import follow, to_value


class Method(StrEnum):
    """What is done."""

    GET = "GET"
    POST = "POST"
    PUT = "PUT"
    PATCH = "PATCH"
    DELETE = "DELETE"
    HEAD = "HEAD"


class ApiCallData(msgspec.Struct, frozen=True, kw_only=True):
    """The request, in which every text may name variables, and header values secrets; what is kept of the answer.

    One of `json`, `form` and `body` is what is sent. `mapping` says which variable takes what of the answer.
    """

    method: Method = Method.GET
    url: str = ""
    headers: dict[str, str] = {}
    query: dict[str, str] = {}
    json: object = None
    form: dict[str, str] | None = None
    body: str | None = None
    timeout_seconds: Annotated[float, msgspec.Meta(gt=0, le=MAX_CALL_SECONDS)] = 10
    retries: Annotated[int, msgspec.Meta(ge=0, le=MAX_CALL_RETRIES)] = 0
    save_as: str = ""
    mapping: dict[str, str] = {}


class ApiCall(Node, frozen=True, tag="api_call"):
    """Leaves by `success` when the service answers with 2xx; else by `error`."""

    data: ApiCallData = ApiCallData()

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """Success; an error without a way goes by the flow's `on_error`."""
        return (("success",),)

    def enter(self, turn: Turn) -> Move:
        """Ask."""
        data = self.data
        call = make_call(
            turn,
            method=data.method,
            address=(data.url, data.query),
            headers=data.headers,
            payload=_payload(data, turn),
            patience=(data.timeout_seconds, data.retries),
        )
        turn.call(call)
        turn.note("request", f"{call.method} {call.url.partition('?')[0]}")
        return Await(event="called", effect_id=call.id)

    def done(self, turn: Turn, result: Value) -> Move:
        """Keep what was answered, or fail."""
        status = result.get("status") if isinstance(result, dict) else None
        turn.note("status", status)
        if not isinstance(status, int) or not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            return Fail(event="failed", code="api_status", reason=f"status {status}")
        kept = {variable_name(name): to_value(follow(result, _words(path))) for name, path in self.data.mapping.items()}
        if self.data.save_as:
            kept = {variable_name(self.data.save_as): to_value(follow(result, ("body",))), **kept}
        turn.set_variables(kept)
        turn.note("kept", kept)
        return Leave(event="answered", handles=("success",))

    def snippets(self) -> Iterator[Snippet]:
        """Give its texts."""
        data = self.data
        yield from header_snippets(data.headers)
        for place, part in (("url", data.url), ("query", data.query), ("json", data.json), ("form", data.form)):
            yield from text_snippets(part, f"data.{place}")
        yield from text_snippets(data.body, "data.body")

    def problems(self) -> Iterator[Problem]:
        """Check the request as it is written."""
        data = self.data
        yield from request_problems(data.url, data.headers, others=(data.query, data.json, data.form, data.body))
        if sum(part is not None for part in (data.json, data.form, data.body)) > 1:
            yield Problem("two_bodies", "a request sends one of json, form and body")
        if any(not variable_name(name) or not path.strip() for name, path in data.mapping.items()):
            yield Problem("bad_mapping", "a mapping needs a variable and a path such as body.items.0.id")


def _payload(data: ApiCallData, turn: Turn) -> tuple[str, object] | None:
    """Give what is sent, rendered, and what kind of thing it is."""
    if data.json is not None:
        return "json", filled(data.json, turn)
    if data.form is not None:
        return "form", {name: turn.render(text) for name, text in data.form.items()}
    return ("text", turn.render(data.body)) if data.body is not None else None


def _words(path: str) -> list[str]:
    return path.strip().split(".")
