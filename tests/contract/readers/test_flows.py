"""FlowList and FlowSessionList, on PostgreSQL."""

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.flow_sessions import PostgresFlowSessionList
from adapters.postgres.readers.flows import PostgresFlowList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.flows import (
    FlowFilters,
    FlowRow,
    FlowSessionFilters,
    FlowSessionNotFoundError,
    FlowSessionRow,
)
from application.ports.repositories.flow_sessions import SessionRecord, SprintRecord
from application.shared.page import Page, PageRequest
from domain.conversations.conversation import Conversation
from domain.flows.definition import Flow, FlowNotFoundError
from domain.flows.session import SessionStatus
from domain.flows.sprint import Step
from domain.shared.ids import FlowSessionId, TenantId
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import MINUTE, NOW, a_chatbot, a_flow, a_session, a_version, new_id
from tests.contract.repositories.structs import as_json

STEP = Step(node="ask", type="question", event="asked", at=NOW)


@pytest.fixture
def flow_list(app_database: Database) -> PostgresFlowList:
    return PostgresFlowList(app_database)


@pytest.fixture
def session_list(app_database: Database) -> PostgresFlowSessionList:
    return PostgresFlowSessionList(app_database)


@pytest.fixture
async def flow(uow: PostgresUnitOfWork, tenant_id: TenantId) -> Flow:
    """A published flow of a chatbot."""
    chatbot = a_chatbot(name="Vendas")
    flow = a_flow(chatbot_id=chatbot.id, priority=3, updated_at=NOW + MINUTE)
    version = a_version(flow)
    flow.published_version_id, flow.published_number = version.id, 1
    async with uow(tenant_id) as tx:
        await tx.flows.add_chatbot(chatbot)
        await tx.flows.add(flow)
        await tx.flows.add_version(version, published_by=None, at=NOW)
    return flow


@pytest.fixture
async def records(
    uow: PostgresUnitOfWork, tenant_id: TenantId, flow: Flow, conversation: Conversation
) -> list[SessionRecord]:
    """Three sessions, the first of which has had two sprints."""
    assert flow.published_version_id is not None
    async with uow(tenant_id) as tx:
        [version] = await tx.flows.versions([flow.published_version_id])
        over = {"status": SessionStatus.COMPLETED, "node": "end", "outcome": "done"}
        records = [a_session(version, conversation, **over) for _ in range(3)]
        for record in records:
            await tx.flow_sessions.add(record)
        for version, number in enumerate((2, 1)):
            sprint = SprintRecord(number=number, stimulus=b'{"stimulus":"reply"}', trace=(STEP,), at=NOW)
            await tx.flow_sessions.save(msgspec.structs.replace(records[0], version=version), sprint=sprint)
    return records


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


class TestFlowSessionList:
    async def test_gives_the_newest_first_each_once(
        self,
        tenant_id: TenantId,
        flow: Flow,
        records: list[SessionRecord],
        session_list: PostgresFlowSessionList,
    ) -> None:
        async def read(page: PageRequest) -> Page[FlowSessionRow]:
            return await session_list.page(tenant_id, flow_id=flow.id, filters=FlowSessionFilters(), page=page)

        pages = await walk(read, limit=2)

        newest_first = [record.session.id for record in reversed(records)]
        assert [row.id for rows in pages for row in rows] == newest_first
        assert (await read(PageRequest())).total == 3

    async def test_shows_a_session_with_its_sprints_in_order(
        self, tenant_id: TenantId, records: list[SessionRecord], session_list: PostgresFlowSessionList
    ) -> None:
        session = records[0].session

        detail = await session_list.one(tenant_id, session_id=session.id)

        assert (detail.status, detail.node, detail.outcome) == (SessionStatus.COMPLETED, "end", "done")
        assert (detail.flow_number, detail.contact_name, detail.started_at) == (1, "Ana", NOW)
        assert as_json(detail.state) == as_json(session)
        assert [sprint.number for sprint in detail.sprints] == [1, 2]
        assert msgspec.json.decode(detail.sprints[0].trace, type=tuple[Step, ...]) == (STEP,)
        assert as_json(detail.sprints[0].stimulus) == {"stimulus": "reply"}

    async def test_shows_nothing_to_another_tenant(
        self,
        other_tenant_id: TenantId,
        flow: Flow,
        records: list[SessionRecord],
        session_list: PostgresFlowSessionList,
    ) -> None:
        with pytest.raises(FlowNotFoundError):
            await session_list.page(other_tenant_id, flow_id=flow.id, filters=FlowSessionFilters(), page=PageRequest())
        with pytest.raises(FlowSessionNotFoundError):
            await session_list.one(other_tenant_id, session_id=records[0].session.id)

    async def test_shows_no_session_that_never_was(
        self, tenant_id: TenantId, session_list: PostgresFlowSessionList
    ) -> None:
        with pytest.raises(FlowSessionNotFoundError):
            await session_list.one(tenant_id, session_id=FlowSessionId(new_id()))
