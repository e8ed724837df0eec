from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import httpx
import pytest
from dishka import AsyncContainer
from litestar import Litestar

from adapters.postgres.database import Database
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from tests.http.identity.logging_in import Knock, client_at
from tests.http.identity.member import Member
from tests.http.identity.people import Person, a_person
from tests.mails import Outbox

Do = Callable[..., Awaitable[list[dict[str, object]]]]
Audited = Callable[[TenantId], Awaitable[list[str]]]


@pytest.fixture(autouse=True)
def _nobody_has_tried_before(redis_url: str) -> None:
    """Tries are counted in Redis, which is empty now."""


@pytest.fixture
def outbox(container: AsyncContainer, outbox_folder: Path) -> Outbox:
    """The e-mails that were sent."""
    return Outbox(outbox_folder, container)


@pytest.fixture
async def member(http: httpx.AsyncClient, app: Litestar) -> AsyncIterator[Member]:
    """The admin of a company that registered itself."""
    async with Member(http, app) as registered:
        yield registered


@pytest.fixture
async def knock(app: Litestar, platform_database: Database) -> AsyncIterator[Knock]:  # noqa: ARG001 - emptied afterwards
    """Calls from an address of one's own."""
    clients: list[httpx.AsyncClient] = []

    def make(**where: str) -> httpx.AsyncClient:
        clients.append(client_at(app, **where))
        return clients[-1]

    yield make
    for client in clients:
        await client.aclose()


@pytest.fixture
async def ana(container: AsyncContainer, knock: Knock, tenant_id: TenantId) -> Person:
    """An agent of the tenant, with a password."""
    return await a_person(container, knock, tenant=tenant_id, role=Role.AGENT)


@pytest.fixture
async def operator(container: AsyncContainer, knock: Knock) -> Person:
    """A super_admin, with a password."""
    return await a_person(container, knock, tenant=PLATFORM, role=Role.SUPER_ADMIN, email="root@pytake.example")


@pytest.fixture
def do(platform_database: Database) -> Do:
    """Runs a statement on all tenants' rows."""

    async def run(sql: str, *values: object) -> list[dict[str, object]]:
        async with platform_database.connection() as connection:
            return [dict(row) for row in await connection.fetch(sql, *values)]

    return run


@pytest.fixture
def audited(app_database: Database) -> Audited:
    """Names what a tenant's audit log tells, the oldest first."""

    async def read(tenant_id: TenantId) -> list[str]:
        async with app_database.tenant_transaction(tenant_id) as connection:
            rows = await connection.fetch("SELECT action FROM audit_log WHERE tenant_id = $1 ORDER BY seq", tenant_id)
        return [row["action"] for row in rows]

    return read
