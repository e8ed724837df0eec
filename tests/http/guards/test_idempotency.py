"""A POST with a key is done once: walked over every route that creates, and looked at closely on one."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import msgspec
import pytest
from dishka import AsyncContainer
from litestar import Litestar

from application.flows.create_flow import CreateFlowHandler
from application.ports.idempotency import Attempt, Begun, Idempotency
from domain.identity.permissions import Permission, Role
from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId
from entrypoints.http.access import Who
from entrypoints.http.guards import idempotency as guard
from tests.http.calls import FLOW, error_of
from tests.http.conftest import Caller
from tests.http.guards.conftest import AppOf, ClientOf, Company
from tests.http.route_table import NOWHERE, Route, routes_of

FLOWS = "/api/v1/flows"
BODY = {"document": FLOW}

NOT_REPEATED = {
    "IssueTicket": "a ticket is good once and for seconds: a second one is what who asks again needs",
}
"""POST routes that answer 201 or 202 and take no key, and why."""


def creating(app: Litestar) -> list[tuple[Route, Any]]:
    handlers = {
        handler.operation_id: handler for route in app.routes for handler in getattr(route, "route_handlers", ())
    }
    return [(route, handlers[route.operation]) for route in routes_of(app)]


def test_whatever_creates_or_sends_takes_a_key(app: Litestar) -> None:
    without = {
        route.operation
        for route, handler in creating(app)
        if route.method == "POST" and handler.status_code in {201, 202} and not handler.opt.get("creates")
    }

    assert without - NOT_REPEATED.keys() == set(), "give the route CREATES (entrypoints/http/actor.py)"
    assert NOT_REPEATED.keys() <= without


def test_nothing_but_a_post_does(app: Litestar) -> None:
    assert {route.method for route, handler in creating(app) if handler.opt.get("creates")} == {"POST"}


async def test_every_route_that_takes_a_key_is_done_once(
    app: Litestar, http: httpx.AsyncClient, calling: Caller
) -> None:
    """With the example of its own description, about things that do not exist: an error is an answer as well."""
    document = (await http.get("/api-docs/openapi.json")).json()
    walked = [(route, handler) for route, handler in creating(app) if handler.opt.get("creates")]

    for route, _ in walked:
        client = {Who.PUBLIC: http, Who.OPERATOR: calling(Role.SUPER_ADMIN)}.get(route.access.who, calling(Role.ADMIN))
        path = route.at(dict.fromkeys(route.parameters, NOWHERE))
        body = example_of(document["paths"][route.path]["post"])
        await walk(client, path, body, where=str(route))

    assert {"CreateFlow", "AddConfig", "SendMessage"} <= {route.operation for route, _ in walked}


async def walk(client: httpx.AsyncClient, path: str, body: dict[str, object], *, where: str) -> None:
    key, twins = {"idempotency-key": f"{where} 1"}, {"idempotency-key": f"{where} 2"}

    first = await client.post(path, json=body, headers=key)
    again = await client.post(path, json=body, headers=key)
    other = await client.post(path, json={**body, "more": 1}, headers=key)
    both = await asyncio.gather(*(client.post(path, json=body, headers=twins) for _ in range(2)))

    assert first.status_code < 500, (where, first.text)
    assert "idempotent-replayed" not in first.headers, where
    assert (again.status_code, again.content) == (first.status_code, first.content), where
    assert again.headers["idempotent-replayed"] == "true", where
    assert again.headers.get("etag") == first.headers.get("etag"), where
    assert (other.status_code, error_of(other).code) == (409, "IDEMPOTENCY_KEY_REUSED"), where
    assert both[0].content == both[1].content, where
    assert sorted("idempotent-replayed" in answer.headers for answer in both) == [False, True], where


def example_of(operation: dict[str, Any]) -> dict[str, object]:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    examples = [*content.get("schema", {}).get("examples", ()), *content.get("examples", {}).values()]
    if not examples:
        return {}
    found: dict[str, object] = examples[0].get("value", examples[0]) if isinstance(examples[0], dict) else {}
    return found


class TestFlows:
    @pytest.fixture
    async def client(self, app: Litestar, client_of: ClientOf, company: Company) -> httpx.AsyncClient:
        return client_of(app, authorization=await company.someone())

    @staticmethod
    async def total(client: httpx.AsyncClient) -> int:
        found: int = (await client.get(FLOWS)).json()["total"]
        return found

    async def test_twenty_twins_make_one(self, client: httpx.AsyncClient) -> None:
        answers = await asyncio.gather(
            *(client.post(FLOWS, json=BODY, headers={"idempotency-key": "k"}) for _ in range(20))
        )

        assert {answer.status_code for answer in answers} == {201}
        assert len({answer.json()["id"] for answer in answers}) == 1
        assert await self.total(client) == 1

    async def test_without_a_key_each_makes_its_own(self, client: httpx.AsyncClient) -> None:
        await client.post(FLOWS, json=BODY)
        await client.post(FLOWS, json=BODY)

        assert await self.total(client) == 2

    async def test_a_key_is_its_callers_own(
        self, app: Litestar, client_of: ClientOf, company: Company, client: httpx.AsyncClient
    ) -> None:
        program = client_of(app, x_api_key=await company.api_key(*Permission))
        colleague = client_of(app, authorization=await company.someone())

        for each in (client, colleague, program, client):
            assert (await each.post(FLOWS, json=BODY, headers={"idempotency-key": "k"})).status_code == 201

        assert await self.total(client) == 3

    async def test_what_was_refused_is_refused_again_unread(self, client: httpx.AsyncClient) -> None:
        first, again = [
            await client.post(FLOWS, json={"documents": 1}, headers={"idempotency-key": "k"}) for _ in range(2)
        ]

        assert (first.status_code, again.status_code) == (422, 422)
        assert again.headers["idempotent-replayed"] == "true"

    @pytest.mark.parametrize("key", ["", " ", "x" * 256, "ação", "a\tb", "a\x7f"])
    async def test_a_key_that_is_none_is_400(self, client: httpx.AsyncClient, key: str) -> None:
        answer = await client.post(FLOWS, json=BODY, headers=[("idempotency-key", key.encode("utf-8"))])  # type: ignore[list-item]

        assert (answer.status_code, error_of(answer).fields) == (400, ["Idempotency-Key"])
        assert await self.total(client) == 0

    @pytest.mark.parametrize("failure", [ValueError("bug"), UnavailableError("later")])
    async def test_what_failed_may_be_tried_again(
        self, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, failure: Exception
    ) -> None:
        async def fail(*_: object) -> None:
            raise failure

        with monkeypatch.context() as patch:
            patch.setattr(CreateFlowHandler, "__call__", fail)
            failed = await client.post(FLOWS, json=BODY, headers={"idempotency-key": "k"})
        done = await client.post(FLOWS, json=BODY, headers={"idempotency-key": "k"})

        assert failed.status_code >= 500
        assert (done.status_code, "idempotent-replayed" in done.headers) == (201, False)

    async def test_a_twin_waits_and_then_is_told_to_come_again(
        self, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(guard, "MAX_WAIT_SECONDS", 0.2)
        go_on = asyncio.Event()
        create: Callable[..., Any] = CreateFlowHandler.__call__

        async def slowly(*arguments: object) -> object:
            await go_on.wait()
            return await create(*arguments)

        monkeypatch.setattr(CreateFlowHandler, "__call__", slowly)

        first = asyncio.create_task(client.post(FLOWS, json=BODY, headers={"idempotency-key": "k"}))
        await asyncio.sleep(0.2)
        twin = await client.post(FLOWS, json=BODY, headers={"idempotency-key": "k"})
        go_on.set()

        assert (twin.status_code, error_of(twin).code) == (409, "IDEMPOTENCY_IN_PROGRESS")
        assert int(twin.headers["retry-after"]) > 0
        assert (await first).status_code == 201
        assert await self.total(client) == 1

    async def test_a_try_that_died_frees_its_key(
        self, client: httpx.AsyncClient, company: Company, container: AsyncContainer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Another process began and was killed: here its lease is of a moment."""
        port: Idempotency = await container.get(Idempotency)
        begun: list[Attempt] = []
        begin = type(port).begin

        async def remember(self: Any, attempt: Attempt, **more: Any) -> Any:  # noqa: ANN401
            begun.append(attempt)
            return await begin(self, attempt, **more)

        monkeypatch.setattr(type(port), "begin", remember)
        await client.post(FLOWS, json=BODY, headers={"idempotency-key": "other"})
        dead = msgspec.structs.replace(begun[0], key="k", tenant_id=TenantId(company.tenant_id))
        assert isinstance(await port.begin(dead, lease_seconds=0.3), Begun)

        answer = await client.post(FLOWS, json=BODY, headers={"idempotency-key": "k"})

        assert (answer.status_code, "idempotent-replayed" in answer.headers) == (201, False)

    async def test_what_takes_too_long_keeps_its_key_for_a_while(
        self, app_of: AppOf, client_of: ClientOf, company: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nobody knows how far it came: the transaction may have been committing."""
        monkeypatch.setattr(guard, "MAX_WAIT_SECONDS", 0.1)
        client = client_of(app_of(request_seconds=0.4), authorization=await company.someone())

        async def dawdle(*_: object) -> None:
            await asyncio.sleep(5)

        with monkeypatch.context() as patch:
            patch.setattr(CreateFlowHandler, "__call__", dawdle)
            late = await client.post(FLOWS, json=BODY, headers={"idempotency-key": "k"})
        soon = await client.post(FLOWS, json=BODY, headers={"idempotency-key": "k"})

        assert (late.status_code, soon.status_code) == (503, 409)

    async def test_a_body_that_is_too_large_is_413_and_nothing_is_kept(self, client: httpx.AsyncClient) -> None:
        large = await client.post(FLOWS, content=b"{" + b" " * 4_000_000, headers={"idempotency-key": "k"})
        right = await client.post(FLOWS, json=BODY, headers={"idempotency-key": "k"})

        assert (large.status_code, right.status_code) == (413, 201)

    async def test_without_the_store_nothing_is_done(
        self, client: httpx.AsyncClient, container: AsyncContainer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        port = type(await container.get(Idempotency))

        async def away(*_: object, **__: object) -> None:
            raise UnavailableError("The database is away.")

        with monkeypatch.context() as patch:
            patch.setattr(port, "begin", away)
            answer = await client.post(FLOWS, json=BODY, headers={"idempotency-key": "k"})

        assert answer.status_code == 503
        assert await self.total(client) == 0
