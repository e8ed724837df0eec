"""TagRepository, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.contact import Contact
from domain.contacts.errors import TagNotFoundError, TagTakenError
from domain.contacts.tag import Tag
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import TagId, TenantId
from tests.contract.repositories.stored import MINUTE, NOW, facts, new_id


def a_tag(name: str = "VIP") -> Tag:
    return Tag(id=TagId(new_id()), name=name, color="#9333ea", description="Primeiro", created_at=NOW)


@pytest.fixture
async def vip(uow: PostgresUnitOfWork, tenant_id: TenantId) -> Tag:
    tag = a_tag()
    async with uow(tenant_id) as tx:
        await tx.tags.add(tag)
    return tag


async def test_is_kept_and_found_by_what_people_call_it(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, vip: Tag
) -> None:
    async with uow(tenant_id) as tx:
        by_id, by_name = await tx.tags.get(vip.id), await tx.tags.find(" vÍp ")
        known, count = await tx.tags.known([vip.id, TagId(new_id())]), await tx.tags.count()
    async with uow(other_tenant_id) as tx:
        nothing = await tx.tags.find("VIP"), await tx.tags.known([vip.id]), await tx.tags.count()
        with pytest.raises(TagNotFoundError):
            await tx.tags.get(vip.id)

    assert by_name is not None
    assert facts(by_id) == facts(by_name) == facts(known[0]) == facts(vip)
    assert (len(known), count, nothing) == (1, 1, (None, [], 0))


async def test_is_one_by_a_name(uow: PostgresUnitOfWork, tenant_id: TenantId, vip: Tag) -> None:
    async def add(tag: Tag) -> None:
        async with uow(tenant_id) as tx:
            await tx.tags.add(tag)

    async def rename(tag: Tag, name: str) -> None:
        tag.name = name
        async with uow(tenant_id) as tx:
            await tx.tags.save(tag)

    other = a_tag("Novo")
    await add(other)

    with pytest.raises(TagTakenError):
        await add(a_tag("víp"))
    with pytest.raises(TagTakenError):
        await rename(other, "Vip")
    await rename(vip, "Ouro")
    vip.version = 0
    with pytest.raises(StaleVersionError):
        await rename(vip, "Prata")
    async with uow(tenant_id) as tx:
        assert await tx.tags.find("ouro") is not None


async def test_is_on_contacts_until_it_is_taken_off_or_gone(
    uow: PostgresUnitOfWork, tenant_id: TenantId, vip: Tag, contact: Contact
) -> None:
    new = a_tag("Áurea")
    async with uow(tenant_id) as tx:
        await tx.tags.add(new)
        await tx.tags.set_of_contact(contact.id, [vip.id, new.id], at=NOW)
        both = await tx.tags.of_contact(contact.id)
        keys = await tx.contacts.tag_keys(contact.id)
        await tx.tags.set_of_contact(contact.id, [vip.id], at=NOW + MINUTE)
        one = await tx.tags.of_contact(contact.id)
        await tx.tags.delete(vip.id)
        none = await tx.tags.of_contact(contact.id)
        with pytest.raises(TagNotFoundError):
            await tx.tags.delete(vip.id)

    assert [[tag.name for tag in tags] for tags in (both, one, none)] == [["Áurea", "VIP"], ["VIP"], []]
    assert keys == ("aurea", "vip")


async def test_of_another_tenant_goes_on_no_contact(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, contact: Contact
) -> None:
    theirs = a_tag()
    async with uow(other_tenant_id) as tx:
        await tx.tags.add(theirs)

    with pytest.raises(InvalidError):
        async with uow(tenant_id) as tx:
            await tx.tags.set_of_contact(contact.id, [theirs.id], at=NOW)


async def test_is_known_with_the_contact_that_was_found(
    uow: PostgresUnitOfWork, tenant_id: TenantId, vip: Tag, contact: Contact
) -> None:
    contact.phone_key = "5511955550001"
    async with uow(tenant_id) as tx:
        await tx.contacts.save(contact)
        await tx.tags.set_of_contact(contact.id, [vip.id], at=NOW)

    async with uow(tenant_id) as tx:
        [found] = await tx.contacts.find((), phone_key="5511955550001")
        assert await tx.contacts.tag_keys(found.id) == ("vip",)
