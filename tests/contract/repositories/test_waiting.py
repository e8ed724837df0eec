"""WaitingRepository, on PostgreSQL."""

from datetime import datetime, timedelta

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.unit_of_work import Transaction
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation, ConversationStatus, Handler, Priority
from domain.conversations.message import SenderKind
from domain.identity.permissions import Role
from domain.identity.user import User
from domain.people.department import Assignment
from domain.shared.ids import DepartmentId, TenantId, UserId
from domain.support.assignment import Member
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import (
    MINUTE,
    NOW,
    a_contact,
    a_conversation,
    a_message,
    a_role,
    a_user,
    new_id,
)

LONG_AGO = NOW - timedelta(days=7)


@pytest.fixture
async def support(uow: PostgresUnitOfWork, tenant_id: TenantId) -> DepartmentId:
    """A department that gives conversations out in turn."""
    department_id = DepartmentId(new_id())
    async with uow(tenant_id) as tx:
        await tx.departments.add(department_id, name="Suporte")
        department = await tx.departments.get(department_id)
        department.assignment = Assignment.ROUND_ROBIN
        await tx.departments.save(department)
    return department_id


@pytest.fixture
async def ana(uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId) -> User:
    """Somebody of that department."""
    async with uow(tenant_id) as tx:
        return await hire(tx, tenant_id, support)


async def hire(tx: Transaction, tenant_id: TenantId, department_id: DepartmentId, **changed: object) -> User:
    user = a_user(tenant_id, **changed)
    await tx.users.add(user)
    await tx.departments.set_departments(user.id, [department_id])
    return user


async def wait(
    tx: Transaction, config: WhatsAppConfig, department_id: DepartmentId | None, **changed: object
) -> Conversation:
    """Write a conversation that waits since `queued_at`, of a contact of its own."""
    contact = a_contact()
    await tx.contacts.add(contact)
    given = {
        "status": ConversationStatus.WAITING,
        "handler": Handler.NONE,
        "department_id": department_id,
        "queued_at": NOW,
        **changed,
    }
    conversation = a_conversation(contact, config, **given)
    await tx.conversations.add(conversation)
    return conversation


async def in_turn(tx: Transaction, department_id: DepartmentId, *, limit: int = 10) -> list[object]:
    places = await tx.waiting.next(department_id, limit=limit, now=NOW, agents_since=LONG_AGO)
    return [place.one.conversation_id for place in places]


async def test_queues_are_the_departments_that_give_out(
    uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId
) -> None:
    async with uow(tenant_id) as tx:
        await tx.departments.add(DepartmentId(new_id()), name="Vendas")
        found = await tx.waiting.lock_queues()

    assert [(queue.department_id, queue.assignment) for queue in found] == [(support, Assignment.ROUND_ROBIN)]


async def test_members_are_those_who_are_there_and_may_reply(
    uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId, ana: User, config: WhatsAppConfig
) -> None:
    async with uow(tenant_id) as tx:
        await tx.roles.add(a_role(code="so_leitura"))
        others = [
            await hire(tx, tenant_id, support, role=Role.VIEWER),
            await hire(tx, tenant_id, support, role="so_leitura"),
            await hire(tx, tenant_id, support, is_active=False),
        ]
        await hire(tx, tenant_id, support)  # is not there
        await tx.statuses.set_capacity(ana.id, 3)
        await tx.waiting.note_assigned(ana.id, department_id=support, at=NOW)
        await wait(tx, config, support, status=ConversationStatus.ACTIVE, handler=Handler.AGENT, assigned_to=ana.id)
        there = [user.id for user in (ana, *others)]
        found = await tx.waiting.members(departments=[support], there=there)

    assert found == [
        Member(
            user_id=ana.id,
            department_id=support,
            in_hand=1,
            capacity=3,
            last_assigned_at=NOW,
        )
    ]


async def test_what_presses_most_and_waits_longest_is_next(
    uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId, ana: User, config: WhatsAppConfig
) -> None:
    async with uow(tenant_id) as tx:
        late = await wait(tx, config, support, queued_at=NOW)
        early = await wait(tx, config, support, queued_at=NOW - MINUTE)
        urgent = await wait(tx, config, support, queued_at=NOW + MINUTE, priority=Priority.URGENT)
        low = await wait(tx, config, support, queued_at=NOW - 9 * MINUTE, priority=Priority.LOW)
        await wait(tx, config, support, snoozed_until=NOW + MINUTE)
        await wait(tx, config, support, status=ConversationStatus.ACTIVE, assigned_to=ana.id)
        await wait(tx, config, None)

        assert await in_turn(tx, support) == [urgent.id, early.id, late.id, low.id]
        assert await in_turn(tx, support, limit=2) == [urgent.id, early.id]
        assert await tx.waiting.ahead_of(support, priority=Priority.MEDIUM, queued_at=NOW) == 3
        assert await tx.waiting.ahead_of(support, priority=Priority.URGENT, queued_at=NOW) == 0


async def test_the_last_agent_is_who_had_the_contact_lately(
    uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId, ana: User, config: WhatsAppConfig
) -> None:
    async with uow(tenant_id) as tx:
        waiting = await wait(tx, config, support)
        contact = await tx.contacts.get(waiting.contact_id)
        await tx.conversations.add(_resolved(contact, config, by=ana.id, at=NOW - timedelta(days=3)))

        [place] = await tx.waiting.next(support, limit=9, now=NOW, agents_since=NOW - timedelta(days=5))
        [strange] = await tx.waiting.next(support, limit=9, now=NOW, agents_since=NOW - timedelta(days=2))

    assert (place.one.last_agent, strange.one.last_agent) == (ana.id, None)


def _resolved(contact: Contact, config: WhatsAppConfig, *, by: UserId, at: datetime) -> Conversation:
    return a_conversation(
        contact,
        config,
        status=ConversationStatus.RESOLVED,
        handler=Handler.NONE,
        assigned_to=by,
        resolved_at=at,
    )


async def test_what_waits_nowhere_is_found(
    uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId, config: WhatsAppConfig
) -> None:
    async with uow(tenant_id) as tx:
        nowhere = await wait(tx, config, None)
        await wait(tx, config, support)

        assert await tx.waiting.without_department(limit=10) == [nowhere.id]


async def test_unanswered_is_what_the_contact_wrote_in_last(
    uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId, ana: User, config: WhatsAppConfig
) -> None:
    theirs = {
        "status": ConversationStatus.ACTIVE,
        "handler": Handler.AGENT,
        "assigned_to": ana.id,
        "last_inbound_at": NOW,
    }
    async with uow(tenant_id) as tx:
        unanswered = await wait(tx, config, support, **theirs)
        answered = await wait(tx, config, support, **theirs)
        spoken_to_by_bot = await wait(tx, config, None, **theirs)
        await wait(tx, config, support, **{**theirs, "last_inbound_at": None})
        await wait(tx, config, support, **theirs, snoozed_until=NOW + MINUTE)
        await tx.messages.add(a_message(answered, sender=SenderKind.AGENT, created_at=NOW + MINUTE))
        await tx.messages.add(a_message(spoken_to_by_bot, sender=SenderKind.SYSTEM, created_at=NOW + MINUTE))

        everywhere = await tx.waiting.unanswered(ana.id, department_id=None, now=NOW)
        here = await tx.waiting.unanswered(ana.id, department_id=support, now=NOW)

    assert everywhere == [unanswered.id, spoken_to_by_bot.id]
    assert here == [unanswered.id]


async def test_what_was_said_by_itself_is_counted(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
) -> None:
    async with uow(tenant_id) as tx:
        await tx.messages.add(a_message(conversation, sender=SenderKind.SYSTEM))
        await tx.messages.add(a_message(conversation, sender=SenderKind.BOT))

        assert await tx.waiting.said_lately(conversation.contact_id, since=LONG_AGO) == 1
