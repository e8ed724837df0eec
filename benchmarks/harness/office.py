"""Companies with flows in the same tables, an agent of one of them, and how that agent logs in and out."""

from datetime import UTC, datetime
from typing import Any

import msgspec
from dishka import AsyncContainer
from litestar import Litestar

from application.identity.create_user import CreateUser, CreateUserHandler
from application.ports.standing import Standings
from application.ports.tokens import Tokens
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from benchmarks.harness.in_process import OK, Call
from benchmarks.harness.unguarded import Known
from benchmarks.harness.world import Company, rows
from domain.identity.permissions import Role
from domain.shared.ids import SessionId, TenantId
from entrypoints.http.app import create_app
from entrypoints.http.settings import HttpSettings, Rates

PAGE = 20
ROUTE = f"/api/v1/flows?limit={PAGE}"
LISTED, ELSEWHERE, OTHERS = 250, 500, 4
"""Flows of the company that is asked for, of each other one, and how many others there are."""
BURST = 1_000_000
RATES = Rates(per_second=1, burst=BURST, tenant_per_second=1, tenant_burst=BURST)
"""Nobody is refused, and what was counted can be seen: a bucket gets back one a second."""
EMAIL, PASSWORD = "ana@aurora.example", "correct horse battery staple"
COPY = """
INSERT INTO flows (tenant_id, id, name, draft, priority, published_number, version, created_at, updated_at)
SELECT $1, uuidv7(number * interval '-1 minute'), $2 || ' ' || number, draft, 0, 0, 1,
  now() - number * interval '1 minute', now() - number * interval '1 minute'
FROM flows, generate_series(1, $3) AS number WHERE tenant_id = $4 AND published_version_id IS NOT NULL
"""
MORE_SESSIONS = """
INSERT INTO platform.sessions (tenant_id, id, user_id, created_at, last_seen_at, expires_at, ip, user_agent)
SELECT tenant_id, uuidv7(), user_id, created_at, last_seen_at, expires_at, ip, user_agent
FROM platform.sessions, generate_series(1, $2) WHERE id = $1 RETURNING id
"""
NO_CONTENT = 204


class _Tokens(msgspec.Struct):
    access_token: str


def app_of(container: AsyncContainer) -> Litestar:
    """Make the application as it is served, with rates that refuse nobody."""
    return create_app(container, settings=HttpSettings(version="benchmark", rates=RATES))


async def fill(found: Company, container: AsyncContainer) -> None:
    """Write everybody's flows as copies of the one that is published, and the agent."""
    create = await container.get(CreateTenantHandler)
    flows = [(found.tenant_id, "Aurora", LISTED - 1)]
    for number in range(OTHERS):
        other = await create(CreateTenant(name=f"Boreal {number}", slug=f"boreal-{number}"))
        flows.append((other, "Boreal", ELSEWHERE))
    for tenant_id, name, count in flows:
        await rows(found.owner_url, COPY, tenant_id, name, count, found.tenant_id)
    await rows(found.owner_url, "ANALYZE")
    create_user = await container.get(CreateUserHandler)
    await create_user(
        CreateUser(tenant_id=found.tenant_id, email=EMAIL, name="Ana", role=Role.AGENT, password=PASSWORD)
    )


async def log_in(app: Litestar) -> str:
    """Give the access token of a new session of the agent."""
    body = msgspec.json.encode({"email": EMAIL, "password": PASSWORD})
    answer = await Call(app, "POST", "/api/v1/auth/login", body=body)()
    if answer.status != OK:
        raise AssertionError(f"the agent could not log in: {answer.status} {answer.body!r}")
    return msgspec.json.decode(answer.body, type=_Tokens).access_token


async def more_sessions(found: Company, container: AsyncContainer, token: str, *, count: int) -> list[str]:
    """Give the access tokens of further sessions of the agent, as if each were another device."""
    tokens = await container.get(Tokens)
    claims = await tokens.read(token)
    made = await rows(found.owner_url, MORE_SESSIONS, claims.session_id, count)
    now = datetime.now(UTC)
    return [tokens.issue(msgspec.structs.replace(claims, session_id=SessionId(row["id"])), now=now) for row in made]


async def log_out(app: Litestar, token: str) -> None:
    """End the session of a token."""
    answer = await Call(app, "POST", "/api/v1/auth/logout", token)()
    if answer.status != NO_CONTENT:
        raise AssertionError(f"the agent could not log out: {answer.status} {answer.body!r}")


async def known(container: AsyncContainer, token: str) -> Known:
    """Give how the bearer of a token stands."""
    tokens, standings = await container.get(Tokens), await container.get(Standings)
    claims = await tokens.read(token)
    session, tenant = await standings.session(claims.session_id), await standings.tenant(claims.tenant_id)
    if session is None or tenant is None:
        raise AssertionError("the session that was just opened does not count")
    return Known(session=session, tenant=tenant)


async def expected_page(found: Company, app: Litestar, token: str) -> bytes:
    """Give the answer that every side must give: the company's twenty newest flows, and how many it has."""
    answer = await Call(app, "GET", ROUTE, token)()
    if answer.status != OK:
        raise AssertionError(f"answered {answer.status}: {answer.body!r}")
    page: dict[str, Any] = msgspec.json.decode(answer.body)
    shown = [item["id"] for item in page["items"]]
    if shown != await _newest(found, found.tenant_id) or page["total"] != LISTED:
        raise AssertionError(f"not the company's {PAGE} newest of {LISTED}: {page}")
    return answer.body


async def _newest(found: Company, tenant_id: TenantId) -> list[str]:
    newest = "SELECT id FROM flows WHERE tenant_id = $1 ORDER BY id DESC LIMIT $2"
    return [str(row["id"]) for row in await rows(found.owner_url, newest, tenant_id, PAGE)]
