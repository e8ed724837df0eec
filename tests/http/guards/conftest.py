"""Applications with limits of their own, and how people and companies stand."""

import hashlib
import secrets
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import httpx
import msgspec
import pytest
from dishka import AsyncContainer
from litestar import Litestar

from adapters.postgres.database import Database
from adapters.system.ids import SystemIds
from application.ports.standing import Standings
from application.ports.tokens import AccessClaims, Tokens
from domain.identity.api_key_text import write_api_key
from domain.identity.permissions import Permission, Role
from domain.shared.ids import TenantId
from domain.tenants.settings import TenantSettings
from domain.tenants.tenant import TenantStatus
from entrypoints.http.app import create_app
from entrypoints.http.settings import HttpSettings, Rates
from tests.accounts import Accounts
from tests.http.conftest import UNLIMITED

AppOf = Callable[..., Litestar]
ClientOf = Callable[..., httpx.AsyncClient]

_KEY = """
INSERT INTO platform.api_keys
  (tenant_id, id, user_id, name, prefix, key_hash, scopes, created_at, updated_at, version)
VALUES ($1, $2, $3, 'Key', $4, $5, $6, now(), now(), 1)
"""


@pytest.fixture(scope="session")
def made_apps() -> dict[bytes, Litestar]:
    """Applications by their settings: to make one costs more than most tests of it."""
    return {}


@pytest.fixture
def app_of(container: AsyncContainer, made_apps: dict[bytes, Litestar], redis_url: str) -> AppOf:  # noqa: ARG001  # Redis is emptied
    """Makes an application with settings of its own; its buckets are full, as they lie in Redis."""

    def make(*, rates: Rates = UNLIMITED, **settings: object) -> Litestar:
        asked = msgspec.convert({"version": "1", "rates": rates, **settings}, HttpSettings)
        name = msgspec.json.encode(asked, order="deterministic")
        if name not in made_apps:
            made_apps[name] = create_app(container, settings=asked)
        return made_apps[name]

    return make


@pytest.fixture
async def client_of() -> AsyncIterator[ClientOf]:
    """Makes clients of an application: an address, and headers such as a caller's."""
    clients: list[httpx.AsyncClient] = []

    def make(app: Litestar, *, peer: str = "198.51.100.7", **headers: str) -> httpx.AsyncClient:
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app, client=(peer, 50_000)),
            base_url="http://pytake.test",
            headers={"accept-language": "en", **{name.replace("_", "-"): value for name, value in headers.items()}},
        )
        clients.append(client)
        return client

    yield make
    for client in clients:
        await client.aclose()


class Company:
    """The test's tenant: its people, its programs, its settings."""

    def __init__(
        self, tenant_id: TenantId, *, accounts: Accounts, platform: Database, tokens: Tokens, standings: Standings
    ) -> None:
        self.tenant_id, self._accounts, self._platform = tenant_id, accounts, platform
        self._tokens, self._standings = tokens, standings
        self._ids = SystemIds()

    async def person(self, role: str = Role.ADMIN) -> AccessClaims:
        """Log somebody in."""
        return await self._accounts.a_session(role, tenant=self.tenant_id)

    def bearer(self, claims: AccessClaims) -> str:
        """Give the header of a person's token."""
        return f"Bearer {self._tokens.issue(claims, now=datetime.now(UTC))}"

    async def someone(self, role: str = Role.ADMIN) -> str:
        """Log somebody in; give the header of their token."""
        return self.bearer(await self.person(role))

    async def api_key(self, *scopes: Permission, role: str = Role.ADMIN) -> str:
        """Make an API key of somebody new."""
        owner = await self.person(role)
        letters = "".join(secrets.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(12))
        key = write_api_key(letters=letters, secret=secrets.token_urlsafe(32))
        digest = hashlib.sha256(key.encode()).digest()
        async with self._platform.transaction() as connection:
            await connection.execute(
                _KEY, self.tenant_id, self._ids.new(), owner.user_id, f"pytake_{letters}", digest, list(scopes)
            )
        return key

    async def becomes(self, *, status: TenantStatus = TenantStatus.ACTIVE, **settings: object) -> None:
        """Change how the company stands."""
        kept = msgspec.json.encode(msgspec.convert(settings, TenantSettings))
        async with self._platform.transaction() as connection:
            await connection.execute(
                "UPDATE platform.tenants SET status = $2, settings = $3 WHERE id = $1",
                self.tenant_id,
                status.value,
                msgspec.Raw(kept),
            )
        await self._standings.forget_tenant(self.tenant_id)

    async def end(self, claims: AccessClaims) -> None:
        """End a session."""
        async with self._platform.transaction() as connection:
            await connection.execute("UPDATE platform.sessions SET ended_at = now() WHERE id = $1", claims.session_id)
        await self._standings.forget_sessions([claims.session_id])


@pytest.fixture
async def company(
    tenant_id: TenantId,
    accounts: Accounts,
    platform_database: Database,
    app_database: Database,  # noqa: ARG001  # emptied afterwards
    tokens: Tokens,
    container: AsyncContainer,
) -> Company:
    """The test's tenant."""
    standings = await container.get(Standings)
    return Company(tenant_id, accounts=accounts, platform=platform_database, tokens=tokens, standings=standings)
