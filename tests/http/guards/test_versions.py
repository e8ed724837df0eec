"""Every change says which version it is of, where the caller says so; every thing that is read says its version."""

from typing import Any

import httpx
import pytest
from litestar import Litestar

from entrypoints.http.versions import is_among
from tests.http.calls import FLOW, config, error_of
from tests.http.route_table import routes_of

WITHOUT_VERSION = {
    "SetStatus": "online or away: the last one counts",
    "KeepDraft": "one's own, and the last one counts",
    "MarkMessageRead": "read is read",
    "SetMessageStatus": "read is read",
    "SetTags": "the whole set: the last one counts",
    "SetContactTags": "the whole set: the last one counts",
}
"""PUT and PATCH routes of what has no version, and why."""


@pytest.fixture
async def document(http: httpx.AsyncClient) -> dict[str, Any]:
    found: dict[str, Any] = (await http.get("/api-docs/openapi.json")).json()
    return found


def test_every_put_and_patch_takes_if_match(app: Litestar, document: dict[str, Any]) -> None:
    without = {
        route.operation
        for route in routes_of(app)
        if route.method in {"PUT", "PATCH"}
        and "If-Match" not in parameters(document["paths"][route.path][route.method.lower()])
    }

    assert without - WITHOUT_VERSION.keys() == set()


def test_every_put_and_patch_tells_a_lost_race(app: Litestar, document: dict[str, Any]) -> None:
    for route in routes_of(app):
        operation = document["paths"][route.path][route.method.lower()]
        if "If-Match" in parameters(operation):
            content = operation["responses"]["409"]["content"]["application/json"]
            assert "VERSION_CONFLICT" in content["examples"], route


def parameters(operation: dict[str, Any]) -> set[str]:
    return {parameter["name"] for parameter in operation.get("parameters", ())}


class TestFlows:
    @pytest.fixture
    async def path(self, admin: httpx.AsyncClient) -> str:
        flow = (await admin.post("/api/v1/flows", json={"document": FLOW})).json()
        return f"/api/v1/flows/{flow['id']}"

    async def test_a_lost_race_is_409(self, admin: httpx.AsyncClient, path: str) -> None:
        etag = (await admin.get(path)).headers["etag"]

        first = await admin.put(path, json={"name": "Um"}, headers={"if-match": etag})
        late = await admin.put(path, json={"name": "Dois"}, headers={"if-match": etag})

        assert (first.status_code, late.status_code) == (200, 409)
        assert first.headers["etag"] != etag
        assert error_of(late).code == "VERSION_CONFLICT"

    @pytest.mark.parametrize("tag", ["4", "W/4", '"x"', '"1", "2"', '"' + "9" * 19 + '"'])
    async def test_what_is_no_version_is_400(self, admin: httpx.AsyncClient, path: str, tag: str) -> None:
        answer = await admin.put(path, json={"name": "Um"}, headers={"if-match": tag})

        assert (answer.status_code, error_of(answer).fields) == (400, ["If-Match"])

    async def test_any_version_will_do_where_the_caller_says_so(self, admin: httpx.AsyncClient, path: str) -> None:
        assert (await admin.put(path, json={"name": "Um"}, headers={"if-match": "*"})).status_code == 200

    async def test_what_the_caller_has_already_is_304_and_empty(self, admin: httpx.AsyncClient, path: str) -> None:
        etag = (await admin.get(path)).headers["etag"]

        answer = await admin.get(path, headers={"if-none-match": f'"other", W/{etag}'})

        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == etag
        assert "content-type" not in answer.headers
        assert "ratelimit-remaining" in answer.headers

    async def test_what_changed_is_given(self, admin: httpx.AsyncClient, path: str) -> None:
        etag = (await admin.get(path)).headers["etag"]
        await admin.put(path, json={"name": "Um"})

        answer = await admin.get(path, headers={"if-none-match": etag})

        assert (answer.status_code, answer.json()["name"]) == (200, "Um")

    async def test_what_is_gone_is_404_whatever_the_caller_has(self, admin: httpx.AsyncClient, path: str) -> None:
        answer = await admin.get(path[:-4] + "dead", headers={"if-none-match": "*"})

        assert answer.status_code == 404


async def test_a_number_says_its_version(admin: httpx.AsyncClient) -> None:
    made = await admin.post("/api/v1/whatsapp-configs", json=config())

    shown = await admin.get(f"/api/v1/whatsapp-configs/{made.json()['id']}")

    assert made.headers["etag"] == shown.headers["etag"] == f'"{shown.json()["version"]}"'


@pytest.mark.parametrize(
    ("etag", "given", "known"),
    [
        ('"4"', '"4"', True),
        ('"4"', 'W/"4"', True),
        ('"4"', '"5", "4"', True),
        ('"4"', "*", True),
        ('"4"', '"44"', False),
        ('"4"', "", False),
    ],
)
def test_a_version_is_known_whatever_its_strength(etag: str, given: str, *, known: bool) -> None:
    assert is_among(etag, given) is known
