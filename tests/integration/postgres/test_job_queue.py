from datetime import timedelta

import asyncpg
import pytest
from pgqueuer.adapters.persistence.qb import QueryBuilderEnvironment
from pgqueuer.db import AsyncpgDriver
from pgqueuer.queries import Queries

from adapters.postgres.database import Database
from adapters.postgres.job_board import PostgresJobBoard
from adapters.postgres.job_names import NAMES
from adapters.postgres.job_queue import PostgresJobs
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.jobs import Job
from domain.shared.ids import TenantId
from tests.integration.postgres.conftest import driver


class Count(Job, frozen=True, kw_only=True, tag="test_count"):
    number: int


async def waiting(database: Database) -> list[tuple[str, bytes, str | None]]:
    async with database.connection() as connection:
        rows = await connection.fetch(
            "SELECT entrypoint, payload, headers->>'tenant_id' AS tenant FROM platform.jobs ORDER BY id"
        )
    return [tuple(row) for row in rows]


async def begin_all(database: Database) -> None:
    async with database.connection() as connection:
        await connection.execute(
            "UPDATE platform.jobs SET status = 'picked', queue_manager_id = gen_random_uuid(), heartbeat = now()"
        )


class TestInATransaction:
    async def test_a_job_is_there_after_the_commit(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database
    ) -> None:
        async with uow(tenant_id) as tx:
            tx.jobs.put(Count(number=1))
            tx.jobs.put(Count(number=2))

        assert await waiting(platform_database) == [
            ("test_count", b'{"job":"test_count","number":1}', str(tenant_id)),
            ("test_count", b'{"job":"test_count","number":2}', str(tenant_id)),
        ]

    async def test_it_is_undone_with_its_transaction(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database
    ) -> None:
        with pytest.raises(ZeroDivisionError):  # noqa: PT012 - the block is what is tested
            async with uow(tenant_id) as tx:
                tx.jobs.put(Count(number=1))
                raise ZeroDivisionError

        assert await waiting(platform_database) == []

    async def test_it_may_be_due_later(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database
    ) -> None:
        async with uow(tenant_id) as tx:
            tx.jobs.put(Count(number=1), after=timedelta(hours=1))

        backlog = await PostgresJobBoard(platform_database).backlog()
        assert (backlog.due, len(await waiting(platform_database))) == (0, 1)


class TestKeys:
    async def test_of_those_with_one_key_one_waits(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database
    ) -> None:
        async with uow(tenant_id) as tx:
            tx.jobs.put(Count(number=1), key="a")
            tx.jobs.put(Count(number=2), key="b")
            tx.jobs.put(Count(number=3), key="a")
        async with uow(tenant_id) as tx:
            tx.jobs.put(Count(number=4), key="b")

        payloads = sorted(payload for _, payload, _ in await waiting(platform_database))
        assert payloads == [b'{"job":"test_count","number":1}', b'{"job":"test_count","number":2}']

    async def test_a_job_that_has_begun_does_not_wait_any_more(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database
    ) -> None:
        async with uow(tenant_id) as tx:
            tx.jobs.put(Count(number=1), key="a")
        await begin_all(platform_database)

        async with uow(tenant_id) as tx:
            tx.jobs.put(Count(number=2), key="a")

        assert len(await waiting(platform_database)) == 2

    async def test_one_that_stands_for_another_cannot_begin_before_that_commits(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database
    ) -> None:
        async with uow(tenant_id) as tx:
            tx.jobs.put(Count(number=1), key="a")

        async with uow(tenant_id) as tx:
            await driver(tx).execute(
                "SELECT platform.put_jobs('{test_count}', ARRAY['x'::bytea], ARRAY[interval '0'], '{a}')"
            )
            async with platform_database.connection() as connection:
                free = await connection.fetch("SELECT id FROM platform.jobs FOR UPDATE SKIP LOCKED")

        assert free == []

    async def test_tenants_do_not_meet_in_them(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant: TenantId, platform_database: Database
    ) -> None:
        for tenant in (tenant_id, other_tenant):
            async with uow(tenant) as tx:
                tx.jobs.put(Count(number=1), key="a")

        assert [tenant for _, _, tenant in await waiting(platform_database)] == [str(tenant_id), str(other_tenant)]


class TestRights:
    @pytest.mark.parametrize("statement", ["SELECT * FROM {}", "DELETE FROM {}", "TRUNCATE {}"])
    @pytest.mark.parametrize("table", ["jobs", "job_log", "job_schedules", "job_statistics"])
    async def test_the_application_can_only_order(self, statement: str, table: str, app_database: Database) -> None:
        async with app_database.connection() as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement.format(f"platform.{table}"))

    async def test_it_cannot_order_past_the_function(self, app_database: Database) -> None:
        async with app_database.connection() as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(
                    "INSERT INTO platform.jobs (priority, entrypoint, status) VALUES (9, 'x', 'queued')"
                )


class TestWithoutATenant:
    async def test_a_job_of_the_platform_is_ordered_once_a_key(self, platform_database: Database) -> None:
        jobs = PostgresJobs(platform_database)

        await jobs.put(Count(number=1), key="hourly")
        await jobs.put(Count(number=2), key="hourly")

        assert await waiting(platform_database) == [("test_count", b'{"job":"test_count","number":1}', None)]


async def test_the_tables_are_those_that_pgqueuer_wants(database_url: str) -> None:
    connection = await asyncpg.connect(dsn=database_url)
    try:
        plan = await Queries(AsyncpgDriver(connection), qbe=QueryBuilderEnvironment(NAMES)).plan_upgrade()
    finally:
        await connection.close()

    assert [statement for statement in plan.statements if not about_notifying(statement)] == []


def about_notifying(statement: str) -> bool:
    """We leave out the trigger that notifies of every change."""
    return NAMES.trigger in statement or NAMES.function in statement
