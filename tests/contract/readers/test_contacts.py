"""ContactList and ContactSettingsList, on PostgreSQL: what the screens of contacts show."""

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.contact_settings import PostgresContactSettingsList
from adapters.postgres.readers.contacts import PostgresContactList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.contact_settings import ContactSettingsList
from application.ports.readers.contacts import ContactFilters, ContactList
from application.shared.page import PageRequest
from domain.contacts.contact import Contact
from domain.contacts.errors import ContactNotFoundError, TagNotFoundError
from domain.contacts.tag import Tag
from domain.conversations.conversation import Conversation
from domain.shared.ids import TagId, TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_contact, a_message, new_id
from tests.contract.repositories.test_consents import a_consent


@pytest.fixture
def reader(app_database: Database) -> ContactList:
    return PostgresContactList(app_database)


async def test_shows_all_that_hangs_on_one(
    uow: PostgresUnitOfWork, tenant_id: TenantId, reader: ContactList, contact: Contact, conversation: Conversation
) -> None:
    conversation.first_response_at = conversation.created_at + 2 * MINUTE
    tag = Tag(id=TagId(new_id()), name="VIP", color="#9333ea", created_at=NOW)
    async with uow(tenant_id) as tx:
        await tx.conversations.save(conversation)
        for _ in range(2):
            await tx.messages.add(a_message(conversation))
        await tx.tags.add(tag)
        await tx.tags.set_of_contact(contact.id, [tag.id], at=NOW)
        await tx.consents.add(a_consent(contact.id, expires_at=NOW))
        await tx.consents.add(a_consent(contact.id, channel="email", granted=False))

    found = await reader.one(tenant_id, contact_id=contact.id, now=NOW)

    said = found.engagement
    assert (said.conversations, said.open_conversations, said.messages_in + said.messages_out) == (1, 1, 2)
    assert (said.average_first_response_seconds, said.csat) == (120, None)
    assert [tag.name for tag in found.tags] == ["VIP"]
    assert {(one.channel, one.state) for one in found.consents} == {("whatsapp", "unknown"), ("email", "refused")}


async def test_shows_neither_the_deleted_nor_another_tenant_s(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, reader: ContactList, contact: Contact
) -> None:
    gone = a_contact(deleted_at=NOW)
    async with uow(tenant_id) as tx:
        await tx.contacts.add(gone)

    ours = await reader.page(tenant_id, filters=ContactFilters(), page=PageRequest(), now=NOW)
    theirs = await reader.page(other_tenant_id, filters=ContactFilters(), page=PageRequest(), now=NOW)

    assert ([row.id for row in ours.items], ours.total, theirs.total) == ([contact.id], 1, 0)
    for tenant, wanted in ((tenant_id, gone), (other_tenant_id, contact)):
        with pytest.raises(ContactNotFoundError):
            await reader.one(tenant, contact_id=wanted.id, now=NOW)
        with pytest.raises(ContactNotFoundError):
            await reader.notes(tenant, contact_id=wanted.id, page=PageRequest())


async def test_counts_who_has_a_tag_but_not_the_deleted(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, other_tenant_id: TenantId, contact: Contact
) -> None:
    settings: ContactSettingsList = PostgresContactSettingsList(app_database)
    gone, tag = a_contact(deleted_at=NOW), Tag(id=TagId(new_id()), name="VIP", color="#9333ea", created_at=NOW)
    async with uow(tenant_id) as tx:
        await tx.contacts.add(gone)
        await tx.tags.add(tag)
        for one in (contact, gone):
            await tx.tags.set_of_contact(one.id, [tag.id], at=NOW)

    found = await settings.tag(tenant_id, tag_id=tag.id)

    assert (found.contacts, found.conversations) == (1, 0)
    with pytest.raises(TagNotFoundError):
        await settings.tag(other_tenant_id, tag_id=tag.id)
