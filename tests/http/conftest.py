"""The real application on the real PostgreSQL and Redis, called without a socket."""

import asyncio
import base64
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from dishka import AsyncContainer
from litestar import Litestar

from adapters.postgres.database import Database
from application.ports.tokens import AccessClaims, Tokens
from application.ports.unit_of_work import UnitOfWork
from domain.identity.permissions import Role
from domain.shared.ids import TenantId, UserId
from entrypoints.http.app import create_app
from entrypoints.http.settings import HttpSettings, Rates
from entrypoints.http.texts import detail_catalogue
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings
from tests.accounts import Accounts, new_claims
from tests.doubles import CheapPasswords
from tests.http.calls import APP_SECRET, VERIFY_TOKEN
from tests.servers import Servers, redis_address

Caller = Callable[..., httpx.AsyncClient]

UNLIMITED = Rates(**dict.fromkeys(Rates.__struct_fields__, 100_000))
"""Tests are faster than people; those of the limits make an application of their own."""


@pytest.fixture(autouse=True)
def untold(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Fail whatever test was answered a detail that nobody has translated, in whichever language it asked."""
    missing: list[str] = []

    def note(english: str) -> str:
        missing.append(english)
        return english

    monkeypatch.setattr(detail_catalogue, "untold", note)
    yield missing
    assert not missing, "without Portuguese in entrypoints/http/texts/details"


@pytest.fixture(scope="session")
def outbox_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where e-mails go."""
    return tmp_path_factory.mktemp("outbox")


@pytest.fixture(scope="session")
async def container(
    login_url: str, servers: Servers, worker_name: str, outbox_folder: Path
) -> AsyncIterator[AsyncContainer]:
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
            "PYTAKE_MAIL_URL": f"file:{outbox_folder}",
            "PYTAKE_FILES": f"file:{outbox_folder.parent / 'files'}",
        }
    )
    container = make_container(settings, CheapPasswords())
    yield container
    await container.close()


@pytest.fixture(scope="session")
def app(container: AsyncContainer) -> Litestar:
    """The application."""
    return create_app(container, settings=HttpSettings(version="1.2.3", rates=UNLIMITED))


@pytest.fixture
async def http(
    app: Litestar,
    app_database: Database,  # noqa: ARG001 - empties the tables afterwards
    platform_database: Database,  # noqa: ARG001 - the same
    redis_url: str,  # noqa: ARG001 - nobody has tried a password before
) -> AsyncIterator[httpx.AsyncClient]:
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
def accounts(platform_database: Database) -> Accounts:
    """Logs people in without a password."""
    return Accounts(platform_database)


@pytest.fixture
async def calling(app: Litestar, tokens: Tokens, tenant_id: TenantId, accounts: Accounts) -> AsyncIterator[Caller]:
    """Calls it as a user of a role, of the test's tenant or of another; an operator for `Role.SUPER_ADMIN`."""
    clients: list[httpx.AsyncClient] = []

    def call_as(
        role: str = Role.ADMIN, *, tenant: TenantId = tenant_id, user: UserId | None = None
    ) -> httpx.AsyncClient:
        claims = new_claims(role, tenant=tenant, user=user)
        client = _client(app, authorization=f"Bearer {tokens.issue(claims, now=datetime.now(UTC))}")
        client.event_hooks = {"request": [LoggedInFirst(accounts, claims)]}
        clients.append(client)
        return client

    yield call_as
    for client in clients:
        await client.aclose()


@pytest.fixture
def admin(calling: Caller) -> httpx.AsyncClient:
    """Calls it as the tenant's admin."""
    return calling(Role.ADMIN)


class LoggedInFirst:
    """Writes a client's session before its first request, so that making a client needs no `await`."""

    def __init__(self, accounts: Accounts, claims: AccessClaims) -> None:
        self._accounts, self._claims, self._is_written = accounts, claims, False
        self._writing = asyncio.Lock()

    async def __call__(self, _request: httpx.Request) -> None:
        async with self._writing:
            if not self._is_written:
                await self._accounts.write(self._claims)
                self._is_written = True


def _client(app: Litestar, **headers: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://pytake.test",
        headers={"accept-language": "en", **headers},
    )
