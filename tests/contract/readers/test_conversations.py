"""ConversationList, on PostgreSQL."""

import msgspec
import pytest
from msgspec import UNSET

from adapters.postgres.database import Database
from adapters.postgres.readers.conversations import PostgresConversationList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.conversations import ContactShown, ConversationFilters, ConversationRow, WindowState
from application.shared.page import Page, PageRequest
from domain.conversations.conversation import Conversation, ConversationStatus, Handler, Priority
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.message import Direction
from domain.conversations.visibility import Viewer
from domain.shared.content import Text
from domain.shared.errors import MalformedError
from domain.shared.ids import ConversationId, TenantId, UserId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import MINUTE, NOW, a_config, a_contact, a_conversation, a_message, new_id

ANYTHING = ConversationFilters()
AGENT = UserId(new_id())
SEEN = {"viewer": Viewer(user_id=AGENT, sees_all=True), "now": NOW}


@pytest.fixture
def inbox(app_database: Database) -> PostgresConversationList:
    return PostgresConversationList(app_database)


async def open_conversation(
    uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig, **changed: object
) -> Conversation:
    contact = a_contact(name="Ana", phone="5511955550001")
    conversation = a_conversation(contact, config, **changed)
    async with uow(tenant_id) as tx:
        await tx.contacts.add(contact)
        await tx.conversations.add(conversation)
    return conversation


class TestOne:
    async def test_shows_the_conversation_and_its_contact(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig, inbox: PostgresConversationList
    ) -> None:
        told = await open_conversation(
            uow,
            tenant_id,
            config,
            status=ConversationStatus.WAITING,
            handler=Handler.NONE,
            assigned_to=AGENT,
            needs_attention=True,
            inbound_count=2,
            unread_count=2,
            window_expires_at=NOW + MINUTE,
            last_inbound_at=NOW,
            last_message_at=NOW,
            last_message_preview="oi",
            last_message_type="text",
            last_message_direction=Direction.INBOUND,
            first_response_at=NOW,
            waiting_since=NOW,
            resolved_at=NOW,
            resolution="sold",
        )

        row = await inbox.one(tenant_id, **SEEN, conversation_id=told.id)

        assert row == ConversationRow(
            id=told.id,
            contact_id=told.contact_id,
            contact_name="Ana",
            contact_phone="5511955550001",
            whatsapp_config_id=config.id,
            status=ConversationStatus.WAITING,
            handler=Handler.NONE,
            assigned_to=AGENT,
            assigned_at=None,
            department_id=None,
            priority=Priority.MEDIUM,
            needs_attention=True,
            unread_count=2,
            tag_ids=[],
            window=WindowState.CLOSING,
            window_expires_at=NOW + MINUTE,
            last_inbound_at=NOW,
            last_message_at=NOW,
            last_message_preview="oi",
            last_message_type="text",
            last_message_direction=Direction.INBOUND,
            first_response_at=NOW,
            waiting_since=NOW,
            snoozed_until=None,
            resolved_at=NOW,
            resolved_by=None,
            resolution="sold",
            reopened_at=None,
            archived_at=None,
            created_at=NOW,
            version=0,
        )

    async def test_is_not_there_for_another_tenant(
        self, other_tenant_id: TenantId, conversation: Conversation, inbox: PostgresConversationList
    ) -> None:
        with pytest.raises(ConversationNotFoundError):
            await inbox.one(other_tenant_id, **SEEN, conversation_id=conversation.id)

    async def test_is_not_there_when_it_never_was(self, tenant_id: TenantId, inbox: PostgresConversationList) -> None:
        with pytest.raises(ConversationNotFoundError):
            await inbox.one(tenant_id, **SEEN, conversation_id=ConversationId(new_id()))


class TestPages:
    @pytest.fixture
    async def ordered(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig
    ) -> list[ConversationId]:
        """Seven conversations as the inbox orders them: two of the same time, two without messages."""
        times = (None, NOW, NOW + 2 * MINUTE, None, NOW + MINUTE, NOW + MINUTE, NOW - MINUTE)
        made = [await open_conversation(uow, tenant_id, config, last_message_at=at) for at in times]
        return [made[place].id for place in (2, 5, 4, 1, 6, 3, 0)]

    async def test_come_by_number_with_the_total(
        self, tenant_id: TenantId, ordered: list[ConversationId], inbox: PostgresConversationList
    ) -> None:
        page = await inbox.page(tenant_id, **SEEN, filters=ANYTHING, page=PageRequest(page=2, limit=3))

        assert [row.id for row in page.items] == ordered[3:6]
        assert (page.page, page.limit, page.total) == (2, 3, 7)

    async def test_end_without_a_next_cursor(
        self, tenant_id: TenantId, ordered: list[ConversationId], inbox: PostgresConversationList
    ) -> None:
        page = await inbox.page(tenant_id, **SEEN, filters=ANYTHING, page=PageRequest(limit=7))

        assert [row.id for row in page.items] == ordered
        assert page.next_cursor is None

    async def test_are_empty_beyond_the_end(
        self, tenant_id: TenantId, ordered: list[ConversationId], inbox: PostgresConversationList
    ) -> None:
        page = await inbox.page(tenant_id, **SEEN, filters=ANYTHING, page=PageRequest(page=9, limit=7))

        assert (page.items, page.total, page.next_cursor) == ([], len(ordered), None)

    @pytest.mark.parametrize("limit", [1, 2, 3, 7, 8])
    async def test_come_by_cursor_each_row_once(
        self, tenant_id: TenantId, ordered: list[ConversationId], inbox: PostgresConversationList, limit: int
    ) -> None:
        async def read(page: PageRequest) -> Page[ConversationRow]:
            return await inbox.page(tenant_id, **SEEN, filters=ANYTHING, page=page)

        pages = await walk(read, limit=limit)

        assert [row.id for rows in pages for row in rows] == ordered
        assert all(len(rows) == limit for rows in pages[:-1])

    async def test_go_on_by_cursor_after_a_numbered_page(
        self, tenant_id: TenantId, ordered: list[ConversationId], inbox: PostgresConversationList
    ) -> None:
        first = await inbox.page(tenant_id, **SEEN, filters=ANYTHING, page=PageRequest(limit=2))
        second = await inbox.page(
            tenant_id, **SEEN, filters=ANYTHING, page=PageRequest(limit=2, cursor=first.next_cursor)
        )

        assert [row.id for row in second.items] == ordered[2:4]

    @pytest.mark.parametrize("cursor", ["!", "bm9wZQ", "e30", "eyJpZCI6MX0", "é", "=", "AAAAA"])
    async def test_refuse_a_cursor_that_is_none(
        self, tenant_id: TenantId, inbox: PostgresConversationList, cursor: str
    ) -> None:
        with pytest.raises(MalformedError) as refused:
            await inbox.page(tenant_id, **SEEN, filters=ANYTHING, page=PageRequest(cursor=cursor))

        assert [detail.field for detail in refused.value.details] == ["cursor"]

    @pytest.mark.usefixtures("ordered")
    async def test_are_empty_for_another_tenant(
        self, other_tenant_id: TenantId, inbox: PostgresConversationList
    ) -> None:
        page = await inbox.page(other_tenant_id, **SEEN, filters=ANYTHING, page=PageRequest())

        assert (page.items, page.total) == ([], 0)


class TestFilters:
    async def count(
        self, inbox: PostgresConversationList, tenant_id: TenantId, **asked: object
    ) -> tuple[int | None, int]:
        filters = ConversationFilters(**asked)  # type: ignore[arg-type]  # any of its fields
        page = await inbox.page(tenant_id, **SEEN, filters=filters, page=PageRequest())
        return page.total, len(page.items)

    async def test_choose_by_each_field(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig, inbox: PostgresConversationList
    ) -> None:
        mine = await open_conversation(
            uow, tenant_id, config, assigned_to=AGENT, handler=Handler.AGENT, inbound_count=1, unread_count=1
        )
        await open_conversation(uow, tenant_id, config, status=ConversationStatus.RESOLVED, handler=Handler.NONE)
        await open_conversation(
            uow, tenant_id, config, status=ConversationStatus.WAITING, inbound_count=2, unread_count=2
        )

        assert await self.count(inbox, tenant_id, statuses=(ConversationStatus.ACTIVE,)) == (1, 1)
        assert await self.count(inbox, tenant_id, handler=Handler.BOT) == (1, 1)
        assert await self.count(inbox, tenant_id, assigned_to=AGENT) == (1, 1)
        assert await self.count(inbox, tenant_id, assigned_to=UserId(new_id())) == (0, 0)
        assert await self.count(inbox, tenant_id, unassigned=True) == (2, 2)
        assert await self.count(inbox, tenant_id, contact_id=mine.contact_id) == (1, 1)
        assert await self.count(inbox, tenant_id, config_id=config.id) == (3, 3)
        assert await self.count(inbox, tenant_id, config_id=WhatsAppConfigId(new_id())) == (0, 0)
        assert await self.count(inbox, tenant_id, unread=True) == (2, 2)
        assert await self.count(inbox, tenant_id, unread=False) == (1, 1)

    async def test_choose_by_all_of_them_together(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig, inbox: PostgresConversationList
    ) -> None:
        await open_conversation(uow, tenant_id, config, inbound_count=1, unread_count=1)
        await open_conversation(
            uow, tenant_id, config, inbound_count=1, unread_count=1, status=ConversationStatus.WAITING
        )

        asked = {"statuses": (ConversationStatus.WAITING,), "unassigned": True, "unread": True, "handler": Handler.BOT}
        assert await self.count(inbox, tenant_id, **asked) == (1, 1)

    async def test_hold_across_cursors(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, inbox: PostgresConversationList, config: WhatsAppConfig
    ) -> None:
        other = a_config()
        async with uow(tenant_id) as tx:
            await tx.whatsapp_configs.add(other)
        wanted = [await open_conversation(uow, tenant_id, config, last_message_at=NOW) for _ in range(3)]
        for _ in range(3):
            await open_conversation(uow, tenant_id, other, last_message_at=NOW)

        async def read(page: PageRequest) -> Page[ConversationRow]:
            filters = ConversationFilters(config_id=config.id)
            return await inbox.page(tenant_id, **SEEN, filters=filters, page=page)

        pages = await walk(read, limit=2)

        assert [row.id for rows in pages for row in rows] == [conversation.id for conversation in reversed(wanted)]


class TestExpansions:
    @pytest.fixture
    async def talks(self, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig) -> list[Conversation]:
        """Two conversations, the first with twelve messages, the second with none."""
        other = a_contact(name="Bia", phone="5511955550002")
        talks = [await open_conversation(uow, tenant_id, config), a_conversation(other, config)]
        async with uow(tenant_id) as tx:
            await tx.contacts.add(other)
            await tx.conversations.add(talks[1])
            for number in range(12):
                await tx.messages.add(a_message(talks[0], content=Text(body=str(number))))
        return talks

    async def test_nothing_is_there_that_was_not_asked_for(
        self, tenant_id: TenantId, talks: list[Conversation], inbox: PostgresConversationList
    ) -> None:
        page = await inbox.page(tenant_id, **SEEN, filters=ANYTHING, page=PageRequest())

        assert len(page.items) == len(talks)
        assert {(row.contact, row.messages) for row in page.items} == {(UNSET, UNSET)}

    async def test_each_has_its_contact_and_its_last_messages(
        self, tenant_id: TenantId, talks: list[Conversation], inbox: PostgresConversationList
    ) -> None:
        asked = PageRequest(expand=frozenset({"contact", "messages"}))

        page = await inbox.page(tenant_id, **SEEN, filters=ANYTHING, page=asked)

        rows = {row.id: row for row in page.items}
        full, empty = rows[talks[0].id], rows[talks[1].id]
        assert isinstance(full.contact, ContactShown)
        assert (full.contact.id, full.contact.name) == (talks[0].contact_id, "Ana")
        assert isinstance(full.messages, list)
        bodies = [msgspec.json.decode(message.content)["body"] for message in full.messages]
        assert bodies == [str(number) for number in range(11, 1, -1)]
        assert empty.messages == []

    async def test_one_has_the_same_beside_it(
        self, tenant_id: TenantId, talks: list[Conversation], inbox: PostgresConversationList
    ) -> None:
        row = await inbox.one(
            tenant_id, **SEEN, conversation_id=talks[1].id, expand=frozenset({"contact", "messages", "sla"})
        )

        assert isinstance(row.contact, ContactShown)
        assert (row.messages, row.sla, row.tags) == ([], [], UNSET)

    async def test_a_page_of_nothing_asks_for_nothing_more(
        self, other_tenant_id: TenantId, inbox: PostgresConversationList
    ) -> None:
        asked = PageRequest(expand=frozenset({"contact", "messages"}))

        assert (await inbox.page(other_tenant_id, **SEEN, filters=ANYTHING, page=asked)).items == []
