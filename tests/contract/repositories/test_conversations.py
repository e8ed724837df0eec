"""ConversationRepository, on PostgreSQL."""

import asyncio

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation, ConversationStatus, Handler
from domain.conversations.errors import ConversationNotFoundError, ConversationOpenError
from domain.conversations.message import Direction
from domain.conversations.timeline import BOT, SYSTEM
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import ConversationId, DepartmentId, TenantId, UserId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import MINUTE, NOW, a_conversation, event_types, facts, new_id


class TestKeeping:
    async def test_gives_back_every_field(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact, config: WhatsAppConfig
    ) -> None:
        department_id = DepartmentId(new_id())
        conversation = a_conversation(
            contact,
            config,
            status=ConversationStatus.RESOLVED,
            handler=Handler.AGENT,
            assigned_to=UserId(new_id()),
            department_id=department_id,
            needs_attention=True,
            unread_count=3,
            window_expires_at=NOW + 1 * MINUTE,
            last_inbound_at=NOW + 2 * MINUTE,
            last_message_at=NOW + 3 * MINUTE,
            last_message_preview="Olá 👋",
            last_message_type="text",
            last_message_direction=Direction.INBOUND,
            first_response_at=NOW + 4 * MINUTE,
            waiting_since=NOW + 5 * MINUTE,
            resolved_at=NOW + 6 * MINUTE,
            resolution="sold",
            metadata={"pedido": {"id": 7, "itens": ["a"]}},
        )

        async with uow(tenant_id) as tx:
            await tx.departments.add(department_id, name="Vendas")
            await tx.conversations.add(conversation)
        async with uow(tenant_id) as tx:
            loaded = await tx.conversations.get(conversation.id)

        assert facts(loaded) == facts(conversation)

    async def test_saves_what_was_done_and_counts_the_version(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> None:
        conversation.take_over(UserId(new_id()), by=SYSTEM, now=NOW)
        async with uow(tenant_id) as tx:
            await tx.conversations.save(conversation)

        async with uow(tenant_id) as tx:
            loaded = await tx.conversations.get(conversation.id)
        assert loaded.version == 1
        assert facts(loaded) == facts(conversation)

    async def test_knows_no_conversation_of_another_tenant(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, conversation: Conversation
    ) -> None:
        async with uow(other_tenant_id) as tx:
            with pytest.raises(ConversationNotFoundError):
                await tx.conversations.get(conversation.id)
            with pytest.raises(StaleVersionError):
                await tx.conversations.save(conversation)
            found = await tx.conversations.find_open(
                contact_id=conversation.contact_id, config_id=conversation.whatsapp_config_id
            )

        assert found is None

    async def test_knows_no_conversation_that_was_never_there(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        async with uow(tenant_id) as tx:
            with pytest.raises(ConversationNotFoundError):
                await tx.conversations.get(ConversationId(new_id()))


class TestEvents:
    async def test_tells_what_happened_once(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        contact: Contact,
        config: WhatsAppConfig,
        platform_database: Database,
    ) -> None:
        opened = Conversation.open(
            conversation_id=ConversationId(new_id()), contact_id=contact.id, whatsapp_config_id=config.id, now=NOW
        )

        async with uow(tenant_id) as tx:
            await tx.conversations.add(opened)
            opened.hand_to_people(department_id=None, reason="asked", by=BOT, now=NOW)
            await tx.conversations.save(opened)
            await tx.conversations.save(opened)

        assert await event_types(platform_database, tenant_id) == ["conversation_created", "conversation_updated"]
        async with platform_database.connection() as connection:
            told = await connection.fetchval(
                "SELECT data ->> 'version' FROM platform.events WHERE tenant_id = $1 AND type = 'conversation_updated'",
                tenant_id,
            )
        assert told == "1"

    async def test_tells_nothing_of_a_save_that_was_refused(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, platform_database: Database
    ) -> None:
        stale = msgspec.structs.replace(conversation, version=7)
        stale.hand_to_bot(now=NOW)

        async with uow(tenant_id) as tx:
            with pytest.raises(StaleVersionError):
                await tx.conversations.save(stale)

        assert await event_types(platform_database, tenant_id) == []


class TestFindingOpen:
    @pytest.mark.parametrize("status", [ConversationStatus.ACTIVE, ConversationStatus.WAITING])
    async def test_finds_the_unresolved_one(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        contact: Contact,
        config: WhatsAppConfig,
        status: ConversationStatus,
    ) -> None:
        over = a_conversation(contact, config, status=ConversationStatus.RESOLVED)
        opened = a_conversation(contact, config, status=status)

        async with uow(tenant_id) as tx:
            await tx.conversations.add(over)
            await tx.conversations.add(opened)
            found = await tx.conversations.find_open(contact_id=contact.id, config_id=config.id)

        assert found is not None
        assert found.id == opened.id

    @pytest.mark.parametrize("status", [ConversationStatus.RESOLVED, ConversationStatus.ARCHIVED])
    async def test_finds_none_that_is_over(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        contact: Contact,
        config: WhatsAppConfig,
        status: ConversationStatus,
    ) -> None:
        async with uow(tenant_id) as tx:
            await tx.conversations.add(a_conversation(contact, config, status=status))
            assert await tx.conversations.find_open(contact_id=contact.id, config_id=config.id) is None


class TestRacing:
    async def test_lets_one_of_two_savers_win(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> None:
        async def save() -> None:
            async with uow(tenant_id) as tx:
                loaded = await tx.conversations.get(conversation.id)
                await asyncio.sleep(0.05)
                loaded.unread_count += 1
                await tx.conversations.save(loaded)

        results = await asyncio.gather(save(), save(), return_exceptions=True)

        async with uow(tenant_id) as tx:
            loaded = await tx.conversations.get(conversation.id)
        assert sorted(map(type, results), key=str) == sorted([type(None), StaleVersionError], key=str)
        assert (loaded.unread_count, loaded.version) == (1, 1)

    @pytest.mark.usefixtures("conversation")
    async def test_refuses_a_second_open_one(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact, config: WhatsAppConfig
    ) -> None:
        with pytest.raises(ConversationOpenError):
            async with uow(tenant_id) as tx:
                await tx.conversations.add(a_conversation(contact, config, status=ConversationStatus.WAITING))

    async def test_refuses_to_point_at_another_tenants_contact(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, contact: Contact, config: WhatsAppConfig
    ) -> None:
        with pytest.raises(InvalidError, match="does not exist"):
            async with uow(other_tenant_id) as tx:
                await tx.conversations.add(a_conversation(contact, config))
