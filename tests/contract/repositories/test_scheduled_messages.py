"""ScheduledMessageRepository, on PostgreSQL."""

import asyncio
from datetime import datetime

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.conversations.conversation import Conversation
from domain.messages.errors import ScheduledMessageNotFoundError, ScheduledMessageOverError
from domain.messages.scheduled_message import ScheduledMessage
from domain.shared.content import Text
from domain.shared.errors import StaleVersionError
from domain.shared.ids import MessageId, ScheduledMessageId, TenantId, UserId
from tests.contract.repositories.stored import MINUTE, NOW, facts, new_id


def a_scheduled(conversation: Conversation, *, send_at: datetime = NOW) -> ScheduledMessage:
    return ScheduledMessage(
        id=ScheduledMessageId(new_id()),
        contact_id=conversation.contact_id,
        whatsapp_config_id=conversation.whatsapp_config_id,
        content=Text(body="Olá"),
        send_at=send_at,
        created_at=NOW,
        conversation_id=conversation.id,
        created_by=UserId(new_id()),
        is_by_program=True,
    )


@pytest.fixture
async def scheduled(uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation) -> ScheduledMessage:
    one = a_scheduled(conversation)
    async with uow(tenant_id) as tx:
        await tx.scheduled_messages.add(one)
    return one


async def test_what_is_kept_comes_back(
    uow: PostgresUnitOfWork, tenant_id: TenantId, scheduled: ScheduledMessage
) -> None:
    async with uow(tenant_id) as tx:
        assert facts(await tx.scheduled_messages.get(scheduled.id)) == facts(scheduled)


async def test_what_became_of_it_is_written_once(
    uow: PostgresUnitOfWork, tenant_id: TenantId, scheduled: ScheduledMessage, conversation: Conversation
) -> None:
    async def send() -> None:
        async with uow(tenant_id) as tx:
            locked = await tx.scheduled_messages.lock(scheduled.id)
            assert locked is not None
            locked.sent(MessageId(new_id()), conversation_id=conversation.id)
            await tx.scheduled_messages.save(locked)

    results = await asyncio.gather(*(send() for _ in range(4)), return_exceptions=True)

    assert [type(result) for result in results if result is not None] == [ScheduledMessageOverError] * 3


async def test_a_lost_race_is_told(uow: PostgresUnitOfWork, tenant_id: TenantId, scheduled: ScheduledMessage) -> None:
    stale = msgspec.structs.replace(scheduled, version=5)

    with pytest.raises(StaleVersionError):
        async with uow(tenant_id) as tx:
            await tx.scheduled_messages.save(stale)


async def test_due_are_those_that_wait_the_longest_due_first(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
) -> None:
    late, later, ahead, over = (
        a_scheduled(conversation, send_at=NOW + minutes * MINUTE) for minutes in (-2, -1, 1, -3)
    )
    over.cancel()
    async with uow(tenant_id) as tx:
        for one in (ahead, later, over, late):
            await tx.scheduled_messages.add(one)

        assert await tx.scheduled_messages.due(before=NOW, limit=9) == [late.id, later.id]
        assert await tx.scheduled_messages.due(before=NOW, limit=1) == [late.id]


async def test_another_tenant_has_none_of_it(
    uow: PostgresUnitOfWork, other_tenant_id: TenantId, scheduled: ScheduledMessage
) -> None:
    async with uow(other_tenant_id) as tx:
        assert await tx.scheduled_messages.lock(scheduled.id) is None
        assert await tx.scheduled_messages.due(before=NOW + MINUTE, limit=9) == []
        with pytest.raises(ScheduledMessageNotFoundError):
            await tx.scheduled_messages.get(scheduled.id)
