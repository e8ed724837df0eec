import asyncio
from datetime import UTC, datetime
from random import Random

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.event_log import NUMBERING_LOCK, PostgresEventLog
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.ports.events import NumberedEvent
from domain.conversations.audience import Audience, Hold
from domain.conversations.conversation import Conversation, Priority
from domain.conversations.events import ConversationAssigned
from domain.conversations.timeline import SYSTEM
from domain.shared.events import Event
from domain.shared.ids import ConversationId, DepartmentId, TenantId, UserId
from tests.contract.repositories.stored import a_config, a_contact
from tests.integration.postgres.conftest import NewTenant, driver


@pytest.fixture
def log(platform_database: Database) -> PostgresEventLog:
    return PostgresEventLog(platform_database)


def assigned(conversation_id: ConversationId, ids: SystemIds) -> ConversationAssigned:
    return ConversationAssigned(conversation_id=conversation_id, assigned_to=UserId(ids.new()))


def who(events: list[NumberedEvent]) -> list[UserId]:
    return [msgspec.json.decode(event.data, type=ConversationAssigned).assigned_to for event in events]


async def test_events_are_numbered_from_one_and_read_back(
    uow: PostgresUnitOfWork, log: PostgresEventLog, tenant_id: TenantId, ids: SystemIds
) -> None:
    conversation_id = ConversationId(ids.new())
    events: list[Event] = [assigned(conversation_id, ids) for _ in range(3)]
    async with uow(tenant_id) as tx:
        tx.record(events)

    numbered = await log.number_new(limit=10)

    assert [event.number for event in numbered] == [1, 2, 3]
    assert who(numbered) == [event.assigned_to for event in events]  # type: ignore[attr-defined]
    assert await log.after(tenant_id, number=1, limit=10) == numbered[1:]
    assert await log.last_number(tenant_id) == 3
    assert await log.number_new(limit=10) == []


async def test_a_tenant_without_events_is_at_zero(log: PostgresEventLog, tenant_id: TenantId) -> None:
    assert await log.last_number(tenant_id) == 0
    assert await log.after(tenant_id, number=0, limit=10) == []


async def test_the_limit_leaves_the_rest_for_the_next_time(
    uow: PostgresUnitOfWork, log: PostgresEventLog, tenant_id: TenantId, ids: SystemIds
) -> None:
    async with uow(tenant_id) as tx:
        tx.record([assigned(ConversationId(ids.new()), ids) for _ in range(5)])

    assert [event.number for event in await log.number_new(limit=2)] == [1, 2]
    assert [event.number for event in await log.number_new(limit=10)] == [3, 4, 5]


async def test_while_one_numbers_another_gets_nothing(
    uow: PostgresUnitOfWork, log: PostgresEventLog, tenant_id: TenantId, ids: SystemIds, platform_database: Database
) -> None:
    async with uow(tenant_id) as tx:
        tx.record([assigned(ConversationId(ids.new()), ids)])

    async with platform_database.transaction(f"SELECT pg_advisory_xact_lock({NUMBERING_LOCK})") as connection:
        assert await connection.fetchval("SELECT 1") == 1
        assert await log.number_new(limit=10) == []

    assert len(await log.number_new(limit=10)) == 1


async def test_of_two_transactions_the_one_that_waited_for_the_other_comes_second(
    uow: PostgresUnitOfWork, log: PostgresEventLog, tenant_id: TenantId, ids: SystemIds
) -> None:
    """Though it began first, and so has the lower transaction id."""
    department_id, conversation_id = DepartmentId(ids.new()), ConversationId(ids.new())
    async with uow(tenant_id) as tx:
        await tx.departments.add(department_id, name="Vendas")
    first, second = assigned(conversation_id, ids), assigned(conversation_id, ids)
    change = "UPDATE departments SET name = $1 WHERE id = $2"
    has_begun, has_locked = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with uow(tenant_id) as tx:
            await tx.departments.add(DepartmentId(ids.new()), name="Suporte")
            has_begun.set()
            await has_locked.wait()
            await driver(tx).execute(change, "slow", department_id)
            tx.record([second])

    async def quick() -> None:
        await has_begun.wait()
        async with uow(tenant_id) as tx:
            await driver(tx).execute(change, "quick", department_id)
            has_locked.set()
            await asyncio.sleep(0.05)
            tx.record([first])

    await asyncio.gather(slow(), quick())

    assert who(await log.number_new(limit=10)) == [first.assigned_to, second.assigned_to]


async def test_eight_writers_and_two_numberers_make_no_gap_and_no_disorder(
    uow: PostgresUnitOfWork, log: PostgresEventLog, new_tenant: NewTenant, ids: SystemIds
) -> None:
    chance = Random(5)
    tenants = [await new_tenant() for _ in range(3)]
    committed: dict[TenantId, dict[int, list[UserId]]] = {tenant: {} for tenant in tenants}
    is_over = False

    async def write(writer: int) -> None:
        for _ in range(40):
            tenant = chance.choice(tenants)
            events = [assigned(ConversationId(ids.new()), ids) for _ in range(chance.randint(1, 3))]
            try:
                async with uow(tenant) as tx:
                    tx.record(list(events))
                    await asyncio.sleep(chance.random() / 200)
                    if chance.random() < 0.1:
                        raise ZeroDivisionError  # noqa: TRY301 - undoes the transaction
            except ZeroDivisionError:
                continue
            committed[tenant].setdefault(writer, []).extend(event.assigned_to for event in events)

    async def number() -> None:
        while not is_over:
            await log.number_new(limit=5)

    numberers = [asyncio.create_task(number()) for _ in range(2)]
    await asyncio.gather(*(write(writer) for writer in range(8)))
    is_over = True
    await asyncio.gather(*numberers)
    while await log.number_new(limit=100):
        pass

    for tenant in tenants:
        events = await log.after(tenant, number=0, limit=1000)
        assert [event.number for event in events] == list(range(1, len(events) + 1))
        order = {person: place for place, person in enumerate(who(events))}
        assert len(order) == sum(map(len, committed[tenant].values()))
        for people in committed[tenant].values():
            assert [order[person] for person in people] == sorted(order[person] for person in people)


async def test_an_event_says_whose_its_conversation_was_and_from_whom_it_was_taken(
    uow: PostgresUnitOfWork, log: PostgresEventLog, tenant_id: TenantId, ids: SystemIds
) -> None:
    sales, ana, now = DepartmentId(ids.new()), UserId(ids.new()), datetime(2026, 8, 12, tzinfo=UTC)
    config, contact = a_config(), a_contact()
    conversation = Conversation.open(
        conversation_id=ConversationId(ids.new()), contact_id=contact.id, whatsapp_config_id=config.id, now=now
    )
    async with uow(tenant_id) as tx:
        await tx.departments.add(sales, name="Vendas")
        await tx.whatsapp_configs.add(config)
        await tx.contacts.add(contact)
        await tx.conversations.add(conversation)
    async with uow(tenant_id) as tx:
        conversation.hand_to_people(department_id=sales, reason=None, by=SYSTEM, now=now)
        await tx.conversations.save(conversation)
    async with uow(tenant_id) as tx:
        conversation.take_over(ana, by=SYSTEM, now=now)
        conversation.set_priority(Priority.HIGH, by=SYSTEM, now=now)
        await tx.conversations.save(conversation)
        tx.record([assigned(ConversationId(ids.new()), ids)])
    await log.number_new(limit=20)

    told = [
        (event.type, event.audience)
        for event in await log.after(tenant_id, number=0, limit=20)
        if event.conversation_id is not None
    ]

    waits, has = Hold(None, sales), Hold(ana, sales)
    assert told == [
        ("conversation_created", Audience(Hold())),
        ("conversation_updated", Audience(waits, (Hold(),))),
        ("conversation_assigned", Audience(has)),
        ("conversation_updated", Audience(has)),
        ("conversation_updated", Audience(has, (waits,))),
        ("conversation_assigned", None),
    ]


async def test_an_event_that_another_version_wrote_says_nothing_of_it(
    app_database: Database, log: PostgresEventLog, tenant_id: TenantId, ids: SystemIds
) -> None:
    older = "INSERT INTO platform.events (tenant_id, id, type, conversation_id, data, at) VALUES ({})"
    newer = older.replace("at)", "at, is_placed, held_before)")
    async with app_database.tenant_transaction(tenant_id) as connection:
        for statement, more in ((older, ""), (newer, """, true, '{"by": "somebody"}'""")):
            values = f"$1, $2, 'message_sent', $2, '{{}}', now(){more}"
            await connection.execute(statement.format(values), tenant_id, ids.new())

    assert [event.audience for event in await log.number_new(limit=10)] == [None, None]
