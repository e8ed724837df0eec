"""Who may call what: every route as every role, against the table in `tests/data/permissions.txt`.

The table is read by people before it is changed. `PYTAKE_WRITE_PERMISSIONS=1` writes what the application does.
"""

import os
from pathlib import Path

import httpx
import pytest
from litestar import Litestar

from domain.identity.permissions import Role
from tests.http.conftest import Caller
from tests.http.route_table import NOWHERE, Route, routes_of

TABLE = Path(__file__).parent.parent / "data" / "permissions.txt"
NOBODY, KEY = "nobody", "api_key"
CALLERS = (NOBODY, Role.VIEWER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN, KEY, Role.SUPER_ADMIN)
"""The API key is an admin's and has every scope."""
BODIES = {"CreateApiKey": {"name": "Nova", "scopes": ["flows:read"]}}
"""What is sent where the use case itself asks for a person, once the body is read: a key makes no keys."""
HEAD = "# " + " ".join(CALLERS) + " · + may, - may not"


@pytest.fixture
async def api_key(calling: Caller) -> str:
    """An admin's key for everything that keys may do."""
    admin = calling(Role.ADMIN)
    scopes = (await admin.get("/api/v1/auth/me")).json()["permissions"]
    answer = await admin.post("/api/v1/api-keys", json={"name": "Everything", "scopes": scopes})
    assert answer.status_code == 201, answer.text
    key: str = answer.json()["key"]
    return key


async def test_every_route_lets_in_whom_the_table_says(
    app: Litestar, http: httpx.AsyncClient, calling: Caller, api_key: str
) -> None:
    found = [HEAD]
    for route in routes_of(app):
        marks = [await mark(route, caller, http=http, calling=calling, api_key=api_key) for caller in CALLERS]
        found.append(f"{' '.join(marks)}  {route}")

    if os.environ.get("PYTAKE_WRITE_PERMISSIONS"):
        TABLE.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == TABLE.read_text(encoding="utf-8").splitlines()


async def mark(route: Route, caller: str, *, http: httpx.AsyncClient, calling: Caller, api_key: str) -> str:
    """Call it about nothing that exists: whoever may gets past the door, to a 404 or a 422 for one."""
    client = http if caller in {NOBODY, KEY} else calling(caller)
    headers = {"x-api-key": api_key} if caller == KEY else {}
    body = {"json": BODIES.get(route.operation, {})} if route.method in {"POST", "PUT", "PATCH"} else {}
    address = route.at(dict.fromkeys(route.parameters, NOWHERE))
    answer = await client.request(route.method, address, headers=headers, **body)  # type: ignore[arg-type]
    return "-" if is_shut(answer) else "+"


def is_shut(answer: httpx.Response) -> bool:
    """Whether it was the door that said no."""
    assert answer.status_code < 500, answer.text
    if answer.status_code not in {401, 403}:
        return False
    code = answer.json()["error"]["code"]
    return code in {"UNAUTHENTICATED", "PERMISSION_DENIED", "SESSION_REQUIRED"}
