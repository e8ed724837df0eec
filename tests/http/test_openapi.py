import re
from collections.abc import Iterator
from typing import Any

import httpx
import msgspec
import pytest

from entrypoints.http.errors import STATUSES, ErrorEnvelope

Operation = dict[str, Any]


@pytest.fixture
async def document(http: httpx.AsyncClient) -> dict[str, Any]:
    answer = await http.get("/api-docs/openapi.json")
    assert answer.status_code == 200
    described: dict[str, Any] = answer.json()
    return described


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, Operation]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def test_every_operation_says_what_it_is(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        where = f"{method} {path}"
        assert re.fullmatch(r"[A-Z][A-Za-z]+", operation["operationId"]), where
        assert operation["summary"].endswith("."), where
        assert "\n" not in operation["summary"], where
        assert operation["description"].startswith(beginning_of(operation["x-permission"])), where
        assert len(operation["tags"]) == 1, where


def beginning_of(permission: str) -> str:
    """Say how the description of a route begins that these may call."""
    return {
        "public": "Public",
        "anybody": "Anybody who is logged in",
        "own_session": "A person who is logged in",
        "operator": "For operators of the platform.",
    }.get(permission, f"Needs {permission}")


def test_operation_ids_are_unique(document: dict[str, Any]) -> None:
    ids = [operation["operationId"] for _, _, operation in operations(document)]

    assert len(ids) == len(set(ids))


def test_what_is_not_public_needs_a_token_and_says_so(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        public = operation["description"].startswith("Public")
        assert bool(operation.get("security")) is not public, f"{method} {path}"
        assert {"401", "403"} <= operation["responses"].keys() or public, f"{method} {path}"


def test_every_error_is_in_the_envelope_with_an_example_for_each_code(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        for status, answer in operation["responses"].items():
            if int(status) < 400 or operation["operationId"] == "CheckReadiness":
                continue
            [media_type] = answer["content"].values()
            assert media_type["schema"] == {"$ref": "#/components/schemas/ErrorEnvelope"}, f"{method} {path}"
            assert int(status) in STATUSES.values()
            for code, example in media_type["examples"].items():
                assert msgspec.convert(example["value"], ErrorEnvelope).error.code == code


def test_bodies_can_be_refused(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        if "requestBody" in operation:
            assert {"400", "413", "415", "422"} <= operation["responses"].keys(), f"{method} {path}"
            assert operation["requestBody"]["content"]["application/json"]["schema"]["examples"], f"{method} {path}"


def test_every_success_has_an_example(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        [status] = [status for status in operation["responses"] if int(status) < 300]
        content = operation["responses"][status].get("content", {})
        assert all(media_type["examples"] for media_type in content.values()), f"{method} {path}"


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    references = set(re.findall(r'"#/components/schemas/([^"]+)"', msgspec.json.encode(document).decode()))

    assert references
    assert references <= document["components"]["schemas"].keys()


def test_unknown_fields_of_bodies_are_said_to_be_refused(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    bodies = {name for name in schemas if name.endswith("Request")} - {"LocationRequest"}  # a kind of content

    assert [name for name in bodies if schemas[name].get("additionalProperties") is not False] == []


def test_the_document_is_openapi_3_1_with_a_bearer_scheme(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    assert document["components"]["securitySchemes"]["bearerAuth"] == {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "From `POST /api/v1/auth/login`.",
    }
    assert {tag["name"] for tag in document["tags"]} >= {"auth", "whatsapp", "flows", "conversations", "system"}


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
async def test_the_pages_name_nothing_outside(http: httpx.AsyncClient, path: str) -> None:
    page = await http.get(path)

    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "://" not in page.text
    assert "<script>" not in page.text
    assert "'unsafe-inline'" not in page.headers["content-security-policy"]
    assert "'unsafe-eval'" not in page.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
async def test_every_file_that_a_page_names_is_there(http: httpx.AsyncClient, path: str) -> None:
    page = await http.get(path)
    named = re.findall(r'(?:src|href|spec-url)="([^"]+)"', page.text)

    answers = [await http.get(name) for name in named]

    assert len(named) >= 3
    assert [answer.status_code for answer in answers] == [200] * len(named)
    assert all(answer.content for answer in answers)


@pytest.mark.parametrize("path", ["/docs/assets/README.md", "/docs/assets/..%2fapp.py", "/api-docs/other", "/docs/x"])
async def test_other_files_are_not_served(http: httpx.AsyncClient, path: str) -> None:
    answer = await http.get(path)

    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "NOT_FOUND"
