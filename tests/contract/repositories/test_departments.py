"""DepartmentRepository, on PostgreSQL."""

import asyncio

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.conversations.conversation import Conversation
from domain.conversations.timeline import BOT
from domain.people.errors import DefaultDepartmentError, DepartmentNotFoundError, DepartmentTakenError
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import DepartmentId, TenantId
from tests.contract.repositories.stored import NOW, a_user, facts, fetch, new_id


@pytest.fixture
async def support(uow: PostgresUnitOfWork, tenant_id: TenantId) -> DepartmentId:
    """A department with accents in its name."""
    department_id = DepartmentId(new_id())
    async with uow(tenant_id) as tx:
        await tx.departments.add(department_id, name="Suporte Técnico")
    return department_id


class TestFinding:
    @pytest.mark.parametrize("name", ["Suporte Técnico", "suporte tecnico", "  SUPORTE  TÉCNICO "])
    async def test_folds_case_accents_and_spaces(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId, name: str
    ) -> None:
        async with uow(tenant_id) as tx:
            assert await tx.departments.find(name) == support

    async def test_takes_an_id(self, uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId) -> None:
        async with uow(tenant_id) as tx:
            assert await tx.departments.find(str(support).upper()) == support

    @pytest.mark.parametrize("name", ["", "Suporte", "01a201e4-becd-7186-8928-d646c173c8fb"])
    @pytest.mark.usefixtures("support")
    async def test_finds_nothing_else(self, uow: PostgresUnitOfWork, tenant_id: TenantId, name: str) -> None:
        async with uow(tenant_id) as tx:
            assert await tx.departments.find(name) is None

    async def test_finds_none_of_another_tenant(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, support: DepartmentId
    ) -> None:
        async with uow(other_tenant_id) as tx:
            assert await tx.departments.find("Suporte Técnico") is None
            assert await tx.departments.find(str(support)) is None


class TestAdding:
    @pytest.mark.usefixtures("support")
    async def test_refuses_a_name_that_is_taken(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        with pytest.raises(DepartmentTakenError):
            async with uow(tenant_id) as tx:
                await tx.departments.add(DepartmentId(new_id()), name="Suporte Técnico")

    async def test_makes_the_first_the_default(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, support: DepartmentId
    ) -> None:
        async with uow(tenant_id) as tx:
            await tx.departments.add(DepartmentId(new_id()), name="Vendas", description="Planos")
            default = await tx.departments.default()
        async with uow(other_tenant_id) as tx:
            assert await tx.departments.default() is None

        assert default is not None
        assert (default.id, default.name, default.is_default) == (support, "Suporte Técnico", True)


class TestChanging:
    async def test_writes_every_field(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId
    ) -> None:
        async with uow(tenant_id) as tx:
            department = await tx.departments.get(support)
            stale = msgspec.structs.replace(department)
            department.name, department.description = "Atendimento", "Primeiro nível"
            await tx.departments.save(department)

        async with uow(tenant_id) as tx:
            assert facts(await tx.departments.get(support)) == facts(department)
        with pytest.raises(StaleVersionError):
            async with uow(tenant_id) as tx:
                await tx.departments.save(stale)

    async def test_there_is_one_default_only(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId
    ) -> None:
        sales = DepartmentId(new_id())
        async with uow(tenant_id) as tx:
            await tx.departments.add(sales, name="Vendas")
            second = await tx.departments.get(sales)
        second.is_default = True
        with pytest.raises(DefaultDepartmentError):
            async with uow(tenant_id) as tx:
                await tx.departments.save(second)
        async with uow(tenant_id) as tx:
            assert await tx.departments.known([support, sales, DepartmentId(new_id())]) == {support, sales}


class TestDeleting:
    async def test_hides_it_and_frees_the_name(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId
    ) -> None:
        async with uow(tenant_id) as tx:
            department = await tx.departments.get_to_delete(support)
            department.deleted_at, department.is_default = NOW, False
            await tx.departments.save(department)

            assert await tx.departments.find(str(support)) is None
            assert await tx.departments.known([support]) == set()
            await tx.departments.add(DepartmentId(new_id()), name="Suporte Técnico")
            with pytest.raises(DepartmentNotFoundError):
                await tx.departments.get(support)

    async def test_who_looks_for_it_meanwhile_finds_it_gone(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId
    ) -> None:
        is_locked = asyncio.Event()

        async def delete() -> None:
            async with uow(tenant_id) as tx:
                department = await tx.departments.get_to_delete(support)
                is_locked.set()
                await asyncio.sleep(0.1)
                department.deleted_at = NOW
                await tx.departments.save(department)

        async def find() -> DepartmentId | None:
            await is_locked.wait()
            async with uow(tenant_id) as tx:
                return await tx.departments.find("suporte tecnico")

        assert (await asyncio.gather(delete(), find()))[1] is None

    async def test_waits_for_whoever_has_found_it(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId, conversation: Conversation
    ) -> None:
        is_found = asyncio.Event()

        async def transfer() -> None:
            async with uow(tenant_id) as tx:
                conversation.hand_to_people(
                    department_id=await tx.departments.find("suporte tecnico"), reason=None, by=BOT, now=NOW
                )
                is_found.set()
                await asyncio.sleep(0.1)
                await tx.conversations.save(conversation)

        async def look() -> bool:
            await is_found.wait()
            async with uow(tenant_id) as tx:
                await tx.departments.get_to_delete(support)
                return await tx.departments.is_in_use(support)

        assert (await asyncio.gather(transfer(), look()))[1] is True


class TestMembers:
    async def test_are_replaced_from_either_side(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId, database_url: str, home: str
    ) -> None:
        ana, bia = a_user(tenant_id), a_user(tenant_id)
        async with uow(tenant_id) as tx:
            await tx.users.add(ana)
            await tx.users.add(bia)
            await tx.departments.set_members(support, [ana.id, bia.id, ana.id])
            await tx.departments.set_departments(ana.id, [])
            await tx.departments.set_departments(bia.id, [support])

        rows = await fetch(database_url, "SELECT department_id, user_id FROM department_members", home=home)
        assert [tuple(row) for row in rows] == [(support, bia.id)]

    async def test_are_the_tenants_own_people(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, support: DepartmentId
    ) -> None:
        stranger = a_user(other_tenant_id)
        async with uow(other_tenant_id) as tx:
            await tx.users.add(stranger)

        with pytest.raises(InvalidError) as raised:
            async with uow(tenant_id) as tx:
                await tx.departments.set_members(support, [stranger.id])

        assert [detail.field for detail in raised.value.details] == ["user_ids"]
