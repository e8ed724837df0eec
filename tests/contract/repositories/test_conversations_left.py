"""ConversationRepository when somebody leaves, on PostgreSQL."""

from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation, ConversationStatus, Handler
from domain.conversations.timeline import SYSTEM
from domain.shared.ids import DepartmentId, TenantId, UserId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import MINUTE, NOW, a_contact, a_conversation, event_types, facts, new_id

ANA, BIA = UserId(new_id()), UserId(new_id())


async def test_open_ones_wait_where_a_person_will_look(
    uow: PostgresUnitOfWork, platform_database: Database, tenant_id: TenantId, config: WhatsAppConfig
) -> None:
    default, sales = DepartmentId(new_id()), DepartmentId(new_id())
    contacts = [a_contact() for _ in range(4)]
    taken = {"assigned_to": ANA, "handler": Handler.AGENT}
    plain = a_conversation(contacts[0], config, **taken)
    in_sales = a_conversation(
        contacts[1], config, department_id=sales, waiting_since=NOW, snoozed_until=NOW + MINUTE, **taken
    )
    over = a_conversation(contacts[2], config, **{**taken, "status": ConversationStatus.RESOLVED})
    others = a_conversation(contacts[3], config, **{**taken, "assigned_to": BIA})
    async with uow(tenant_id) as tx:
        await tx.departments.add(default, name="Geral")
        await tx.departments.add(sales, name="Vendas")
        for contact, conversation in zip(contacts, [plain, in_sales, over, others], strict=True):
            await tx.contacts.add(contact)
            await tx.conversations.add(conversation)

    async with uow(tenant_id) as tx:
        assert await tx.conversations.let_wait(ANA, default=default, reason="left", by=SYSTEM, at=NOW + MINUTE) == 2

    async with uow(tenant_id) as tx:
        loaded = [await tx.conversations.get(one.id) for one in (plain, in_sales, over, others)]
    plain.hand_to_people(department_id=default, reason="left", by=SYSTEM, now=NOW + MINUTE)
    in_sales.hand_to_people(department_id=sales, reason="left", by=SYSTEM, now=NOW + MINUTE)
    plain.version = in_sales.version = 1
    assert [facts(one) for one in loaded] == [facts(one) for one in (plain, in_sales, over, others)]
    assert await event_types(platform_database, tenant_id) == ["conversation_updated"] * 2


async def test_without_a_department_they_wait_in_the_default_queue(
    uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact, config: WhatsAppConfig
) -> None:
    conversation = a_conversation(contact, config, assigned_to=ANA, handler=Handler.AGENT)
    async with uow(tenant_id) as tx:
        await tx.conversations.add(conversation)
        assert await tx.conversations.let_wait(ANA, default=None, reason="left", by=SYSTEM, at=NOW) == 1
        assert await tx.conversations.let_wait(ANA, default=None, reason="left", by=SYSTEM, at=NOW) == 0

        loaded = await tx.conversations.get(conversation.id)
        assert (loaded.status, loaded.department_id) == (ConversationStatus.WAITING, None)


async def test_another_tenants_stay(
    uow: PostgresUnitOfWork, other_tenant_id: TenantId, conversation: Conversation
) -> None:
    async with uow(other_tenant_id) as tx:
        assert await tx.conversations.let_wait(ANA, default=None, reason="left", by=SYSTEM, at=NOW) == 0
    assert conversation.assigned_to is None
