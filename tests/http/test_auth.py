from datetime import UTC, datetime, timedelta

import httpx
import pytest
from dishka import AsyncContainer

from adapters.system.ids import SystemIds
from application.identity.create_user import CreateUser, CreateUserHandler
from application.ports.tickets import Tickets
from application.ports.tokens import AccessClaims, Tokens
from domain.identity.permissions import Role
from domain.shared.ids import SessionId, TenantId, UserId
from tests.http.calls import error_of
from tests.http.conftest import Caller

LOGIN = "/api/v1/auth/login"
ME = "/api/v1/auth/me"
EMAIL = "ana@aurora.example"
PASSWORD = "correct horse battery staple"


@pytest.fixture
async def ana(container: AsyncContainer, tenant_id: TenantId) -> UserId:
    create_user = await container.get(CreateUserHandler)
    return await create_user(
        CreateUser(tenant_id=tenant_id, email=EMAIL, name="Ana", role=Role.AGENT, password=PASSWORD)
    )


async def test_the_token_of_a_login_opens_the_api(http: httpx.AsyncClient, ana: UserId) -> None:
    answer = await http.post(LOGIN, json={"email": " Ana@Aurora.example ", "password": PASSWORD})

    assert answer.status_code == 200, answer.text
    assert answer.json()["token_type"] == "Bearer"
    me = await http.get(ME, headers={"authorization": f"Bearer {answer.json()['access_token']}"})
    assert me.status_code == 200
    assert (me.json()["id"], me.json()["role"]) == (str(ana), "agent")
    assert "conversations:reply" in me.json()["permissions"]
    assert "flows:edit" not in me.json()["permissions"]


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("given", [(EMAIL, "wrong"), ("nobody@aurora.example", PASSWORD), ("", "")])
async def test_a_wrong_login_does_not_say_what_is_wrong(http: httpx.AsyncClient, given: tuple[str, str]) -> None:
    answer = await http.post(LOGIN, json={"email": given[0], "password": given[1]})

    assert answer.status_code == 401
    error = error_of(answer)
    assert (error.code, error.details) == ("LOGIN_REFUSED", [])
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (None, "UNAUTHENTICATED"),
        ("", "UNAUTHENTICATED"),
        ("Bearer", "UNAUTHENTICATED"),
        ("Bearer ", "UNAUTHENTICATED"),
        ("Basic YTpi", "UNAUTHENTICATED"),
        ("Bearer nonsense", "TOKEN_INVALID"),
        ("Bearer a.b.c", "TOKEN_INVALID"),
        ("Bearer " + "x" * 10_000, "TOKEN_INVALID"),
    ],
)
async def test_without_a_good_token_nobody_gets_in(http: httpx.AsyncClient, header: str | None, code: str) -> None:
    answer = await http.get(ME, headers={} if header is None else {"authorization": header})

    assert answer.status_code == 401
    assert error_of(answer).code == code
    assert answer.headers["www-authenticate"].startswith('Bearer realm="pytake"')


async def test_an_old_token_has_expired(
    http: httpx.AsyncClient, tokens: Tokens, ids: SystemIds, tenant_id: TenantId
) -> None:
    then = datetime.now(UTC) - timedelta(hours=1)
    claims = AccessClaims(
        user_id=UserId(ids.new()),
        email=EMAIL,
        role=Role.ADMIN,
        tenant_id=tenant_id,
        session_id=SessionId(ids.new()),
        expires_at=then + timedelta(minutes=15),
    )

    answer = await http.get(ME, headers={"authorization": f"Bearer {tokens.issue(claims, now=then)}"})

    assert answer.status_code == 401
    assert error_of(answer).code == "TOKEN_EXPIRED"
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]


async def test_the_scheme_is_read_in_any_case(calling: Caller) -> None:
    client = calling(Role.VIEWER)
    client.headers["authorization"] = client.headers["authorization"].replace("Bearer", "bearer")

    answer = await client.get("/api/v1/flows")

    assert answer.status_code == 200


async def test_an_account_that_is_gone_is_401(calling: Caller) -> None:
    client = calling(Role.ADMIN)
    client.event_hooks = {"request": []}  # so that neither user nor session are written

    answer = await client.get(ME)

    assert answer.status_code == 401
    assert error_of(answer).code == "SESSION_ENDED"


async def test_a_ticket_admits_its_bearer_once(
    calling: Caller,
    container: AsyncContainer,
    tenant_id: TenantId,
    redis_url: str,  # noqa: ARG001
) -> None:
    answer = await calling(Role.AGENT).post("/api/v1/ws/ticket")

    assert answer.status_code == 201, answer.text
    assert answer.json()["expires_in"] == 30
    tickets = await container.get(Tickets)
    claims = await tickets.redeem(answer.json()["ticket"])
    assert claims is not None
    assert (claims.tenant_id, claims.role) == (tenant_id, Role.AGENT)
    assert await tickets.redeem(answer.json()["ticket"]) is None


async def test_a_stranger_gets_no_ticket(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/v1/ws/ticket")

    assert answer.status_code == 401


async def test_the_public_keys_are_public(http: httpx.AsyncClient) -> None:
    answer = await http.get("/.well-known/jwks.json")

    assert answer.status_code == 200
    [key, *_] = answer.json()["keys"]
    assert (key["kty"], "d" in key) == ("RSA", False)
