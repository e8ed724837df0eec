"""ConfigHealthReader, on PostgreSQL."""

from datetime import timedelta

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.config_health import PostgresConfigHealth
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.whatsapp_configs import FailureCount
from domain.conversations.conversation import Conversation
from domain.conversations.message import Direction, SenderKind
from domain.shared.content import Text
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.errors import ConfigNotFoundError
from domain.whatsapp.health import NumberHealth, Restriction
from tests.contract.repositories.stored import MINUTE, NOW, a_config, a_message, new_id

LONG_AGO = NOW - timedelta(days=3650)


@pytest.fixture
def reader(app_database: Database) -> PostgresConfigHealth:
    return PostgresConfigHealth(app_database)


async def test_gives_what_the_provider_told(
    uow: PostgresUnitOfWork, tenant_id: TenantId, reader: PostgresConfigHealth
) -> None:
    health = NumberHealth(checked_at=NOW, told={"ban": NOW}, restrictions=(Restriction(kind="x", until=NOW),))
    config = a_config(health=health)
    async with uow(tenant_id) as tx:
        await tx.whatsapp_configs.add(config)

    assert await reader.health(tenant_id, config_id=config.id) == health


async def test_is_not_there_for_another_number(tenant_id: TenantId, reader: PostgresConfigHealth) -> None:
    with pytest.raises(ConfigNotFoundError):
        await reader.health(tenant_id, config_id=WhatsAppConfigId(new_id()))


async def test_counts_failures_by_code_and_finds_the_last_of_each_way(
    uow: PostgresUnitOfWork,
    tenant_id: TenantId,
    config: WhatsAppConfig,
    conversation: Conversation,
    reader: PostgresConfigHealth,
) -> None:
    ours = {"direction": Direction.OUTBOUND, "sender": SenderKind.BOT, "status": MessageStatus.FAILED}
    async with uow(tenant_id) as tx:
        for code in ("131026", "131026", "131047", None):
            await tx.messages.add(a_message(conversation, **ours, error_code=code))
        loaded = await tx.conversations.get(conversation.id)
        loaded.receive(Text(body="oi"), sent_at=NOW - MINUTE, opens_window=True)
        await tx.conversations.save(loaded)
        await tx.outbound.spend_day(config.id, limit=10, wanted=3, now=NOW)

    signs = await reader.signs(tenant_id, config_id=config.id, since=LONG_AGO)

    assert signs.failures == [FailureCount(code="131026", count=2), FailureCount(code="131047", count=1)]
    assert (signs.last_inbound_at, signs.last_webhook_at) == (NOW - MINUTE, NOW - MINUTE)
    assert (signs.last_outbound_at, signs.waiting_to_be_sent) == (NOW, 0)


async def test_shows_nothing_of_a_number_that_did_nothing(
    tenant_id: TenantId, config: WhatsAppConfig, reader: PostgresConfigHealth
) -> None:
    signs = await reader.signs(tenant_id, config_id=config.id, since=LONG_AGO)

    assert (signs.failures, signs.last_inbound_at, signs.last_outbound_at) == ([], None, None)
