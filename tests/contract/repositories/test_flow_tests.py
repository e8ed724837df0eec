"""FlowTestRepository, on PostgreSQL."""

import msgspec

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.flows.saved_tests import SavedTest
from domain.shared.ids import FlowTestId, TenantId
from tests.contract.repositories.stored import a_flow, new_id
from tests.contract.repositories.structs import as_json


def a_test(name: str) -> SavedTest:
    document = msgspec.Raw(msgspec.json.encode({"name": name, "steps": [{"say": "olá"}]}))
    return SavedTest(id=FlowTestId(new_id()), name=name, document=document)


async def test_the_set_is_kept_whole_in_its_order(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    flow, other = a_flow(), a_flow()
    before, after = [a_test("b"), a_test("a")], [a_test("c"), a_test("b"), a_test("a")]
    async with uow(tenant_id) as tx:
        for one in (flow, other):
            await tx.flows.add(one)
            await tx.flow_tests.replace(one.id, before if one is flow else [a_test("b")])
    async with uow(tenant_id) as tx:
        await tx.flow_tests.replace(flow.id, after)

    async with uow(tenant_id) as tx:
        found, untouched = await tx.flow_tests.list(flow.id), await tx.flow_tests.list(other.id)
    async with uow(other_tenant_id) as tx:
        hidden = await tx.flow_tests.list(flow.id)

    assert as_json(found) == as_json(after)
    assert [test.test().name for test in found] == ["c", "b", "a"]
    assert [test.name for test in untouched] == ["b"]
    assert hidden == []


async def test_an_empty_set_is_none(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    flow = a_flow()
    async with uow(tenant_id) as tx:
        await tx.flows.add(flow)
        await tx.flow_tests.replace(flow.id, [a_test("a")])
        await tx.flow_tests.replace(flow.id, [])

        assert await tx.flow_tests.list(flow.id) == []
