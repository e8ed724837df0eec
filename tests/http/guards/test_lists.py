"""Every list behaves alike: pages, cursors, orders, and nothing that it does not know."""

from collections.abc import Iterator
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler

from application.shared.page import MAX_LIMIT, Page
from domain.identity.permissions import Role
from entrypoints.http.access import Who
from tests.http.calls import FLOW, config, error_of
from tests.http.conftest import Caller
from tests.http.route_table import NOWHERE, Route, routes_of

UNKNOWN = ("colour=red", "sort=password", "order=up", "expand=secrets", "filter=1", "offset=3", "%24where=1")
MALFORMED = (
    "limit=0",
    f"limit={MAX_LIMIT + 1}",
    "limit=x",
    "page=0",
    "page=-1",
    "page=1e9",
    "page=100001",
    "cursor=!",
    "cursor=e30",
)
GROW_BY_BEING_READ = {"/api/v1/audit"}
ASK_FOR_MORE = {"/api/v1/messages", "/api/v1/messages/search"}
"""Lists that are of something which the query must name; `tests/http/test_reading_inbox.py` reads them."""
TWICE = ("limit=1&limit=2", "page=1&page=2", "cursor=&cursor=")


def lists(app: Litestar) -> Iterator[tuple[Route, HTTPRouteHandler]]:
    """Give the routes whose success is a `Page`."""
    handlers = {
        handler.operation_id: handler for route in app.routes for handler in getattr(route, "route_handlers", ())
    }
    for route in routes_of(app):
        handler = handlers[route.operation]
        success = (handler.responses or {}).get(200)
        if route.method == "GET" and success is not None and is_page(success.data_container):
            yield route, handler


def is_page(of: Any) -> bool:  # noqa: ANN401
    return getattr(of, "__origin__", of) is Page or (
        isinstance(of, type)
        and issubclass(of, msgspec.Struct)
        and {"items", "next_cursor"} <= set(of.__struct_fields__)
    )


@pytest.fixture
async def things(admin: httpx.AsyncClient) -> dict[str, str]:
    """Things that lists are of: a value for each parameter of an address that a list has."""
    flow = (await admin.post("/api/v1/flows", json={"document": FLOW})).json()
    await admin.post("/api/v1/whatsapp-configs", json=config())
    return {"flow_id": flow["id"]}


def client_for(route: Route, calling: Caller) -> httpx.AsyncClient:
    return calling(Role.SUPER_ADMIN if route.access.who is Who.OPERATOR else Role.ADMIN)


async def test_every_list_behaves(
    app: Litestar, admin: httpx.AsyncClient, calling: Caller, things: dict[str, str]
) -> None:
    walked = []
    operator = calling(Role.SUPER_ADMIN)
    for route, _ in lists(app):
        client = operator if route.access.who is Who.OPERATOR else admin
        path = route.at({**dict.fromkeys(route.parameters, NOWHERE), **things})
        is_there = set(route.parameters) <= things.keys() and path not in ASK_FOR_MORE
        await behaves(client, path, is_there=is_there)
        walked.append(route.operation)

    assert {"ListFlows", "ListConfigs", "ListConversations", "ListMessages", "ListFlowSessions"} <= set(walked)


async def behaves(client: httpx.AsyncClient, path: str, *, is_there: bool) -> None:
    for query in (*UNKNOWN, *MALFORMED, *TWICE):
        answer = await client.get(f"{path}?{query}")
        refused = answer.status_code == 400 or (not is_there and answer.status_code == 404 and "cursor=" in query)
        assert refused, (path, query, answer.status_code)
    if not is_there:
        return
    numbered, walked = await client.get(f"{path}?page=1&limit=1"), await client.get(f"{path}?cursor=&limit=1")
    assert (numbered.status_code, walked.status_code) == (200, 200), (path, numbered.text, walked.text)
    shown = numbered.json()
    assert shown.keys() >= {"items", "page", "limit", "total", "next_cursor"}, path
    assert (shown["page"], shown["limit"]) == (1, 1), path
    assert len(shown["items"]) == min(1, shown["total"]), path
    assert (walked.json()["page"], walked.json()["total"]) == (None, None), path
    assert walked.json()["items"] == shown["items"] or path in GROW_BY_BEING_READ, path
    beyond = await client.get(f"{path}?page=9000&limit=100")
    if beyond.status_code == 400:
        assert "cursor" in error_of(beyond).details[0].message, path
    else:
        assert (beyond.json()["items"], beyond.json()["next_cursor"]) == ([], None), path


async def test_every_order_of_every_list_walks_it_once_and_back(
    app: Litestar, http: httpx.AsyncClient, calling: Caller, things: dict[str, str], admin: httpx.AsyncClient
) -> None:
    document = (await http.get("/api-docs/openapi.json")).json()
    for number in range(3):
        await admin.post(
            "/api/v1/flows", json={"document": {**FLOW, "name": f"Fluxo {number}"}, "priority": number % 2}
        )
    sorted_lists = []

    for route, _ in lists(app):
        sorts = sorts_of(document["paths"][route.path]["get"])
        if not sorts or not set(route.parameters) <= things.keys() or route.path in GROW_BY_BEING_READ | ASK_FOR_MORE:
            continue
        client = client_for(route, calling)
        for sort in sorts:
            path = f"{route.at(things)}?limit=1&sort={sort}"
            rising, falling = await walk(client, f"{path}&order=asc"), await walk(client, f"{path}&order=desc")
            assert rising == falling[::-1], (path, rising, falling)
            assert len(rising) == len(set(rising)), path
        sorted_lists.append(route.operation)

    assert {"ListFlows", "ListConfigs", "ListConversations", "ListFlowSessions"} <= set(sorted_lists)


def sorts_of(operation: dict[str, Any]) -> list[str]:
    for parameter in operation.get("parameters", ()):
        if parameter["name"] == "sort":
            found: list[str] = parameter["schema"]["enum"]
            return found
    return []


async def walk(client: httpx.AsyncClient, path: str) -> list[str]:
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        answer = await client.get(f"{path}&cursor={cursor}")
        assert answer.status_code == 200, (path, answer.text)
        page = answer.json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        assert len(seen) <= 200, path
    return seen


class TestFlows:
    @pytest.fixture
    async def flows(self, admin: httpx.AsyncClient) -> list[str]:
        names = ["Cobrança", "boas-vindas", "Ágil"]
        for priority, name in enumerate(names):
            await admin.post("/api/v1/flows", json={"document": {**FLOW, "name": name}, "priority": priority})
        return names

    async def names(self, admin: httpx.AsyncClient, query: str) -> list[str]:
        answer = await admin.get(f"/api/v1/flows?{query}")
        assert answer.status_code == 200, answer.text
        return [flow["name"] for flow in answer.json()["items"]]

    @pytest.mark.usefixtures("flows")
    async def test_sorts_filters_and_searches(self, admin: httpx.AsyncClient) -> None:
        assert await self.names(admin, "") == ["Ágil", "boas-vindas", "Cobrança"]
        assert await self.names(admin, "sort=name") == ["Ágil", "boas-vindas", "Cobrança"]
        assert await self.names(admin, "sort=priority&order=desc") == ["Ágil", "boas-vindas", "Cobrança"]
        assert await self.names(admin, "order=asc") == ["Cobrança", "boas-vindas", "Ágil"]
        assert await self.names(admin, "q=COBRANCA") == ["Cobrança"]
        assert await self.names(admin, "published=true") == []
        assert len(await self.names(admin, "published=false")) == 3
        assert await self.names(admin, f"chatbot_id={NOWHERE}") == []

    @pytest.mark.usefixtures("flows")
    async def test_a_cursor_is_of_its_order(self, admin: httpx.AsyncClient) -> None:
        cursor = (await admin.get("/api/v1/flows?limit=1&sort=name")).json()["next_cursor"]

        for other in ("sort=priority", "sort=name&order=desc", ""):
            answer = await admin.get(f"/api/v1/flows?limit=1&cursor={cursor}&{other}")
            assert (answer.status_code, error_of(answer).fields) == (400, ["cursor"])

    async def test_a_search_that_is_too_long_is_400(self, admin: httpx.AsyncClient) -> None:
        assert (await admin.get("/api/v1/flows", params={"q": "x" * 201})).status_code == 400
