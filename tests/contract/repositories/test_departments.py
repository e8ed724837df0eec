"""DepartmentRepository, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.shared.errors import ConflictError
from domain.shared.ids import DepartmentId, TenantId
from tests.contract.repositories.stored import new_id


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
        with pytest.raises(ConflictError):
            async with uow(tenant_id) as tx:
                await tx.departments.add(DepartmentId(new_id()), name="Suporte Técnico")
