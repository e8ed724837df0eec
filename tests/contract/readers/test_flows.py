"""FlowList, on PostgreSQL."""

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.flows import PostgresFlowList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.flows import (
    FlowFilters,
    FlowRow,
)
from application.shared.page import Page, PageRequest
from domain.flows.definition import Flow, FlowNotFoundError
from domain.shared.ids import TenantId
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import MINUTE, NOW, a_chatbot, a_flow, a_version
from tests.contract.repositories.structs import as_json


@pytest.fixture
def flow_list(app_database: Database) -> PostgresFlowList:
    return PostgresFlowList(app_database)


@pytest.fixture
async def flow(uow: PostgresUnitOfWork, tenant_id: TenantId) -> Flow:
    """A published flow of a chatbot."""
    chatbot = a_chatbot(name="Vendas")
    flow = a_flow(chatbot_id=chatbot.id, priority=3, updated_at=NOW + MINUTE)
    version = a_version(flow)
    flow.published_version_id, flow.published_number = version.id, 1
    async with uow(tenant_id) as tx:
        await tx.chatbots.add(chatbot)
        await tx.flows.add(flow)
        await tx.flows.add_version(version, published_by=None, at=NOW)
    return flow


class TestFlowList:
    async def test_shows_a_flow_with_its_draft(
        self, tenant_id: TenantId, flow: Flow, flow_list: PostgresFlowList
    ) -> None:
        detail = await flow_list.one(tenant_id, flow_id=flow.id)

        assert as_json(detail.draft) == as_json(flow.draft)
        assert (detail.chatbot_id, detail.chatbot_name, detail.priority) == (flow.chatbot_id, "Vendas", 3)
        assert (detail.published_version_id, detail.published_number) == (flow.published_version_id, 1)
        assert (detail.id, detail.name, detail.version) == (flow.id, flow.name, 0)
        assert (detail.created_at, detail.updated_at) == (NOW, NOW + MINUTE)

    async def test_gives_the_newest_first_each_once(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, flow: Flow, flow_list: PostgresFlowList
    ) -> None:
        newer = [a_flow() for _ in range(2)]
        async with uow(tenant_id) as tx:
            for each in newer:
                await tx.flows.add(each)

        async def read(page: PageRequest) -> Page[FlowRow]:
            return await flow_list.page(tenant_id, filters=FlowFilters(), page=page)

        pages = await walk(read, limit=2)

        assert [row.id for rows in pages for row in rows] == [newer[1].id, newer[0].id, flow.id]
        assert (await read(PageRequest())).total == 3

    async def test_shows_nothing_to_another_tenant(
        self, other_tenant_id: TenantId, flow: Flow, flow_list: PostgresFlowList
    ) -> None:
        with pytest.raises(FlowNotFoundError):
            await flow_list.one(other_tenant_id, flow_id=flow.id)
        assert (await flow_list.page(other_tenant_id, filters=FlowFilters(), page=PageRequest())).items == []
