"""HolidayList, QueueBoard and BotFlowList, on PostgreSQL."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.bot_flows import PostgresBotFlowList
from adapters.postgres.readers.holidays import PostgresHolidayList
from adapters.postgres.readers.queues import PostgresQueueBoard
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.queues import DepartmentName, QueueFigures
from application.shared.page import Page, PageRequest
from domain.conversations.conversation import Conversation
from domain.conversations.timeline import BOT, SYSTEM
from domain.flows.triggers import Keyword
from domain.people.errors import DepartmentNotFoundError
from domain.shared.ids import DepartmentId, HolidayId, TenantId, UserId
from domain.support.holidays import Holiday
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import NOW, a_chatbot, a_config, a_flow, a_version, new_id


def a_holiday(day: date) -> Holiday:
    return Holiday(id=HolidayId(new_id()), day=day, name=f"Dia {day}", created_at=NOW)


async def test_holidays_come_by_day(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    later, sooner = a_holiday(date(2026, 12, 24)), a_holiday(date(2026, 1, 25))
    async with uow(tenant_id) as tx:
        await tx.holidays.add(later)
        await tx.holidays.add(sooner)
    async with uow(other_tenant_id) as tx:
        await tx.holidays.add(a_holiday(date(2026, 5, 5)))
    reader = PostgresHolidayList(app_database)

    page = await reader.page(tenant_id, page=PageRequest())
    found = await reader.page(tenant_id, page=PageRequest(search="2026-12"))

    assert page.items == [sooner, later]
    assert found.items == [later]


async def test_a_queue_is_counted_with_its_pace(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, conversation: Conversation
) -> None:
    board, support = PostgresQueueBoard(app_database), DepartmentId(new_id())
    async with uow(tenant_id) as tx:
        await tx.departments.add(support, name="Suporte")
        conversation.hand_to_people(department_id=support, reason=None, by=BOT, now=NOW)
        await tx.conversations.save(conversation)
    since = datetime.now(UTC) - timedelta(hours=1)

    waiting = await board.figures(tenant_id, department_id=support, since=since)
    names = await board.directory(tenant_id)
    async with uow(tenant_id) as tx:
        conversation.assign(UserId(new_id()), by=SYSTEM, now=NOW)
        await tx.conversations.save(conversation)
    given = await board.figures(tenant_id, department_id=support, since=since)

    assert waiting == QueueFigures(waiting=1, oldest_waiting_since=NOW, given_out=0)
    assert names == [DepartmentName(id=support, name="Suporte", description="", is_default=True, waiting=1)]
    assert given == QueueFigures(waiting=0, oldest_waiting_since=None, given_out=1)


async def test_another_companys_queue_is_not_there(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    board, support = PostgresQueueBoard(app_database), DepartmentId(new_id())
    async with uow(tenant_id) as tx:
        await tx.departments.add(support, name="Suporte")

    with pytest.raises(DepartmentNotFoundError):
        await board.figures(other_tenant_id, department_id=support, since=NOW)
    assert await board.directory(other_tenant_id) == []


async def test_flows_are_shown_where_they_answer(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    chatbot = a_chatbot()
    keyword = b'{"trigger": {"type": "keyword", "keywords": ["boleto"]}}'
    anything = b'{"trigger": {"type": "message_received"}}'
    async with uow(tenant_id) as tx:
        await tx.chatbots.add(chatbot)
        await tx.whatsapp_configs.add(a_config(name="Vendas", chatbot_id=chatbot.id))
        await tx.whatsapp_configs.add(a_config(name="Apoio"))
        for name, document, chatbot_id in (("Boletos", keyword, chatbot.id), ("Geral", anything, None)):
            flow = a_flow(name=name, chatbot_id=chatbot_id, draft=document)
            await tx.flows.add(flow)
            version = a_version(flow)
            await tx.flows.add_version(version, published_by=None, at=NOW)
            flow.published_version_id = version.id
            await tx.flows.save(flow)
        await tx.flows.add(a_flow(name="Rascunho"))
    reader = PostgresBotFlowList(app_database)

    apoio, vendas = await reader.all(tenant_id)

    assert [(flow.name, flow.is_of_number) for flow in apoio.flows] == [("Geral", True)]
    assert [(flow.name, flow.is_of_number) for flow in vendas.flows] == [("Boletos", True), ("Geral", False)]
    assert vendas.flows[0].trigger == Keyword(keywords=("boleto",))
    assert (vendas.chatbot_name, apoio.chatbot_name) == (chatbot.name, None)
    assert await reader.all(other_tenant_id) == []


@pytest.mark.parametrize("sort", ["day", "created_at", "name"])
async def test_pages_of_holidays_leave_none_out(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, sort: str
) -> None:
    days = [a_holiday(date(2026, 3, day)) for day in (3, 1, 2)]
    async with uow(tenant_id) as tx:
        for holiday in days:
            await tx.holidays.add(holiday)
    reader = PostgresHolidayList(app_database)

    async def read(page: PageRequest) -> Page[Holiday]:
        return await reader.page(tenant_id, page=msgspec.structs.replace(page, sort=sort))

    pages = await walk(read, limit=1)

    assert sorted(one.day for page in pages for one in page) == [date(2026, 3, day) for day in (1, 2, 3)]
