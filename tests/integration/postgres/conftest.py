from collections.abc import Awaitable, Callable
from datetime import timedelta

import asyncpg
import pytest

from adapters.postgres.database import Database
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.lanes import PostgresLaneDesk
from adapters.postgres.transaction import PostgresTransaction
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.ports.lanes import Lane, LaneKind
from domain.shared.ids import TenantId
from domain.tenants.tenant import Tenant, TenantStatus
from tests.doubles import FrozenClock
from tests.integration.postgres.bench import Bench

LEASE = timedelta(seconds=30)

Claim = Callable[..., Awaitable[list[Lane]]]
NewTenant = Callable[[], Awaitable[TenantId]]


@pytest.fixture
def new_tenant(directory: PostgresDirectory, ids: SystemIds, frozen_clock: FrozenClock) -> NewTenant:
    """Makes further tenants."""

    async def add() -> TenantId:
        tenant_id = TenantId(ids.new())
        await directory.add_tenant(
            Tenant(
                id=tenant_id,
                name="Livraria Sol",
                slug=f"sol-{tenant_id}",
                status=TenantStatus.ACTIVE,
                created_at=frozen_clock.now(),
            )
        )
        return tenant_id

    return add


@pytest.fixture
async def other_tenant(new_tenant: NewTenant) -> TenantId:
    return await new_tenant()


@pytest.fixture
def desk(platform_database: Database) -> PostgresLaneDesk:
    return PostgresLaneDesk(platform_database)


@pytest.fixture
def bench(uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database) -> Bench:
    return Bench(uow, tenant_id, platform_database)


@pytest.fixture
def claim(desk: PostgresLaneDesk) -> Claim:
    """Claims with everything that a test does not care for filled in."""

    async def ask(
        *, limit: int = 10, owner: str = "worker", kinds: tuple[LaneKind, ...] = (LaneKind.CONTACT,)
    ) -> list[Lane]:
        return await desk.claim(kinds=kinds, owner=owner, limit=limit, lease=LEASE)

    return ask


def driver(tx: PostgresTransaction) -> asyncpg.Connection:
    """Give the connection under a transaction, for SQL that no repository would write."""
    return tx._connection.driver  # type: ignore[return-value]  # the port knows a part of it
