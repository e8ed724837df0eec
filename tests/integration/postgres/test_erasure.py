"""A company that has left is erased: afterwards no row of any table names it, and every other company is whole."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from adapters.postgres import migrations
from adapters.postgres.database import Database, Role
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.erasure import ROWS_AT_ONCE, PostgresErasure
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.clock import SystemClock
from adapters.system.ids import SystemIds
from application.ports.audit import Subject
from application.ports.erasure import NotErasableError
from application.ports.jobs import Job
from domain.audit.actions import AuditAction
from domain.audit.author import SYSTEM
from domain.shared.ids import TenantId
from domain.tenants.tenant import Isolation, Tenant, TenantStatus
from tests.doubles import RecordedWakeups
from tests.integration.postgres.conftest import driver
from tests.integration.postgres.filling import fill
from tests.integration.postgres.own_server import own_postgres
from tests.integration.postgres.test_tables import TENANTS_TABLES
from tests.servers import LOGIN, address

LONG_AGO = datetime.now(UTC) - timedelta(days=30)

TABLES = """
SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
WHERE schemaname IN ('public', 'platform') OR schemaname LIKE 'tenant\\_%'
"""


class Remind(Job, frozen=True, tag="remind"):
    """Some job of the tenant's."""

    tenant_id: TenantId


async def places_naming(tenant_id: TenantId, *, url: str) -> dict[str, int]:
    """Give the tables with rows in which the tenant's id stands, in whatever column."""
    connection = await asyncpg.connect(dsn=url)
    try:
        tables = [row["name"] for row in await connection.fetch(TABLES)]
        counts = {
            table: await connection.fetchval(
                f"SELECT count(*) FROM ONLY {table} AS line WHERE line::text LIKE $1",  # noqa: S608 - the catalogue's names
                f"%{tenant_id}%",
            )
            for table in tables
        }
    finally:
        await connection.close()
    return {table: count for table, count in counts.items() if count}


async def leave(uow: PostgresUnitOfWork, tenant_id: TenantId, *, at: datetime = LONG_AGO) -> None:
    async with uow(tenant_id) as tx:
        tenant = await tx.tenants.get()
        tenant.delete(now=at)
        await tx.tenants.save(tenant)
        tx.audit.record(AuditAction.TENANT_DELETED, by=SYSTEM, on=Subject(type="tenant", id=tenant_id))


@pytest.fixture
def erasure(app_database: Database, platform_database: Database) -> PostgresErasure:
    return PostgresErasure(app=app_database, platform=platform_database)


class TestEveryTable:
    @pytest.fixture(params=Isolation)
    def isolation(self, request: pytest.FixtureRequest) -> Isolation:
        found: Isolation = request.param
        return found

    @pytest.fixture(autouse=True)
    async def _rows_everywhere(
        self,
        uow: PostgresUnitOfWork,
        platform_database: Database,
        ids: SystemIds,
        tenant_id: TenantId,
        other_tenant: TenantId,
    ) -> None:
        for tenant in (tenant_id, other_tenant):
            await fill(uow, platform_database, TENANTS_TABLES, tenant_id=tenant, row_id=ids.new())

    async def test_forgets_the_company_and_no_other(
        self,
        erasure: PostgresErasure,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        other_tenant: TenantId,
        database_url: str,
    ) -> None:
        async with uow(tenant_id) as tx:
            tx.jobs.put(Remind(tenant_id=tenant_id))
        await leave(uow, tenant_id)
        before = await places_naming(other_tenant, url=database_url)

        erased = await erasure.erase_rows(tenant_id)
        await erasure.erase_tenant(tenant_id)

        assert await places_naming(tenant_id, url=database_url) == {}
        assert await places_naming(other_tenant, url=database_url) == before
        assert {table.rpartition(".")[2] for table in TENANTS_TABLES} - {"audit_heads"} <= erased.keys()
        assert erased["jobs"] == 1

    async def test_is_whole_when_the_erasure_begins_again(
        self, erasure: PostgresErasure, uow: PostgresUnitOfWork, tenant_id: TenantId, database_url: str
    ) -> None:
        await leave(uow, tenant_id)
        interrupted = asyncio.create_task(erasure.erase_rows(tenant_id))
        await asyncio.sleep(0.02)
        interrupted.cancel()
        await asyncio.gather(interrupted, return_exceptions=True)

        await erasure.erase_rows(tenant_id)
        await erasure.erase_tenant(tenant_id)

        assert await places_naming(tenant_id, url=database_url) == {}


class TestRefusing:
    @pytest.mark.parametrize("age", [None, timedelta(), timedelta(days=29, hours=23)])
    async def test_a_company_that_is_there_or_may_come_back_stays(
        self,
        age: timedelta | None,
        erasure: PostgresErasure,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        database_url: str,
    ) -> None:
        if age is not None:
            await leave(uow, tenant_id, at=datetime.now(UTC) - age)
        before = await places_naming(tenant_id, url=database_url)

        with pytest.raises(NotErasableError):
            await erasure.erase_rows(tenant_id)

        assert await places_naming(tenant_id, url=database_url) == before

    async def test_the_row_of_a_company_that_is_there_stays(
        self, erasure: PostgresErasure, tenant_id: TenantId, directory: PostgresDirectory
    ) -> None:
        await erasure.erase_tenant(tenant_id)

        assert await directory.tenant(tenant_id) is not None

    async def test_the_function_itself_refuses(self, platform_database: Database, tenant_id: TenantId) -> None:
        async with platform_database.connection() as connection:
            with pytest.raises(asyncpg.ObjectNotInPrerequisiteStateError):
                await connection.execute("SELECT platform.erase_audit($1, 10)", tenant_id)

    async def test_the_application_cannot_even_ask(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with uow(tenant_id) as tx:
                await driver(tx).execute("SELECT platform.erase_audit($1, 10)", tenant_id)


async def test_webhooks_find_the_company_no_more(
    erasure: PostgresErasure,
    uow: PostgresUnitOfWork,
    platform_database: Database,
    ids: SystemIds,
    tenant_id: TenantId,
) -> None:
    await fill(uow, platform_database, ["platform.webhook_routes"], tenant_id=tenant_id, row_id=ids.new())

    await erasure.stop_deliveries(tenant_id)

    async with platform_database.connection() as connection:
        assert await connection.fetchval("SELECT count(*) FROM platform.webhook_routes") == 0


async def test_more_rows_than_one_step_takes_are_erased(
    erasure: PostgresErasure, uow: PostgresUnitOfWork, platform_database: Database, tenant_id: TenantId
) -> None:
    async with platform_database.connection() as connection:
        await connection.execute(
            "INSERT INTO platform.dead_letters (id, kind, lane_key, tenant_id, body, error, at)"
            " SELECT gen_random_uuid(), 'contact', 'x', $1, '', '', now() FROM generate_series(1, $2)",
            tenant_id,
            ROWS_AT_ONCE * 2 + 1,
        )
    await leave(uow, tenant_id)

    erased = await erasure.erase_rows(tenant_id)

    assert erased["dead_letters"] == ROWS_AT_ONCE * 2 + 1


class TestAnOwnerWithoutPowers:
    """The database's owner need not be a superuser: the fences are forced on it too, and let it through here only."""

    @pytest.fixture
    def superuser_url(self) -> Iterator[str]:
        with own_postgres() as running:
            yield address(running.services.owner_url, name="fresh")

    @pytest.fixture(params=["made_the_roles", "is_in_the_roles"])
    async def login_url(self, request: pytest.FixtureRequest, superuser_url: str) -> str:
        server = await asyncpg.connect(dsn=address(superuser_url, name="postgres"))
        try:
            await server.execute("CREATE ROLE keeper LOGIN NOSUPERUSER CREATEROLE")
            if request.param == "is_in_the_roles":
                await server.execute("CREATE ROLE pytake_app; CREATE ROLE pytake_platform")
                await server.execute("GRANT pytake_app, pytake_platform TO keeper WITH ADMIN OPTION")
            await server.execute("CREATE DATABASE fresh OWNER keeper")
        finally:
            await server.close()
        owner_url = address(superuser_url, user="keeper")
        await migrations.upgrade(owner_url)
        await migrations.ensure_login(owner_url, name=LOGIN)
        return address(superuser_url, user=LOGIN)

    @pytest.fixture
    async def databases(self, login_url: str) -> AsyncIterator[dict[Role, Database]]:
        opened = {role: await Database.open(login_url, role=role, min_size=0) for role in Role}
        yield opened
        for database in opened.values():
            await database.close()

    async def test_erases_the_audit_log(
        self, databases: dict[Role, Database], superuser_url: str, ids: SystemIds
    ) -> None:
        uow = PostgresUnitOfWork(databases[Role.APP], wakeups=RecordedWakeups(), ids=ids, clock=SystemClock())
        directory = PostgresDirectory(databases[Role.PLATFORM])
        leaving, staying = TenantId(ids.new()), TenantId(ids.new())
        for tenant_id in (leaving, staying):
            await directory.add_tenant(
                Tenant(
                    id=tenant_id,
                    name="Aurora",
                    slug=f"aurora-{tenant_id}",
                    status=TenantStatus.ACTIVE,
                    created_at=LONG_AGO,
                )
            )
            async with uow(tenant_id) as tx:
                tx.audit.record(AuditAction.TENANT_CREATED, by=SYSTEM, on=Subject(type="tenant", id=tenant_id))
        await leave(uow, leaving)
        before = await places_naming(staying, url=superuser_url)
        erasure = PostgresErasure(app=databases[Role.APP], platform=databases[Role.PLATFORM])

        erased = await erasure.erase_rows(leaving)
        await erasure.erase_tenant(leaving)

        assert erased["audit_log"] == 3
        assert await places_naming(leaving, url=superuser_url) == {}
        assert await places_naming(staying, url=superuser_url) == before
