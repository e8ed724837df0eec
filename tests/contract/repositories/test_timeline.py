"""Timeline, and the story that conversations bring, on PostgreSQL."""

import json

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation, Handler
from domain.conversations.timeline import BOT, RULE, TimelineEntry, TimelineKind, by_user
from domain.shared.ids import ConversationId, DepartmentId, TagId, TenantId, UserId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import MINUTE, NOW, a_contact, a_conversation, fetch, new_id

ANA, BRUNO = UserId(new_id()), UserId(new_id())


async def _entries(database_url: str, home: str) -> list[tuple[object, ...]]:
    rows = await fetch(
        database_url, "SELECT kind, actor, user_id, conversation_id, at, data FROM timeline ORDER BY id", home=home
    )
    return [(*tuple(row)[:-1], json.loads(row["data"])) for row in rows]


async def _transfers(database_url: str, home: str) -> list[tuple[object, ...]]:
    query = """
        SELECT from_user, from_department, from_bot, to_user, to_department, to_bot, reason, actor, user_id, at
        FROM conversation_transfers ORDER BY id
    """
    return [tuple(row) for row in await fetch(database_url, query, home=home)]


async def test_an_entry_of_a_contact_is_kept(
    uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact, database_url: str, home: str
) -> None:
    entry = TimelineEntry(
        kind=TimelineKind.CONTACT_UPDATED, contact_id=contact.id, by=RULE, at=NOW, data={"names": ["phone"]}
    )

    async with uow(tenant_id) as tx:
        await tx.timeline.add(entry)

    assert await _entries(database_url, home) == [("contact_updated", "rule", None, None, NOW, {"names": ["phone"]})]


async def test_saving_a_conversation_writes_what_it_tells(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, database_url: str, home: str
) -> None:
    sales = DepartmentId(new_id())
    async with uow(tenant_id) as tx:
        await tx.departments.add(sales, name="Vendas")
        conversation.hand_to_people(department_id=sales, reason="pediu", by=BOT, now=NOW)
        conversation.take_over(ANA, by=by_user(ANA), now=NOW + MINUTE)
        conversation.snooze(until=NOW + 2 * MINUTE, by=by_user(ANA), now=NOW + MINUTE)
        await tx.conversations.save(conversation)

    waiting, taken, snoozed = await _entries(database_url, home)
    to_sales = {"to_user": None, "to_department": str(sales), "to_bot": False, "reason": "pediu"}
    assert waiting == ("waiting", "bot", None, conversation.id, NOW, to_sales)
    assert taken[:4] == ("taken_over", "user", ANA, conversation.id)
    assert snoozed[0] == "snoozed"
    assert await _transfers(database_url, home) == [
        (None, None, True, None, sales, False, "pediu", "bot", None, NOW),
        (None, sales, False, ANA, sales, False, "takeover", "user", ANA, NOW + MINUTE),
    ]


async def test_a_new_conversation_tells_of_itself(
    uow: PostgresUnitOfWork,
    tenant_id: TenantId,
    contact: Contact,
    config: WhatsAppConfig,
    database_url: str,
    home: str,
) -> None:
    opened = Conversation.open(
        conversation_id=ConversationId(new_id()), contact_id=contact.id, whatsapp_config_id=config.id, now=NOW
    )

    async with uow(tenant_id) as tx:
        await tx.conversations.add(opened)

    assert await _entries(database_url, home) == [("opened", "contact", None, opened.id, NOW, {})]


async def test_what_is_told_beside_a_conversation_does_not_touch_it(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, database_url: str, home: str
) -> None:
    conversation.retag(added={TagId(new_id()): "VIP"}, removed={}, by=by_user(ANA), now=NOW)
    async with uow(tenant_id) as tx:
        await tx.conversations.tell(conversation)

    async with uow(tenant_id) as tx:
        assert (await tx.conversations.get(conversation.id)).version == 0
    assert [entry[0] for entry in await _entries(database_url, home)] == ["tagged"]


async def test_whom_somebody_leaves_is_told_of_each(
    uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig, database_url: str, home: str
) -> None:
    default, sales = DepartmentId(new_id()), DepartmentId(new_id())
    taken = {"assigned_to": ANA, "handler": Handler.AGENT}
    async with uow(tenant_id) as tx:
        await tx.departments.add(default, name="Geral")
        await tx.departments.add(sales, name="Vendas")
        for changed in ({}, {"department_id": sales}):
            contact = a_contact()
            await tx.contacts.add(contact)
            await tx.conversations.add(a_conversation(contact, config, **taken, **changed))

    async with uow(tenant_id) as tx:
        await tx.conversations.let_wait(ANA, default=default, reason="left", by=by_user(BRUNO), at=NOW)

    assert sorted(await _transfers(database_url, home), key=str) == sorted(
        [
            (ANA, None, False, None, default, False, "left", "user", BRUNO, NOW),
            (ANA, sales, False, None, sales, False, "left", "user", BRUNO, NOW),
        ],
        key=str,
    )
    assert {entry[:3] for entry in await _entries(database_url, home)} == {("waiting", "user", BRUNO)}
