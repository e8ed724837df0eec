"""MessageChanges, on PostgreSQL: reactions, other words, and what waits for its message."""

import itertools
from datetime import timedelta

import pytest

from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.conversations.message import Message
from domain.conversations.reaction import MessageReaction, Side
from domain.shared.content import Reaction, Text
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ProviderMessageId, TenantId, WhatsAppConfigId
from domain.whatsapp.inbound import MessageReceived, Sender
from tests.contract.repositories.stored import NOW, WAMID, event_types, fetch, new_id

SECOND = timedelta(seconds=1)
SHOWN = "SELECT side, emoji FROM message_reactions ORDER BY side"


def a_reaction(message: Message, **changed: object) -> MessageReaction:
    values: dict[str, object] = {"side": Side.CONTACT, "emoji": "👍", "at": NOW, **changed}
    return MessageReaction(message_id=message.id, **values)  # type: ignore[arg-type]


def a_change(target: str = WAMID) -> MessageReceived:
    return MessageReceived(
        provider_message_id=ProviderMessageId("wamid.change"),
        sender=Sender(wa_id="5511955550001"),
        sent_at=NOW,
        content=Reaction(target=ProviderMessageId(target), emoji="👍"),
    )


class TestReacting:
    async def test_keeps_one_of_each_side_and_tells_of_it(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message, database_url: str,
        home: str, platform_database: Database,
    ) -> None:  # fmt: skip
        for side in Side:
            async with uow(tenant_id) as tx:
                for emoji, at in (("👍", NOW), ("❤️", NOW + SECOND)):
                    reaction = a_reaction(message, side=side, emoji=emoji, at=at)
                    assert await tx.message_changes.react(reaction, conversation_id=message.conversation_id)

        rows = await fetch(database_url, SHOWN, home=home)
        assert [tuple(row) for row in rows] == [("business", "❤️"), ("contact", "❤️")]
        assert await event_types(platform_database, tenant_id) == ["message_updated"] * 4

    @pytest.mark.parametrize("order", list(itertools.permutations(range(4))), ids=str)
    async def test_ends_the_same_in_any_order(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message, database_url: str, home: str,
        order: tuple[int, ...],
    ) -> None:  # fmt: skip
        told = [("👍", NOW), ("❤️", NOW + SECOND), (None, NOW + 2 * SECOND), ("😂", NOW + 2 * SECOND)]
        async with uow(tenant_id) as tx:
            for place in order:
                emoji, at = told[place]
                await tx.message_changes.react(
                    a_reaction(message, emoji=emoji, at=at), conversation_id=message.conversation_id
                )

        assert [tuple(row) for row in await fetch(database_url, SHOWN, home=home)] == [("contact", "")]


class TestAmending:
    async def test_keeps_words_and_times(self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message) -> None:
        async with uow(tenant_id) as tx:
            locked = await tx.messages.lock(message.id)
            assert locked is not None
            locked.edit("outra coisa", at=NOW)
            locked.revoke(at=NOW + SECOND)
            await tx.message_changes.amend(locked)

        async with uow(tenant_id) as tx:
            loaded = await tx.messages.get(message.id)
        assert loaded is not None
        assert (loaded.content, loaded.edited_at, loaded.revoked_at) == (
            Text(body="outra coisa"), NOW, NOW + SECOND
        )  # fmt: skip

    async def test_refuses_a_lost_race(self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message) -> None:
        message.version += 1

        with pytest.raises(StaleVersionError):
            async with uow(tenant_id) as tx:
                await tx.message_changes.amend(message)


class TestWaiting:
    async def test_is_taken_once_by_its_own_number(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message
    ) -> None:
        config_id = message.whatsapp_config_id
        async with uow(tenant_id) as tx:
            await tx.message_changes.park(a_change(), target=WAMID, config_id=config_id, at=NOW)

        async with uow(tenant_id) as tx:
            others = await tx.message_changes.take([WAMID], config_id=WhatsAppConfigId(new_id()))
            taken = await tx.message_changes.take([WAMID], config_id=config_id)
            again = await tx.message_changes.take([WAMID], config_id=config_id)
        assert (others, taken, again) == ([], [a_change()], [])

    async def test_is_seen_by_the_claim_of_its_message(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message
    ) -> None:
        config_id = message.whatsapp_config_id
        async with uow(tenant_id) as tx:
            await tx.message_changes.park(a_change(), target=WAMID, config_id=config_id, at=NOW)

        async with uow(tenant_id) as tx:
            await tx.messages.claim_name(message.id, provider_message_id=WAMID, config_id=config_id)
            assert tx.messages.is_awaited(message.id)

    async def test_is_given_back_when_its_message_is_there_after_all(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message
    ) -> None:
        config_id = message.whatsapp_config_id
        async with uow(tenant_id) as tx:
            await tx.messages.claim_name(message.id, provider_message_id=WAMID, config_id=config_id)
            await tx.message_changes.park(a_change(), target=WAMID, config_id=config_id, at=NOW)
            await tx.message_changes.park(
                a_change("wamid.x"), target=ProviderMessageId("wamid.x"), config_id=config_id, at=NOW
            )

        async with uow(tenant_id) as tx:
            assert await tx.message_changes.take_found(limit=10) == [(config_id, a_change())]

    async def test_is_late_after_its_time(self, uow: PostgresUnitOfWork, tenant_id: TenantId, message: Message) -> None:
        config_id = message.whatsapp_config_id
        async with uow(tenant_id) as tx:
            await tx.message_changes.park(a_change(), target=WAMID, config_id=config_id, at=NOW)

        async with uow(tenant_id) as tx:
            early = await tx.message_changes.take_late(before=NOW, limit=10)
            late = await tx.message_changes.take_late(before=NOW + SECOND, limit=10)
        assert (early, late) == ([], [(config_id, a_change())])
