"""What holds for the answer of every route there is: its headers, its errors, and which pages may read it."""

import httpx
import pytest
from litestar import Litestar

from domain.identity.permissions import Role
from entrypoints.http.access import Who
from tests.http.conftest import Caller
from tests.http.route_table import NOWHERE, Route, routes_of

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}
STRANGER = "https://evil.example"


@pytest.fixture
def asked_by(calling: Caller, http: httpx.AsyncClient) -> dict[Who, httpx.AsyncClient]:
    """Somebody who may."""
    return {
        **{who: calling(Role.ADMIN) for who in Who},
        Who.PUBLIC: http,
        Who.OPERATOR: calling(Role.SUPER_ADMIN),
    }


async def ask(client: httpx.AsyncClient, route: Route) -> httpx.Response:
    """Call it about nothing that exists, from a page of somebody else's."""
    body = {"json": {}} if route.method in {"POST", "PUT", "PATCH"} else {}
    address = route.at(dict.fromkeys(route.parameters, NOWHERE))
    return await client.request(route.method, address, headers={"origin": STRANGER}, **body)  # type: ignore[arg-type]


def wrong_in(answer: httpx.Response) -> list[str]:
    """Say what no answer may lack or have."""
    headers = answer.headers
    found = [name for name, value in HEADERS.items() if headers.get(name) != value and not is_kept(name, headers)]
    policy = headers.get("content-security-policy", "")
    found += ["content-security-policy"] if "default-src 'none'" not in policy or "unsafe" in policy else []
    found += ["permissions-policy"] if "camera=()" not in headers.get("permissions-policy", "") else []
    found += [name for name in ("server", "x-powered-by", "set-cookie") if name in headers]
    found += [name for name in headers if name.startswith("access-control-")]
    found += ["x-request-id"] if not headers.get("x-request-id", "").startswith("req_") else []
    found += ["vary"] if "origin" not in headers.get("vary", "").lower() else []
    if answer.status_code >= 400:
        found += ["content-type"] if headers.get("content-type") != "application/json" else []
        found += ["error"] if answer.json().keys() != {"error"} else []
    if answer.status_code == 401:
        found += ["www-authenticate"] if not headers.get("www-authenticate", "").startswith("Bearer") else []
    return found


def is_kept(name: str, headers: httpx.Headers) -> bool:
    """Whether an answer says for itself how long it may be kept: pictures and public keys."""
    return name == "cache-control" and "max-age" in headers.get(name, "")


@pytest.mark.parametrize("by_nobody", [True, False])
async def test_every_route_answers_so(
    app: Litestar, http: httpx.AsyncClient, asked_by: dict[Who, httpx.AsyncClient], *, by_nobody: bool
) -> None:
    findings = []
    for route in routes_of(app):
        answer = await ask(http if by_nobody else asked_by[route.access.who], route)
        findings += [f"{route} {answer.status_code}: {what}" for what in wrong_in(answer)]

    assert not findings, "\n".join(findings)
