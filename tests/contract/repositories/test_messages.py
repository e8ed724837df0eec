"""MessageRepository, on PostgreSQL."""

import asyncio

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.conversations.conversation import Conversation
from domain.conversations.events import MessageSentEvent
from domain.conversations.message import Direction, Message, SenderKind
from domain.shared.content import Content, Text, Unsupported, type_of
from domain.shared.errors import StaleVersionError
from domain.shared.ids import FlowSessionId, MessageId, ProviderMessageId, TenantId, UserId
from domain.shared.message_status import MessageStatus
from tests.contract.repositories.stored import MINUTE, NOW, WAMID, a_config, a_message, event_types, facts, new_id
from tests.contract.repositories.structs import any_of, as_json


class TestKeeping:
    async def test_gives_back_every_field(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> None:
        message = a_message(
            conversation,
            direction=Direction.INBOUND,
            sender=SenderKind.CONTACT,
            status=MessageStatus.RECEIVED,
            user_id=UserId(new_id()),
            reply_to=ProviderMessageId("wamid.before"),
            provider_message_id=WAMID,
            status_at={"received": NOW, "read": NOW + MINUTE},
            error_code="131047",
            error_detail="Re-engagement message",
            flow_session_id=FlowSessionId(new_id()),
            effect_id="3.1",
        )

        async with uow(tenant_id) as tx:
            was_added = await tx.messages.add(message)
        async with uow(tenant_id) as tx:
            loaded = await tx.messages.get(message.id)

        assert was_added
        assert loaded is not None
        assert facts(loaded) == facts(message)

    @given(content=any_of(Content).filter(lambda content: not getattr(content, "raw", None)))
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    async def test_gives_back_any_content(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, content: Content
    ) -> None:
        message = a_message(conversation, content=content)

        async with uow(tenant_id) as tx:
            await tx.messages.add(message)
            loaded = await tx.messages.get(message.id)

        assert loaded is not None
        assert type_of(loaded.content) == type_of(content)
        assert as_json(loaded.content) == as_json(content)

    async def test_gives_back_what_nobody_understood(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> None:
        raw = msgspec.Raw(b'{"type":"hologram","hologram":{"id":"1"}}')
        message = a_message(conversation, content=Unsupported(kind="hologram", raw=raw))

        async with uow(tenant_id) as tx:
            await tx.messages.add(message)
            loaded = await tx.messages.get(message.id)

        assert loaded is not None
        assert as_json(loaded.content) == as_json(message.content)

    async def test_replaces_what_postgresql_cannot_hold(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> None:
        message = a_message(conversation, content=Text(body="a\x00b"))

        async with uow(tenant_id) as tx:
            await tx.messages.add(message)
            loaded = await tx.messages.get(message.id)

        assert loaded is not None
        assert loaded.content == Text(body="a\N{REPLACEMENT CHARACTER}b")

    async def test_knows_no_message_of_another_tenant(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, message: Message
    ) -> None:
        async with uow(other_tenant_id) as tx:
            assert await tx.messages.get(message.id) is None
            assert await tx.messages.lock(message.id) is None
            with pytest.raises(StaleVersionError):
                await tx.messages.save(message)

    async def test_knows_no_message_that_was_never_there(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        async with uow(tenant_id) as tx:
            assert await tx.messages.get(MessageId(new_id())) is None


class TestAddingOnce:
    async def test_adds_no_second_message_under_the_providers_id(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, platform_database: Database
    ) -> None:
        first, second = (a_message(conversation, provider_message_id=WAMID) for _ in range(2))
        second.record(
            MessageSentEvent(
                conversation_id=conversation.id, message_id=second.id, sender="bot", content=second.content
            )
        )

        async with uow(tenant_id) as tx:
            assert await tx.messages.add(first)
        async with uow(tenant_id) as tx:
            assert not await tx.messages.add(second)
            assert await tx.messages.get(second.id) is None

        assert await event_types(platform_database, tenant_id) == []

    async def test_lets_one_of_two_at_once_add_it(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> None:
        async def add() -> bool:
            async with uow(tenant_id) as tx:
                was_added = await tx.messages.add(a_message(conversation, provider_message_id=WAMID))
                await asyncio.sleep(0.05)
                return was_added

        assert sorted(await asyncio.gather(add(), add())) == [False, True]

    async def test_lets_one_of_two_at_once_claim_the_name_and_add_it(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> None:
        async def claim() -> bool:
            message = a_message(conversation, provider_message_id=WAMID)
            async with uow(tenant_id) as tx:
                is_ours = await tx.messages.claim_name(
                    message.id, provider_message_id=WAMID, config_id=message.whatsapp_config_id
                )
                await asyncio.sleep(0.05)
                return is_ours and await tx.messages.add(message)

        assert sorted(await asyncio.gather(claim(), claim())) == [False, True]

    async def test_lets_two_numbers_have_the_same_providers_id(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> None:
        elsewhere = a_config()
        message = a_message(conversation, provider_message_id=WAMID)
        other = a_message(conversation, provider_message_id=WAMID, whatsapp_config_id=elsewhere.id)

        async with uow(tenant_id) as tx:
            assert await tx.messages.add(message)
            assert await tx.messages.add(other)


class TestSavingSeveral:
    async def test_locks_them_in_the_order_of_their_ids(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> None:
        first, second = (a_message(conversation) for _ in range(2))
        async with uow(tenant_id) as tx:
            await tx.messages.add(first)
            await tx.messages.add(second)
            locked = await tx.messages.lock_all([second.id, MessageId(new_id()), first.id])

        assert [message.id for message in locked] == [first.id, second.id]

    async def test_writes_status_times_name_and_error_of_each(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, platform_database: Database
    ) -> None:
        messages = [a_message(conversation) for _ in range(2)]
        async with uow(tenant_id) as tx:
            for message in messages:
                await tx.messages.add(message)
        for number, message in enumerate(messages):
            message.provider_message_id = ProviderMessageId(f"wamid.{number}")
            message.report(MessageStatus.SENT, at=NOW)
        messages[1].report(MessageStatus.FAILED, at=NOW + MINUTE, error_code="131047", error_detail="Re-engagement")

        async with uow(tenant_id) as tx:
            await tx.messages.name_all(messages)
            await tx.messages.save_all(messages)
            found = await tx.messages.lock_by_provider_id(
                ProviderMessageId("wamid.1"), config_id=conversation.whatsapp_config_id
            )
            loaded = [await tx.messages.get(message.id) for message in messages]

        assert [facts(message) for message in loaded if message is not None] == [facts(message) for message in messages]
        assert found is not None
        assert found.id == messages[1].id
        assert await event_types(platform_database, tenant_id) == ["message_status"] * 3

    async def test_refuses_all_when_one_was_changed_meanwhile(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> None:
        first, second = (a_message(conversation) for _ in range(2))
        async with uow(tenant_id) as tx:
            await tx.messages.add(first)
            await tx.messages.add(second)
        stale = msgspec.structs.replace(second, version=7)

        with pytest.raises(StaleVersionError):
            async with uow(tenant_id) as tx:
                await tx.messages.save_all([first, stale])


class TestSaving:
    async def test_writes_status_times_name_and_error(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message
    ) -> None:
        message.report(MessageStatus.SENT, at=NOW)
        message.report(MessageStatus.FAILED, at=NOW + MINUTE, error_code="131026", error_detail="Undeliverable")
        message.provider_message_id = WAMID
        async with uow(tenant_id) as tx:
            await tx.messages.save(message)

        async with uow(tenant_id) as tx:
            loaded = await tx.messages.lock_by_provider_id(WAMID, config_id=message.whatsapp_config_id)
        assert loaded is not None
        assert loaded.version == 1
        assert facts(loaded) == facts(message)

    async def test_can_save_twice(self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message) -> None:
        message.provider_message_id = WAMID
        async with uow(tenant_id) as tx:
            await tx.messages.save(message)
            message.report(MessageStatus.DELIVERED, at=NOW)
            await tx.messages.save(message)

        assert message.version == 2

    async def test_minds_not_that_the_name_is_taken(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, message: Message
    ) -> None:
        first = a_message(conversation, provider_message_id=WAMID)
        message.provider_message_id = WAMID
        async with uow(tenant_id) as tx:
            await tx.messages.add(first)
            await tx.messages.save(message)
            named = await tx.messages.lock_by_provider_id(WAMID, config_id=message.whatsapp_config_id)

        assert named is not None
        assert named.id == first.id

    async def test_tells_its_events(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message, platform_database: Database
    ) -> None:
        message.report(MessageStatus.SENT, at=NOW)

        async with uow(tenant_id) as tx:
            await tx.messages.save(message)

        assert await event_types(platform_database, tenant_id) == ["message_status"]

    async def test_refuses_a_version_that_is_not_the_newest(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message
    ) -> None:
        stale = msgspec.structs.replace(message)
        async with uow(tenant_id) as tx:
            await tx.messages.save(message)

        with pytest.raises(StaleVersionError):
            async with uow(tenant_id) as tx:
                await tx.messages.save(stale)
