"""FlowSessionRepository, on PostgreSQL: timers."""

from datetime import timedelta

import msgspec

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.flow_sessions import SessionRecord, Timer
from domain.shared.ids import MessageId, TenantId, TimerId
from tests.contract.repositories.stored import (
    MINUTE,
    NOW,
    a_timer,
    new_id,
)


class TestTimers:
    async def set(self, uow: PostgresUnitOfWork, tenant_id: TenantId, *timers: Timer) -> None:
        async with uow(tenant_id) as tx:
            for timer in timers:
                await tx.flow_sessions.add_timer(timer)

    async def test_are_due_oldest_first_with_every_field(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, record: SessionRecord
    ) -> None:
        late = a_timer(record, effect_id="1.1", due_at=NOW, after=timedelta(days=40, microseconds=7))
        early = a_timer(record, effect_id="1.2", due_at=NOW - MINUTE, sent_by=MessageId(new_id()))
        future = a_timer(record, effect_id="1.3", due_at=NOW + MINUTE)
        elsewhere = a_timer(record, effect_id="1.4", lane_key="another lane")
        await self.set(uow, tenant_id, late, early, future, elsewhere)

        async with uow(tenant_id) as tx:
            due = await tx.flow_sessions.due_timers(record.lane_key, now=NOW)

        assert due == [early, late]

    async def test_are_not_due_before_they_are_armed(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, record: SessionRecord
    ) -> None:
        await self.set(uow, tenant_id, a_timer(record, due_at=None, after=MINUTE, sent_by=MessageId(new_id())))

        async with uow(tenant_id) as tx:
            assert await tx.flow_sessions.due_timers(record.lane_key, now=NOW) == []

    async def test_are_armed_once_when_their_message_is_accepted(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, record: SessionRecord
    ) -> None:
        message_id = MessageId(new_id())
        waiting = a_timer(record, effect_id="1.1", due_at=None, after=2 * MINUTE, sent_by=message_id)
        other = a_timer(record, effect_id="1.2", due_at=None, after=MINUTE, sent_by=MessageId(new_id()))
        await self.set(uow, tenant_id, waiting, other)

        async with uow(tenant_id) as tx:
            armed = await tx.flow_sessions.arm_timers([message_id], accepted_at=NOW)
            again = await tx.flow_sessions.arm_timers([message_id], accepted_at=NOW + MINUTE)
            due = await tx.flow_sessions.due_timers(record.lane_key, now=NOW + 2 * MINUTE)

        assert armed == [msgspec.structs.replace(waiting, due_at=NOW + 2 * MINUTE)]
        assert again == []
        assert due == armed

    async def test_fire_once(self, uow: PostgresUnitOfWork, tenant_id: TenantId, record: SessionRecord) -> None:
        timer = a_timer(record)
        await self.set(uow, tenant_id, timer)

        async with uow(tenant_id) as tx:
            assert await tx.flow_sessions.take_timer(timer.id)
            assert not await tx.flow_sessions.take_timer(timer.id)
            assert not await tx.flow_sessions.take_timer(TimerId(new_id()))

    async def test_can_be_cancelled_one_by_one_and_together(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, record: SessionRecord
    ) -> None:
        first, second, third = (a_timer(record, effect_id=f"1.{number}") for number in (1, 2, 3))
        await self.set(uow, tenant_id, first, second, third)

        async with uow(tenant_id) as tx:
            for _ in range(2):
                await tx.flow_sessions.cancel_timer(record.session.id, effect_id="1.1")
            left = await tx.flow_sessions.due_timers(record.lane_key, now=NOW)
            await tx.flow_sessions.cancel_timers(record.session.id)
            none = await tx.flow_sessions.due_timers(record.lane_key, now=NOW)

        assert left == [second, third]
        assert none == []

    async def test_are_not_another_tenants(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, record: SessionRecord
    ) -> None:
        timer = a_timer(record)
        await self.set(uow, tenant_id, timer)

        async with uow(other_tenant_id) as tx:
            assert await tx.flow_sessions.due_timers(record.lane_key, now=NOW) == []
            assert not await tx.flow_sessions.take_timer(timer.id)
