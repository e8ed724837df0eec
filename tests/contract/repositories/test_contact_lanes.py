"""LaneSteps of a contact's lane, on PostgreSQL: what its work begins with, and how it is given back."""

from datetime import timedelta

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.lanes import PostgresLaneDesk
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.lanes import Lane, LaneItem, LaneKind, LeaseLostError, UnreadableItemError
from application.ports.repositories.flow_sessions import SessionRecord
from domain.conversations.message import Message
from domain.shared.content import Text
from domain.shared.ids import ItemId, ProviderMessageId, TenantId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.errors import ConfigNotFoundError
from domain.whatsapp.inbound import MessageReceived, Sender
from tests.contract.repositories.stored import MINUTE, NOW, a_timer, event_types, facts, fetch, new_id

FAR_OFF = NOW + timedelta(days=40_000)


def an_item(body: str) -> MessageReceived:
    return MessageReceived(
        provider_message_id=ProviderMessageId(f"wamid.{body}"),
        sender=Sender(user_id="BR.1"),
        sent_at=NOW,
        content=Text(body=body),
    )


@pytest.fixture
def desk(platform_database: Database) -> PostgresLaneDesk:
    return PostgresLaneDesk(platform_database)


@pytest.fixture
async def lane(
    uow: PostgresUnitOfWork, tenant_id: TenantId, record: SessionRecord, desk: PostgresLaneDesk, database_url: str
) -> Lane:
    """The session's lane, leased, with two messages in it."""
    async with uow(tenant_id) as tx:
        for body in ("a", "b"):
            tx.lanes.put(record.lane_key, item=an_item(body), item_id=ItemId(new_id()), at=NOW)
    await fetch(database_url, "UPDATE platform.lanes SET due_at = now()")
    [leased] = await desk.claim(kinds=[LaneKind.CONTACT], owner="w", limit=1, lease=timedelta(minutes=5))
    return leased


class TestOpening:
    async def test_gives_the_number_the_items_in_order_and_the_next_timer(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        lane: Lane,
        config: WhatsAppConfig,
        record: SessionRecord,
    ) -> None:
        async with uow(tenant_id) as tx:
            for effect, minutes in (("1.1", 2), ("1.2", 1)):
                await tx.flow_sessions.add_timer(a_timer(record, effect_id=effect, due_at=NOW + minutes * MINUTE))
            head = await tx.lanes.open(lane, limit=5)

        assert facts(head.config) == facts(config)
        assert [entry.item for entry in head.items] == [an_item("a"), an_item("b")]
        assert head.next_timer == NOW + MINUTE

    async def test_gives_no_more_items_than_asked_for(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, lane: Lane
    ) -> None:
        async with uow(tenant_id) as tx:
            head = await tx.lanes.open(lane, limit=1)

        assert [entry.item for entry in head.items] == [an_item("a")]

    async def test_gives_the_number_of_an_empty_lane(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, lane: Lane, database_url: str, config: WhatsAppConfig
    ) -> None:
        await fetch(database_url, "DELETE FROM platform.inbound_items")

        async with uow(tenant_id) as tx:
            head = await tx.lanes.open(lane, limit=5)

        assert (head.items, head.next_timer, head.config.id) == ([], None, config.id)

    async def test_of_another_tenant_is_refused(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, lane: Lane
    ) -> None:
        async with uow(other_tenant_id) as tx:
            with pytest.raises(ConfigNotFoundError):
                await tx.lanes.open(lane, limit=5)

    async def test_of_an_item_that_cannot_be_read_is_refused(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, lane: Lane, database_url: str
    ) -> None:
        await fetch(database_url, """UPDATE platform.inbound_items SET item = '{"kind":"hologram"}'""")

        async with uow(tenant_id) as tx:
            with pytest.raises(UnreadableItemError):
                await tx.lanes.open(lane, limit=5)


class TestResting:
    async def due_at(self, database_url: str) -> object:
        [row] = await fetch(database_url, "SELECT due_at, lease_owner FROM platform.lanes WHERE kind = 'contact'")
        assert row["lease_owner"] is None
        return row["due_at"]

    async def test_without_a_timer_it_sleeps(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, lane: Lane, database_url: str
    ) -> None:
        async with uow(tenant_id) as tx:
            tx.lanes.rest(lane, not_before=NOW)

        assert await self.due_at(database_url) is None

    async def test_it_is_due_with_the_first_timer_that_the_transaction_leaves(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, lane: Lane, database_url: str, record: SessionRecord
    ) -> None:
        async with uow(tenant_id) as tx:
            for effect, days in (("1.1", 2), ("1.2", 1)):
                await tx.flow_sessions.add_timer(
                    a_timer(record, effect_id=effect, due_at=FAR_OFF + timedelta(days=days))
                )
            await tx.flow_sessions.cancel_timer(record.session.id, effect_id="1.2")
            tx.lanes.rest(lane, not_before=NOW)

        assert await self.due_at(database_url) == FAR_OFF + timedelta(days=2)

    async def test_it_is_not_due_before_it_was_asked_for(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, lane: Lane, database_url: str, record: SessionRecord
    ) -> None:
        async with uow(tenant_id) as tx:
            await tx.flow_sessions.add_timer(a_timer(record, due_at=NOW))
            tx.lanes.rest(lane, not_before=FAR_OFF)

        assert await self.due_at(database_url) == FAR_OFF

    async def test_one_that_was_woken_meanwhile_is_due_at_once(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, lane: Lane, desk: PostgresLaneDesk
    ) -> None:
        async with uow(tenant_id) as tx:
            tx.lanes.wake(LaneKind.CONTACT, lane.key, due_at=FAR_OFF)

        async with uow(tenant_id) as tx:
            tx.lanes.rest(lane, not_before=NOW)

        assert await desk.claim(kinds=[LaneKind.CONTACT], owner="w", limit=1, lease=MINUTE)

    async def test_takes_events_deletions_and_woken_lanes_along(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        lane: Lane,
        platform_database: Database,
        database_url: str,
        message: Message,
    ) -> None:
        async with uow(tenant_id) as tx:
            for entry in (await tx.lanes.open(lane, limit=5)).items:
                tx.lanes.finish_item(entry.id)
            await self.report(tx.messages, message)
            tx.lanes.wake(LaneKind.NUMBER, "n", due_at=NOW)
            tx.lanes.rest(lane, not_before=NOW)

        assert await fetch(database_url, "SELECT FROM platform.inbound_items") == []
        assert (await event_types(platform_database, tenant_id))[-1:] == ["message_status"]
        [woken] = await fetch(database_url, "SELECT due_at FROM platform.lanes WHERE kind = 'number'")
        assert woken["due_at"] == NOW

    async def test_without_the_lease_nothing_of_it_is_kept(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        lane: Lane,
        platform_database: Database,
        database_url: str,
        message: Message,
    ) -> None:
        before = await event_types(platform_database, tenant_id)

        with pytest.raises(LeaseLostError):  # noqa: PT012 - the block is what is tested
            async with uow(tenant_id) as tx:
                items: list[LaneItem] = (await tx.lanes.open(lane, limit=5)).items
                tx.lanes.finish_item(items[0].id)
                await self.report(tx.messages, message)
                tx.lanes.wake(LaneKind.NUMBER, "n", due_at=NOW)
                tx.lanes.rest(msgspec.structs.replace(lane, fence=lane.fence - 1), not_before=NOW)

        assert len(await fetch(database_url, "SELECT FROM platform.inbound_items")) == len(items)
        assert await event_types(platform_database, tenant_id) == before
        assert await fetch(database_url, "SELECT FROM platform.lanes WHERE kind = 'number'") == []

    @staticmethod
    async def report(messages: object, message: Message) -> None:
        message.report(MessageStatus.SENT, at=NOW)
        await messages.save(message)  # type: ignore[attr-defined]  # a transaction's repository
