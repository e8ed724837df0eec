"""CannedResponseRepository, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.messages.canned_response import CannedResponse
from domain.messages.errors import CannedResponseNotFoundError, ShortcutTakenError
from domain.shared.content import Text
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import CannedResponseId, DepartmentId, TenantId, UserId
from tests.contract.repositories.stored import NOW, facts, new_id


def a_response(**changed: object) -> CannedResponse:
    known = {"shortcut": "ola", "title": "Saudação", "content": Text(body="Olá!"), "created_at": NOW, **changed}
    return CannedResponse(id=CannedResponseId(new_id()), created_by=UserId(new_id()), **known)  # type: ignore[arg-type]  # as said


@pytest.fixture
async def response(uow: PostgresUnitOfWork, tenant_id: TenantId) -> CannedResponse:
    department_id = DepartmentId(new_id())
    one = a_response(department_id=department_id)
    async with uow(tenant_id) as tx:
        await tx.departments.add(department_id, name="Suporte")
        await tx.canned_responses.add(one)
    return one


async def test_what_is_kept_comes_back(uow: PostgresUnitOfWork, tenant_id: TenantId, response: CannedResponse) -> None:
    async with uow(tenant_id) as tx:
        assert facts(await tx.canned_responses.get(response.id)) == facts(response)


@pytest.mark.usefixtures("response")
async def test_a_shortcut_names_one(uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId) -> None:
    with pytest.raises(ShortcutTakenError) as refused:
        async with uow(tenant_id) as tx:
            await tx.canned_responses.add(a_response())

    assert [detail.field for detail in refused.value.details] == ["shortcut"]
    async with uow(other_tenant_id) as tx:
        await tx.canned_responses.add(a_response())


async def test_a_department_that_is_not_there_is_named(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    with pytest.raises(InvalidError) as refused:
        async with uow(tenant_id) as tx:
            await tx.canned_responses.add(a_response(department_id=DepartmentId(new_id())))

    assert [detail.field for detail in refused.value.details] == ["department_id"]


async def test_changes_and_the_end_go_by_the_version(
    uow: PostgresUnitOfWork, tenant_id: TenantId, response: CannedResponse
) -> None:
    async with uow(tenant_id) as tx:
        read = await tx.canned_responses.get(response.id)
        read.title = "Outra"
        await tx.canned_responses.save(read)

    for change in ("save", "delete"):
        with pytest.raises(StaleVersionError):
            async with uow(tenant_id) as tx:
                await getattr(tx.canned_responses, change)(response)
    async with uow(tenant_id) as tx:
        await tx.canned_responses.delete(read)
        with pytest.raises(CannedResponseNotFoundError):
            await tx.canned_responses.get(response.id)


async def test_another_tenant_has_none_of_it(
    uow: PostgresUnitOfWork, other_tenant_id: TenantId, response: CannedResponse
) -> None:
    async with uow(other_tenant_id) as tx:
        with pytest.raises(CannedResponseNotFoundError):
            await tx.canned_responses.get(response.id)
