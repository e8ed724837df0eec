"""The real application on the real PostgreSQL and Redis, called without a socket."""

import base64
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from dishka import AsyncContainer
from litestar import Litestar

from adapters.postgres.database import Database
from adapters.system.ids import SystemIds
from application.ports.tokens import AccessClaims, Tokens
from application.ports.unit_of_work import UnitOfWork
from domain.identity.permissions import Role
from domain.shared.ids import SessionId, TenantId, UserId
from entrypoints.http.app import create_app
from entrypoints.http.settings import HttpSettings
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings
from tests.http.calls import APP_SECRET, VERIFY_TOKEN
from tests.servers import Servers, redis_address

Caller = Callable[..., httpx.AsyncClient]


@pytest.fixture(scope="session")
async def container(login_url: str, servers: Servers, worker_name: str) -> AsyncIterator[AsyncContainer]:
    """Everything wired, as `pytake serve` has it."""
    redis_url = redis_address(servers.redis_url, database=int(worker_name.removeprefix("gw")))
    settings = read_settings(
        {
            "DATABASE_URL": login_url,
            "REDIS_URL": redis_url,
            "PYTAKE_MASTER_KEY": base64.b64encode(bytes(32)).decode(),
            "WHATSAPP_APP_SECRETS": APP_SECRET,
            "WHATSAPP_VERIFY_TOKEN": VERIFY_TOKEN,
            "WHATSAPP_BASE_URL": "http://127.0.0.1:9",
        }
    )
    container = make_container(settings)
    yield container
    await container.close()


@pytest.fixture(scope="session")
def app(container: AsyncContainer) -> Litestar:
    """The application."""
    return create_app(container, settings=HttpSettings(version="1.2.3"))


@pytest.fixture
async def http(app: Litestar, app_database: Database, platform_database: Database) -> AsyncIterator[httpx.AsyncClient]:  # noqa: ARG001
    """Calls it as nobody, in English."""
    async with _client(app) as client:
        yield client


@pytest.fixture
async def tokens(container: AsyncContainer) -> Tokens:
    """Makes tokens."""
    found: Tokens = await container.get(Tokens)
    return found


@pytest.fixture
async def uow_of_app(container: AsyncContainer) -> UnitOfWork:
    """Opens the application's own transactions."""
    found: UnitOfWork = await container.get(UnitOfWork)
    return found


@pytest.fixture
async def calling(app: Litestar, tokens: Tokens, tenant_id: TenantId, ids: SystemIds) -> AsyncIterator[Caller]:
    """Calls it as a user of a role, of the test's tenant or of another."""
    clients: list[httpx.AsyncClient] = []

    def call_as(
        role: Role = Role.ADMIN, *, tenant: TenantId = tenant_id, user: UserId | None = None
    ) -> httpx.AsyncClient:
        now = datetime.now(UTC)
        claims = AccessClaims(
            user_id=user or UserId(ids.new()),
            email="ana@aurora.example",
            role=role,
            tenant_id=tenant,
            session_id=SessionId(ids.new()),
            expires_at=now + timedelta(minutes=5),
        )
        client = _client(app, authorization=f"Bearer {tokens.issue(claims, now=now)}")
        clients.append(client)
        return client

    yield call_as
    for client in clients:
        await client.aclose()


@pytest.fixture
def admin(calling: Caller) -> httpx.AsyncClient:
    """Calls it as the tenant's admin."""
    return calling(Role.ADMIN)


def _client(app: Litestar, **headers: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://pytake.test",
        headers={"accept-language": "en", **headers},
    )
