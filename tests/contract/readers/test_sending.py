"""ScheduledMessageList, CannedResponseList and UsableTemplates, on PostgreSQL."""

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.canned_responses import PostgresCannedResponseList
from adapters.postgres.readers.scheduled_messages import PostgresScheduledMessageList
from adapters.postgres.readers.usable_templates import PostgresUsableTemplates
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.canned_responses import CannedResponseFilters
from application.ports.readers.scheduled_messages import ScheduledMessageFilters
from application.shared.page import PageRequest
from domain.conversations.conversation import Conversation
from domain.messages.canned_response import CannedResponse
from domain.messages.errors import CannedResponseNotFoundError, ScheduledMessageNotFoundError
from domain.messages.scheduled_message import ScheduledMessage, ScheduledState
from domain.shared.content import Text
from domain.shared.ids import CannedResponseId, DepartmentId, ScheduledMessageId, TenantId, UserId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import MINUTE, NOW, fetch, new_id

ANA, BIA = UserId(new_id()), UserId(new_id())
_TEMPLATE = """
INSERT INTO templates (tenant_id, id, whatsapp_config_id, name, language, category, status, components,
  parameter_format, quality, version, created_at, updated_at)
VALUES ($1, gen_random_uuid(), $2, $3, 'pt_BR', $4, $5, '[]', 'positional', 'unknown', 0, now(), now())
"""


class TestScheduledMessages:
    @pytest.fixture
    def scheduled_list(self, app_database: Database) -> PostgresScheduledMessageList:
        return PostgresScheduledMessageList(app_database)

    @pytest.fixture
    async def written(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> list[ScheduledMessage]:
        """Four, the first the latest; Ana's and Bia's in turn."""
        found = [
            ScheduledMessage(
                id=ScheduledMessageId(new_id()),
                contact_id=conversation.contact_id,
                whatsapp_config_id=conversation.whatsapp_config_id,
                content=Text(body=f"Olá {minutes}"),
                send_at=NOW - minutes * MINUTE,
                created_at=NOW,
                created_by=ANA if minutes % 2 else BIA,
            )
            for minutes in range(4)
        ]
        found[0].cancel()
        async with uow(tenant_id) as tx:
            for one in found:
                await tx.scheduled_messages.add(one)
        return found

    async def test_come_latest_first_each_once(
        self, tenant_id: TenantId, scheduled_list: PostgresScheduledMessageList, written: list[ScheduledMessage]
    ) -> None:
        pages = await walk(
            lambda page: scheduled_list.page(tenant_id, filters=ScheduledMessageFilters(), page=page), limit=3
        )

        assert [[row.id for row in page] for page in pages] == [
            [one.id for one in written[:3]],
            [one.id for one in written[3:]],
        ]

    async def test_are_those_that_are_asked_for(
        self, tenant_id: TenantId, scheduled_list: PostgresScheduledMessageList, written: list[ScheduledMessage]
    ) -> None:
        asked = {
            ScheduledMessageFilters(created_by=ANA): [1, 3],
            ScheduledMessageFilters(state=ScheduledState.CANCELLED): [0],
            ScheduledMessageFilters(contact_id=written[0].contact_id, created_by=BIA): [0, 2],
        }

        for filters, places in asked.items():
            page = await scheduled_list.page(tenant_id, filters=filters, page=PageRequest())
            assert [row.id for row in page.items] == [written[place].id for place in places]

    async def test_are_shown_whole_and_to_their_tenant_only(
        self,
        tenant_id: TenantId,
        other_tenant_id: TenantId,
        scheduled_list: PostgresScheduledMessageList,
        written: list[ScheduledMessage],
    ) -> None:
        row = await scheduled_list.one(tenant_id, scheduled_id=written[1].id)

        assert (row.contact_name, row.created_by, row.state) == ("Ana", ANA, ScheduledState.SCHEDULED)
        assert msgspec.json.decode(row.content) == {"type": "text", "body": "Olá 1"}
        with pytest.raises(ScheduledMessageNotFoundError):
            await scheduled_list.one(other_tenant_id, scheduled_id=written[1].id)


class TestCannedResponses:
    @pytest.fixture
    def canned_list(self, app_database: Database) -> PostgresCannedResponseList:
        return PostgresCannedResponseList(app_database)

    async def test_come_by_shortcut_to_whose_they_are(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, canned_list: PostgresCannedResponseList
    ) -> None:
        department_id = DepartmentId(new_id())
        async with uow(tenant_id) as tx:
            await tx.departments.add(department_id, name="Suporte")
            for shortcut, owner in (("b", department_id), ("a", None)):
                response = CannedResponse(
                    id=CannedResponseId(new_id()),
                    shortcut=shortcut,
                    title="Título",
                    content=Text(body="Até amanhã"),
                    created_at=NOW,
                    department_id=owner,
                )
                await tx.canned_responses.add(response)

        async def found(filters: CannedResponseFilters, search: str | None = None) -> list[str]:
            page = await canned_list.page(tenant_id, filters=filters, page=PageRequest(search=search))
            return [row.shortcut for row in page.items]

        assert await found(CannedResponseFilters()) == ["a", "b"]
        assert await found(CannedResponseFilters(of=[])) == ["a"]
        assert await found(CannedResponseFilters(of=[department_id]), "ATE AMANHA") == ["a", "b"]
        assert await found(CannedResponseFilters(department_id=department_id)) == ["b"]
        assert await found(CannedResponseFilters(), "nada") == []
        assert (await canned_list.one(tenant_id, response_id=response.id, of=[])).shortcut == "a"

    async def test_are_not_there_for_another_tenant(
        self, other_tenant_id: TenantId, canned_list: PostgresCannedResponseList
    ) -> None:
        with pytest.raises(CannedResponseNotFoundError):
            await canned_list.one(other_tenant_id, response_id=CannedResponseId(new_id()))


async def test_usable_templates_are_approved_ones_and_marketing_comes_last(
    app_database: Database, database_url: str, home: str, tenant_id: TenantId, config: WhatsAppConfig
) -> None:
    for name, category, status in (
        ("a_promocao", "MARKETING", "APPROVED"),
        ("lembrete", "UTILITY", "approved"),
        ("fatura", "UTILITY", "APPROVED"),
        ("outro", "UTILITY", "PAUSED"),
    ):
        await fetch(database_url, _TEMPLATE, tenant_id, config.id, name, category, status, home=home)
    reader = PostgresUsableTemplates(app_database)

    found = await reader.of(tenant_id, config_id=config.id, limit=10)

    assert [template.name for template in found] == ["fatura", "lembrete", "a_promocao"]
    assert len(await reader.of(tenant_id, config_id=config.id, limit=1)) == 1
