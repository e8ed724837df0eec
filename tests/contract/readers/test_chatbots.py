"""ChatbotList and FlowVersionList, on PostgreSQL."""

from datetime import timedelta

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.chatbots import PostgresChatbotList
from adapters.postgres.readers.flow_versions import PostgresFlowVersionList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.chatbots import ChatbotFilters
from application.ports.repositories.flow_sessions import SprintRecord
from application.shared.page import PageRequest
from domain.conversations.conversation import Conversation
from domain.flows.definition import Chatbot, Flow, FlowNotFoundError
from domain.flows.errors import ChatbotNotFoundError, FlowVersionNotFoundError
from domain.flows.session import SessionStatus
from domain.shared.ids import TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_chatbot, a_config, a_flow, a_session, a_version
from tests.contract.repositories.structs import as_json


@pytest.fixture
def chatbots(app_database: Database) -> PostgresChatbotList:
    return PostgresChatbotList(app_database)


@pytest.fixture
def versions(app_database: Database) -> PostgresFlowVersionList:
    return PostgresFlowVersionList(app_database)


@pytest.fixture
async def chatbot(uow: PostgresUnitOfWork, tenant_id: TenantId) -> Chatbot:
    """A chatbot on a number, with a flow that runs in its second version, a draft and a deleted one."""
    chatbot = a_chatbot(name="Vendas", variables={"cidade": "Recife"})
    main = a_flow(chatbot_id=chatbot.id, name="Principal", published_number=2)
    first, second = a_version(main, number=1), a_version(main, number=2)
    main.published_version_id = second.id
    chatbot.main_flow_id = main.id
    async with uow(tenant_id) as tx:
        await tx.chatbots.add(chatbot)
        await tx.whatsapp_configs.add(a_config(chatbot_id=chatbot.id))
        for flow in (main, a_flow(chatbot_id=chatbot.id), a_flow(chatbot_id=chatbot.id, deleted_at=NOW)):
            await tx.flows.add(flow)
        await tx.flows.add_version(first, published_by=None, at=NOW)
        noted = msgspec.structs.replace(second, notes="CPF antes do boleto")
        await tx.flows.add_version(noted, published_by=None, at=NOW + MINUTE)
    return chatbot


async def main_of(uow: PostgresUnitOfWork, tenant_id: TenantId, chatbot: Chatbot) -> Flow:
    async with uow(tenant_id) as tx:
        return (await tx.flows.of_chatbot(chatbot.id))[0]


class TestChatbotList:
    async def test_shows_what_it_has(
        self, tenant_id: TenantId, other_tenant_id: TenantId, chatbot: Chatbot, chatbots: PostgresChatbotList
    ) -> None:
        found = await chatbots.one(tenant_id, chatbot_id=chatbot.id)

        assert (found.flows, found.published_flows, found.numbers) == (2, 1, 1)
        assert (found.main_flow_id, found.main_flow_name) == (chatbot.main_flow_id, "Principal")
        assert as_json(found.variables) == {"cidade": "Recife"}
        with pytest.raises(ChatbotNotFoundError):
            await chatbots.one(other_tenant_id, chatbot_id=chatbot.id)

    async def test_lists_by_state_and_name(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, chatbot: Chatbot, chatbots: PostgresChatbotList
    ) -> None:
        off = a_chatbot(name="Antigo", is_active=False)
        async with uow(tenant_id) as tx:
            await tx.chatbots.add(off)

        async def listed(filters: ChatbotFilters, **asked: object) -> list[str]:
            page = await chatbots.page(tenant_id, filters=filters, page=PageRequest(**asked))  # type: ignore[arg-type]  # by name
            return [row.name for row in page.items]

        assert await listed(ChatbotFilters(), sort="name") == ["Antigo", chatbot.name]
        assert await listed(ChatbotFilters(active=True)) == [chatbot.name]
        assert await listed(ChatbotFilters(active=False), search="ANTI") == [off.name]

    async def test_counts_what_happened_since(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        chatbot: Chatbot,
        chatbots: PostgresChatbotList,
        conversation: Conversation,
    ) -> None:
        main = await main_of(uow, tenant_id, chatbot)
        async with uow(tenant_id) as tx:
            version = await tx.flows.version(main.id, number=2)
            record = a_session(version, conversation, status=SessionStatus.COMPLETED)
            sprint = SprintRecord(number=1, stimulus=b"null", trace=(), at=NOW)
            await tx.flow_sessions.add(record, sprint=sprint)

        found = await chatbots.stats(tenant_id, chatbot_id=chatbot.id, since=NOW - timedelta(days=1))
        later = await chatbots.stats(tenant_id, chatbot_id=chatbot.id, since=NOW + timedelta(days=1))

        assert (found.sessions, found.contacts, found.turns, found.messages) == (1, 1, 1, 0)
        assert found.by_status[SessionStatus.COMPLETED] == 1
        assert set(found.by_status) == set(SessionStatus)
        assert [(day.day, day.sessions) for day in found.by_day] == [(NOW.date(), 1)]
        assert (later.sessions, later.by_day) == (0, [])


class TestFlowVersionList:
    async def test_shows_the_newest_first_and_which_one_runs(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, chatbot: Chatbot, versions: PostgresFlowVersionList
    ) -> None:
        main = await main_of(uow, tenant_id, chatbot)

        page = await versions.page(tenant_id, flow_id=main.id, page=PageRequest())
        one = await versions.one(tenant_id, flow_id=main.id, number=1)

        assert [(row.number, row.notes, row.is_running) for row in page.items] == [
            (2, "CPF antes do boleto", True),
            (1, "", False),
        ]
        assert as_json(one.document) == as_json(main.draft)

    async def test_shows_none_of_another_tenant_and_none_that_never_was(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        other_tenant_id: TenantId,
        chatbot: Chatbot,
        versions: PostgresFlowVersionList,
    ) -> None:
        main = await main_of(uow, tenant_id, chatbot)

        with pytest.raises(FlowNotFoundError):
            await versions.page(other_tenant_id, flow_id=main.id, page=PageRequest())
        with pytest.raises(FlowVersionNotFoundError):
            await versions.one(tenant_id, flow_id=main.id, number=9)
