"""SlaPolicyRepository and SlaPolicyList, on PostgreSQL."""

from datetime import timedelta

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.sla_policies import PostgresSlaPolicyList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.shared.page import PageRequest
from domain.shared.errors import StaleVersionError
from domain.shared.ids import SlaPolicyId, TagId, TenantId
from domain.support.errors import SlaPolicyNotFoundError, SlaPolicyTakenError
from domain.support.sla import SlaPolicy, SlaScope
from tests.contract.repositories.stored import NOW, facts, new_id


def a_policy(name: str = "Urgentes", **changed: object) -> SlaPolicy:
    policy = SlaPolicy(
        id=SlaPolicyId(new_id()),
        name=name,
        created_at=NOW,
        first_response=timedelta(minutes=15),
        resolution=timedelta(hours=30),
        applies_to=SlaScope(priorities=("urgent",), tag_ids=(TagId(new_id()),)),
        place=2,
        version=1,
    )
    for field, value in changed.items():
        setattr(policy, field, value)
    return policy


async def test_one_is_kept_changed_and_removed(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    policy = a_policy()
    async with uow(tenant_id) as tx:
        await tx.sla_policies.add(policy)
    async with uow(other_tenant_id) as tx:
        assert (await tx.sla_policies.count(), await tx.sla_policies.active()) == (0, [])
        with pytest.raises(SlaPolicyNotFoundError):
            await tx.sla_policies.get(policy.id)
    async with uow(tenant_id) as tx:
        found = await tx.sla_policies.get(policy.id)
        assert facts(found) == facts(policy)
        found.is_active = False
        await tx.sla_policies.save(found)
        assert await tx.sla_policies.active() == []
        assert await tx.sla_policies.count() == 1
    with pytest.raises(StaleVersionError):
        async with uow(tenant_id) as tx:
            await tx.sla_policies.save(policy)
    async with uow(tenant_id) as tx:
        await tx.sla_policies.delete(policy.id)
        assert await tx.sla_policies.count() == 0


async def test_a_name_is_one_policys(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    async with uow(tenant_id) as tx:
        await tx.sla_policies.add(a_policy())
    with pytest.raises(SlaPolicyTakenError):
        async with uow(tenant_id) as tx:
            await tx.sla_policies.add(a_policy())


async def test_they_are_listed_by_place(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    async with uow(tenant_id) as tx:
        await tx.sla_policies.add(a_policy("Padrão", resolution=None, place=9))
        await tx.sla_policies.add(a_policy())
    reader = PostgresSlaPolicyList(app_database)

    page = await reader.page(tenant_id, page=PageRequest())

    assert [(row.name, row.first_response_minutes, row.resolution_minutes) for row in page.items] == [
        ("Urgentes", 15, 1800),
        ("Padrão", 15, None),
    ]
    assert await reader.one(tenant_id, policy_id=page.items[0].id) == page.items[0]
    with pytest.raises(SlaPolicyNotFoundError):
        await reader.one(other_tenant_id, policy_id=page.items[0].id)
