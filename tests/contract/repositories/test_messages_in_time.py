"""MessageRepository, on PostgreSQL: locks, and what comes before its message."""

import asyncio
from datetime import timedelta

import msgspec

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.conversations.conversation import Conversation
from domain.conversations.message import Message
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.inbound import NoticeReceived, ProviderError, Sender, StatusChanged
from tests.contract.repositories.stored import NOW, WAMID, a_message, fetch, new_id


def a_status(**changed: object) -> StatusChanged:
    status = StatusChanged(
        provider_message_id=WAMID, status=MessageStatus.DELIVERED, at=NOW, recipient=Sender(wa_id="5511955550001")
    )
    return msgspec.structs.replace(status, **changed)


class TestLocking:
    async def test_makes_a_second_changer_wait_and_see_the_first(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message
    ) -> None:
        async def report(status: MessageStatus) -> None:
            async with uow(tenant_id) as tx:
                locked = await tx.messages.lock(message.id)
                assert locked is not None
                await asyncio.sleep(0.02)
                locked.report(status, at=NOW)
                await tx.messages.save(locked)

        await asyncio.gather(*(report(status) for status in (MessageStatus.READ, MessageStatus.SENT)))

        async with uow(tenant_id) as tx:
            loaded = await tx.messages.get(message.id)
        assert loaded is not None
        assert set(loaded.status_at) == {"sent", "read"}

    async def test_finds_nothing_under_another_numbers_name(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
    ) -> None:
        async with uow(tenant_id) as tx:
            await tx.messages.add(a_message(conversation, provider_message_id=WAMID))
            found = await tx.messages.lock_by_provider_id(WAMID, config_id=WhatsAppConfigId(new_id()))

        assert found is None

    async def test_never_loses_a_status_that_is_parked_while_its_message_gets_its_name(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message
    ) -> None:
        config_id = message.whatsapp_config_id

        async def apply_status() -> bool:
            async with uow(tenant_id) as tx:
                found = await tx.messages.lock_by_provider_id(WAMID, config_id=config_id)
                if found is None:
                    await asyncio.sleep(0.05)
                    await tx.messages.park_status(a_status(), config_id=config_id, at=NOW)
                return found is not None

        async def accept() -> bool:
            async with uow(tenant_id) as tx:
                locked = await tx.messages.lock(message.id)
                assert locked is not None
                locked.provider_message_id = WAMID
                await tx.messages.name_all([locked])
                parked = await tx.messages.take_parked([WAMID], config_id=config_id)
                await asyncio.sleep(0.05)
                await tx.messages.save(locked)
                return bool(parked)

        applied, taken = await asyncio.wait_for(
            asyncio.gather(apply_status(), accept()), timeout=timedelta(seconds=5).total_seconds()
        )

        assert applied or taken


class TestParking:
    async def test_gives_statuses_back_once_in_their_order(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message
    ) -> None:
        full = a_status(
            status=MessageStatus.FAILED,
            message_id=message.id,
            errors=(ProviderError(code=131026, title="Undeliverable", detail="Not on WhatsApp"),),
            pricing_category="utility",
            pricing_type="regular",
        )
        config_id = message.whatsapp_config_id
        async with uow(tenant_id) as tx:
            for status in (full, a_status()):
                await tx.messages.park_status(status, config_id=config_id, at=NOW)

        async with uow(tenant_id) as tx:
            taken = await tx.messages.take_parked([WAMID], config_id=config_id)
            again = await tx.messages.take_parked([WAMID], config_id=config_id)

        assert taken == [full, a_status()]
        assert again == []

    async def test_keeps_numbers_and_tenants_apart(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, message: Message
    ) -> None:
        config_id = message.whatsapp_config_id
        async with uow(tenant_id) as tx:
            await tx.messages.park_status(a_status(), config_id=config_id, at=NOW)
            assert await tx.messages.take_parked([WAMID], config_id=WhatsAppConfigId(new_id())) == []

        async with uow(other_tenant_id) as tx:
            assert await tx.messages.take_parked([WAMID], config_id=config_id) == []


class TestNotices:
    async def test_keeps_a_notice_as_it_came(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message, database_url: str, home: str
    ) -> None:
        notice = NoticeReceived(field="account_update", payload=msgspec.Raw(b'{"event": "DISABLED_UPDATE"}'))

        async with uow(tenant_id) as tx:
            await tx.messages.keep_notice(notice, config_id=message.whatsapp_config_id, at=NOW)

        [row] = await fetch(database_url, "SELECT field, payload, received_at FROM provider_notices", home=home)
        assert (row["field"], row["received_at"]) == ("account_update", NOW)
        assert msgspec.json.decode(row["payload"]) == {"event": "DISABLED_UPDATE"}
