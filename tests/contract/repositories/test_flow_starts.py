"""FlowStartRepository, on PostgreSQL."""

import asyncio
from datetime import datetime

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.flows import StoredVersion
from domain.contacts.consent import Purpose
from domain.contacts.filters import TextField, TextIs, TextOp
from domain.flows.starts import FlowEvent, FlowRun, FlowSchedule, RunStatus
from domain.shared.ids import ContactId, FlowRunId, IdentityId, TenantId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import MINUTE, NOW, a_contact, a_phone, new_id

ANYBODY = TextIs(field=TextField.NAME, op=TextOp.IS_SET)


def a_schedule(version: StoredVersion, *, cron: str = "0 9 * * *", next_at: datetime = NOW) -> FlowSchedule:
    return FlowSchedule(
        flow_id=version.flow_id, version_id=version.id, cron=cron, time_zone="America/Sao_Paulo", next_at=next_at
    )


def a_run(version: StoredVersion, *, due_at: datetime = NOW) -> FlowRun:
    return FlowRun(
        id=FlowRunId(new_id()), flow_id=version.flow_id, version_id=version.id, due_at=due_at, began_at=NOW, missed=2
    )


@pytest.fixture
async def scheduled(uow: PostgresUnitOfWork, tenant_id: TenantId, version: StoredVersion) -> FlowSchedule:
    schedule = a_schedule(version)
    async with uow(tenant_id) as tx:
        await tx.flow_starts.keep_schedule(schedule, at=NOW)
    return schedule


@pytest.mark.usefixtures("scheduled")
async def test_of_many_who_look_one_gets_what_is_due(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    together = asyncio.Barrier(3)

    async def look() -> int:
        async with uow(tenant_id) as tx:
            found = await tx.flow_starts.take_due(now=NOW, limit=10)
            await together.wait()
            for one in found:
                await tx.flow_starts.move_on(one.flow_id, next_at=NOW + MINUTE)
        return len(found)

    assert sorted(await asyncio.gather(look(), look(), look())) == [0, 0, 1]
    async with uow(tenant_id) as tx:
        assert await tx.flow_starts.take_due(now=NOW, limit=10) == []


@pytest.mark.usefixtures("scheduled")
async def test_the_same_times_keep_the_one_that_waits_and_others_do_not(
    uow: PostgresUnitOfWork, tenant_id: TenantId, version: StoredVersion
) -> None:
    async with uow(tenant_id) as tx:
        await tx.flow_starts.keep_schedule(a_schedule(version, next_at=NOW + MINUTE), at=NOW)
        [kept] = await tx.flow_starts.take_due(now=NOW, limit=10)
        await tx.flow_starts.keep_schedule(a_schedule(version, cron="0 8 * * *", next_at=NOW + MINUTE), at=NOW)
        changed = await tx.flow_starts.take_due(now=NOW, limit=10)

    assert (kept.next_at, changed) == (NOW, [])


async def test_a_time_is_run_once(uow: PostgresUnitOfWork, tenant_id: TenantId, version: StoredVersion) -> None:
    run = a_run(version)

    async with uow(tenant_id) as tx:
        assert await tx.flow_starts.begin_run(run)
        assert not await tx.flow_starts.begin_run(a_run(version))
        assert await tx.flow_starts.begin_run(a_run(version, due_at=NOW + MINUTE))


async def test_a_run_comes_back_as_it_was_left(
    uow: PostgresUnitOfWork, tenant_id: TenantId, version: StoredVersion
) -> None:
    run = a_run(version)
    async with uow(tenant_id) as tx:
        await tx.flow_starts.begin_run(run)
        run.asked, run.cursor = 3, ContactId(new_id())
        run.end(RunStatus.FAILED, now=NOW, error="X")
        await tx.flow_starts.save_run(run)
        await tx.flow_starts.skip_in_run(run.id)

        found = await tx.flow_starts.lock_run(run.id)

    run.asked, run.skipped = 2, 1
    assert found == run


@pytest.mark.usefixtures("scheduled")
async def test_what_waits_for_an_event_is_found_and_forgotten(
    uow: PostgresUnitOfWork, tenant_id: TenantId, version: StoredVersion
) -> None:
    async with uow(tenant_id) as tx:
        await tx.flow_starts.keep_event(version.flow_id, version_id=version.id, event=FlowEvent.CONTACT_CREATED)
        flow = await tx.flows.get(version.flow_id)
        flow.published_version_id = version.id
        await tx.flows.save(flow)
        found = await tx.flow_starts.waiting_for(FlowEvent.CONTACT_CREATED)
        others = await tx.flow_starts.waiting_for(FlowEvent.CSAT_ANSWERED)
        await tx.flow_starts.forget(version.flow_id, keeps="event")
        without_schedule = await tx.flow_starts.take_due(now=NOW, limit=10)
        await tx.flow_starts.forget(version.flow_id)

        assert (found, others, without_schedule) == ([version.flow_id], [], [])
        assert await tx.flow_starts.waiting_for(FlowEvent.CONTACT_CREATED) == []


async def test_an_audience_is_read_by_its_ids_with_what_decides(
    uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig
) -> None:
    contacts = sorted((a_contact(name="Ana"), a_contact(name="Bia", blocked_at=NOW)), key=lambda one: one.id)
    phone = a_phone("5511977770000")
    async with uow(tenant_id) as tx:
        for contact in contacts:
            await tx.contacts.add(contact)
        await tx.contacts.add_identity(contacts[0].id, identity_id=IdentityId(new_id()), identity=phone, at=NOW)
        read = [
            await tx.flow_starts.audience(
                ANYBODY, purpose=Purpose.MARKETING, numbers=[config.id], after=after, limit=1, now=NOW
            )
            for after in (None, contacts[0].id, contacts[1].id)
        ]

    [first], [second], last = read
    assert [first.contact_id, second.contact_id, last] == [contacts[0].id, contacts[1].id, []]
    assert (first.identities, second.identities, first.said) == ((phone,), (), None)
    assert [one.is_blocked for one in (first, second)] == [one.is_blocked for one in contacts]


@pytest.mark.usefixtures("scheduled")
async def test_another_tenant_sees_none_of_it(uow: PostgresUnitOfWork, other_tenant_id: TenantId) -> None:
    async with uow(other_tenant_id) as tx:
        assert await tx.flow_starts.take_due(now=NOW, limit=10) == []
