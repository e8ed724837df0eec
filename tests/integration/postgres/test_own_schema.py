"""A tenant with a schema of its own: made by its owner, reached by nobody else, kept up with the others."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from adapters.postgres import migrations
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.placements import schema_of
from adapters.postgres.tenant_schemas import PostgresTenantSchemas
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.ports.tenant_schemas import SchemaRefusedError
from domain.shared.ids import DepartmentId, TenantId
from domain.tenants.tenant import Isolation, Tenant, TenantStatus
from tests.doubles import FrozenClock
from tests.integration.postgres.conftest import driver

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = $1 AND tablename !~ '_(default|[0-9]{6})$'"


@pytest.fixture
async def owner(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(dsn=database_url)
    yield connection
    await connection.close()


@pytest.fixture
def schemas(database_url: str) -> PostgresTenantSchemas:
    return PostgresTenantSchemas(database_url)


@pytest.fixture
async def apart(
    directory: PostgresDirectory, schemas: PostgresTenantSchemas, ids: SystemIds, frozen_clock: FrozenClock
) -> AsyncIterator[TenantId]:
    tenant_id = TenantId(ids.new())
    await schemas.make(tenant_id)
    await directory.add_tenant(
        Tenant(
            id=tenant_id,
            name="Banco Aurora",
            slug=f"banco-{tenant_id}",
            status=TenantStatus.ACTIVE,
            created_at=frozen_clock.now(),
            isolation=Isolation.SCHEMA,
        )
    )
    yield tenant_id
    await schemas.drop(tenant_id)


async def test_it_has_every_table_that_the_shared_one_has(owner: asyncpg.Connection, apart: TenantId) -> None:
    shared = {row[0] for row in await owner.fetch(TABLES, "public")}

    assert {row[0] for row in await owner.fetch(TABLES, schema_of(apart))} == shared
    assert "messages" in shared


async def test_it_has_partitions_ahead(owner: asyncpg.Connection, apart: TenantId) -> None:
    months = await owner.fetchval(
        "SELECT count(*) FROM pg_inherits WHERE inhparent = to_regclass($1)", f"{schema_of(apart)}.messages"
    )

    assert months >= 3 + 1


async def test_its_rows_lie_in_it_and_nowhere_else(
    uow: PostgresUnitOfWork, owner: asyncpg.Connection, apart: TenantId, ids: SystemIds
) -> None:
    async with uow(apart) as tx:
        await tx.departments.add(DepartmentId(ids.new()), name="cobrança")

    assert await owner.fetchval(f"SELECT name FROM {schema_of(apart)}.departments") == "cobrança"  # noqa: S608 - our own name
    assert await owner.fetchval("SELECT count(*) FROM public.departments WHERE tenant_id = $1", apart) == 0


async def test_another_tenant_sees_nothing_in_it_even_by_name(
    uow: PostgresUnitOfWork, apart: TenantId, tenant_id: TenantId, ids: SystemIds
) -> None:
    async with uow(apart) as tx:
        await tx.departments.add(DepartmentId(ids.new()), name="cobrança")
    asked = f"SELECT count(*) FROM {schema_of(apart)}.departments"  # noqa: S608 - our own name

    async with uow(apart) as tx:
        assert await driver(tx).fetchval(asked) == 1
    async with uow(tenant_id) as tx:
        assert await driver(tx).fetchval(asked) == 0


async def test_making_it_again_changes_nothing(
    uow: PostgresUnitOfWork, schemas: PostgresTenantSchemas, apart: TenantId, ids: SystemIds
) -> None:
    async with uow(apart) as tx:
        await tx.departments.add(DepartmentId(ids.new()), name="cobrança")

    await schemas.make(apart)

    async with uow(apart) as tx:
        assert await tx.departments.find("cobranca") is not None


async def test_a_process_that_is_not_the_owner_makes_none(login_url: str, ids: SystemIds) -> None:
    with pytest.raises(SchemaRefusedError):
        await PostgresTenantSchemas(login_url).make(TenantId(ids.new()))


async def test_a_schema_that_is_behind_is_pending_and_caught_up(
    owner: asyncpg.Connection, database_url: str, apart: TenantId
) -> None:
    before = migrations.revisions_after(None)[0]
    await owner.execute(f'UPDATE "{schema_of(apart)}".alembic_version SET version_num = $1', before)  # noqa: S608 - ours

    pending = await migrations.pending(database_url)

    assert pending == migrations.revisions_after(before)
