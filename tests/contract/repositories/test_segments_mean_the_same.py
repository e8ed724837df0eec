"""A filter means the same contacts in SQL as in the domain: many filters by chance, over contacts by chance."""

from random import Random

import pytest
from sqlalchemy import select

from adapters.postgres.connection import TenantConnection
from adapters.postgres.database import Database
from adapters.postgres.segments import compile_filter
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contacts
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.filter_codec import read_filter, write_filter
from domain.contacts.matches import Person, matches
from domain.contacts.tag import Tag
from domain.conversations.conversation import ConversationStatus
from domain.shared.ids import TagId, TenantId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.random_contacts import a_filter, people
from tests.contract.repositories.stored import NOW, a_conversation, new_id

FILTERS = 150
"""A time; each is a statement over all contacts."""


async def write(uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig, crowd: list[Person]) -> None:
    async with uow(tenant_id) as tx:
        for person in crowd:
            await tx.contacts.add(person.contact)
            await tx.tags.set_of_contact(person.contact.id, person.tag_ids, at=NOW)
            for consent in person.consents:
                await tx.consents.add(consent)
            conversation = a_conversation(person.contact, config)
            status = ConversationStatus.ACTIVE if person.has_open_conversation else ConversationStatus.RESOLVED
            conversation.status = status
            await tx.conversations.add(conversation)


@pytest.mark.parametrize("seed", [1, 2])
async def test_in_sql_as_in_the_domain(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, config: WhatsAppConfig, seed: int
) -> None:
    random = Random(seed)
    tags = [TagId(new_id()) for _ in range(2)]
    async with uow(tenant_id) as tx:
        for tag_id in tags:
            await tx.tags.add(Tag(id=tag_id, name=str(tag_id), color="#9333ea", created_at=NOW))
    crowd = people(random, tags=tags, count=40)
    await write(uow, tenant_id, config, crowd)

    async with app_database.tenant_transaction(tenant_id) as driver:
        connection = TenantConnection(driver, tenant_id)
        for _ in range(FILTERS):
            condition = read_filter(write_filter(a_filter(random, tags=tags)))
            statement = Statement(select(contacts.c.id).where(compile_filter(condition, contacts, now=NOW)))

            found = {row["id"] for row in await connection.fetch(statement)}

            meant = {one.contact.id for one in crowd if matches(condition, one, now=NOW)}
            assert found == meant, write_filter(condition)
