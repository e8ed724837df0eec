import asyncio
import contextlib
from collections.abc import AsyncIterator

import asyncpg
import pytest

from adapters.postgres.database import Database, NotCommittedError, Role
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.ports.lanes import DeadLetter, LaneKind
from domain.conversations.events import ConversationAssigned
from domain.shared.ids import ConversationId, DepartmentId, TenantId, UserId
from tests.doubles import FrozenClock, RecordedWakeups
from tests.integration.postgres.conftest import driver

ADD_FLOW = """
INSERT INTO flows (tenant_id, id, chatbot_id, name, draft, priority, published_number, version, created_at, updated_at)
VALUES ($1, $2, $3, 'flow', '{}', 0, 0, 0, now(), now())
"""


@pytest.fixture
async def department(uow: PostgresUnitOfWork, tenant_id: TenantId, ids: SystemIds) -> DepartmentId:
    department_id = DepartmentId(ids.new())
    async with uow(tenant_id) as tx:
        await tx.departments.add(department_id, name="Vendas")
    return department_id


class TestFences:
    @pytest.mark.usefixtures("department")
    async def test_another_tenants_rows_are_not_there_to_read(
        self, uow: PostgresUnitOfWork, other_tenant: TenantId
    ) -> None:
        async with uow(other_tenant) as tx:
            assert await driver(tx).fetch("SELECT * FROM departments") == []

    @pytest.mark.parametrize("change", ["UPDATE departments SET name = 'x'", "DELETE FROM departments"])
    @pytest.mark.usefixtures("department")
    async def test_another_tenants_rows_are_not_there_to_write(
        self, uow: PostgresUnitOfWork, other_tenant: TenantId, change: str
    ) -> None:
        async with uow(other_tenant) as tx:
            assert (await driver(tx).execute(change)).endswith(" 0")

    async def test_a_row_cannot_be_written_for_another_tenant(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant: TenantId, ids: SystemIds
    ) -> None:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with uow(other_tenant) as tx:
                await driver(tx).execute(
                    "INSERT INTO departments VALUES ($1, $2, 'theirs', now())", tenant_id, ids.new()
                )

    async def test_a_row_cannot_point_at_another_tenants(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant: TenantId, ids: SystemIds
    ) -> None:
        theirs = ids.new()
        async with uow(tenant_id) as tx:
            await driver(tx).execute(
                "INSERT INTO chatbots VALUES ($1, $2, 'bot', NULL, true, 0, now())", tenant_id, theirs
            )

        with pytest.raises(asyncpg.ForeignKeyViolationError):
            async with uow(other_tenant) as tx:
                await driver(tx).execute(ADD_FLOW, other_tenant, ids.new(), theirs)

    async def test_another_tenants_platform_rows_are_not_there(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant: TenantId, frozen_clock: FrozenClock
    ) -> None:
        async with uow(tenant_id) as tx:
            tx.lanes.wake(LaneKind.CONTACT, "c1", due_at=frozen_clock.now())

        async with uow(other_tenant) as tx:
            assert await driver(tx).fetch("SELECT * FROM platform.lanes") == []

    async def test_without_a_tenant_nothing_can_be_read(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, app_database: Database, ids: SystemIds
    ) -> None:
        async with uow(tenant_id) as tx:
            await driver(tx).execute(
                "INSERT INTO departments (tenant_id, id, name, created_at) VALUES ($1, $2, 'Vendas', now())",
                tenant_id,
                ids.new(),
            )

        with pytest.raises((asyncpg.UndefinedObjectError, asyncpg.InvalidTextRepresentationError)):
            async with app_database.transaction() as connection:
                await connection.fetch("SELECT * FROM departments")

    async def test_a_tenant_id_that_is_no_uuid_is_refused_before_it_is_sql(self, uow: PostgresUnitOfWork) -> None:
        with pytest.raises(ValueError, match="UUID"):
            async with uow("'; DROP TABLE departments; --"):  # type: ignore[arg-type]  # on purpose
                pass


class TestTheSettingEnds:
    """The next user of a connection never finds the tenant of the one before."""

    @pytest.fixture
    async def one_connection(self, login_url: str) -> AsyncIterator[Database]:
        database = await Database.open(login_url, role=Role.APP, min_size=1, max_size=1)
        yield database
        await database.close()

    @pytest.fixture
    def narrow(
        self, one_connection: Database, wakeups: RecordedWakeups, ids: SystemIds, frozen_clock: FrozenClock
    ) -> PostgresUnitOfWork:
        return PostgresUnitOfWork(one_connection, wakeups=wakeups, ids=ids, clock=frozen_clock)

    async def left_behind(self, database: Database) -> tuple[str, str]:
        async with database.connection() as connection:
            return await connection.fetchval("SELECT coalesce(current_setting('app.tenant_id', true), '')"), str(
                connection.is_in_transaction()
            )

    async def test_after_a_commit(
        self, narrow: PostgresUnitOfWork, one_connection: Database, tenant_id: TenantId
    ) -> None:
        async with narrow(tenant_id):
            pass

        assert await self.left_behind(one_connection) == ("", "False")

    async def test_after_an_exception(
        self, narrow: PostgresUnitOfWork, one_connection: Database, tenant_id: TenantId
    ) -> None:
        with pytest.raises(ZeroDivisionError):
            async with narrow(tenant_id):
                raise ZeroDivisionError

        assert await self.left_behind(one_connection) == ("", "False")

    async def test_after_cancellations_at_any_moment(
        self, narrow: PostgresUnitOfWork, one_connection: Database, tenant_id: TenantId
    ) -> None:
        async def work() -> None:
            async with narrow(tenant_id) as tx:
                await driver(tx).fetchval("SELECT pg_sleep(0.002)")
                await driver(tx).execute(
                    "INSERT INTO departments VALUES ($1, gen_random_uuid(), 'half', now())", tenant_id
                )
                await asyncio.sleep(10)

        for moment in range(40):
            task = asyncio.create_task(work())
            await asyncio.sleep(moment * 0.0002)
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            assert await self.left_behind(one_connection) == ("", "False")

        async with narrow(tenant_id) as tx:
            assert await driver(tx).fetchval("SELECT count(*) FROM departments") == 0


class TestCommit:
    async def test_an_exception_undoes_everything(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, ids: SystemIds, wakeups: RecordedWakeups,
        frozen_clock: FrozenClock,
    ) -> None:  # fmt: skip
        with pytest.raises(ZeroDivisionError):  # noqa: PT012 - the block is what is tested
            async with uow(tenant_id) as tx:
                await tx.departments.add(DepartmentId(ids.new()), name="Vendas")
                tx.lanes.wake(LaneKind.NUMBER, "n1", due_at=frozen_clock.now())
                raise ZeroDivisionError

        async with uow(tenant_id) as tx:
            assert await tx.departments.find("Vendas") is None
            assert await driver(tx).fetch("SELECT * FROM platform.lanes") == []
        assert wakeups.nudges == []

    async def test_a_swallowed_error_of_a_statement_is_no_commit(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        with pytest.raises(NotCommittedError):  # noqa: PT012 - the block is what is tested
            async with uow(tenant_id) as tx:
                with contextlib.suppress(asyncpg.PostgresError):
                    await driver(tx).execute("SELECT 1 / 0")

    async def test_events_are_written_in_their_order_with_the_change(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, ids: SystemIds, wakeups: RecordedWakeups
    ) -> None:
        conversation = ConversationId(ids.new())
        people = [UserId(ids.new()) for _ in range(3)]

        async with uow(tenant_id) as tx:
            tx.record([ConversationAssigned(conversation_id=conversation, assigned_to=person) for person in people])

        async with uow(tenant_id) as tx:
            rows = await driver(tx).fetch(
                "SELECT type, conversation_id, data->>'assigned_to' AS person FROM platform.events ORDER BY position"
            )
        assert [row["person"] for row in rows] == [str(person) for person in people]
        assert {(row["type"], row["conversation_id"]) for row in rows} == {("conversation_assigned", conversation)}
        assert wakeups.nudges == ["relay"]

    async def test_kinds_that_are_due_now_are_nudged_and_later_ones_not(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, wakeups: RecordedWakeups, frozen_clock: FrozenClock
    ) -> None:
        async with uow(tenant_id) as tx:
            tx.lanes.wake(LaneKind.NUMBER, "n1", due_at=frozen_clock.now())
            tx.lanes.wake(LaneKind.CONTACT, "c1", due_at=frozen_clock.now().replace(year=2030))

        assert wakeups.nudges == ["number"]

    async def test_a_letter_is_kept_with_its_reason(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, frozen_clock: FrozenClock
    ) -> None:
        letter = DeadLetter(
            kind=LaneKind.JOURNAL, key="k", tenant_id=tenant_id, config_id=None, body=b"\x00{", error="unreadable"
        )

        async with uow(tenant_id) as tx:
            tx.lanes.bury(letter)

        async with uow(tenant_id) as tx:
            [row] = await driver(tx).fetch("SELECT kind, lane_key, body, error, at FROM platform.dead_letters")
        assert tuple(row) == ("journal", "k", b"\x00{", "unreadable", frozen_clock.now())
