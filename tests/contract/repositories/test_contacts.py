"""ContactRepository, on PostgreSQL."""

import asyncio
from datetime import timedelta

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.contacts import ContactRepository
from domain.contacts.contact import Contact, Identity
from domain.contacts.errors import ContactExistsError, ContactNotFoundError
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ContactId, IdentityId, TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_bsuid, a_contact, a_phone, facts, new_id


async def name(contacts: ContactRepository, contact: Contact, identity: Identity, *, minute: int = 0) -> None:
    at = NOW + minute * MINUTE
    await contacts.add_identity(contact.id, identity_id=IdentityId(new_id()), identity=identity, at=at)


class TestKeeping:
    async def test_gives_back_every_field(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        contact = a_contact(
            phone="5511955550001",
            phone_key="5511955550001",
            username="ana.s",
            language="pt_BR",
            attributes={"plano": "ouro", "itens": [1, 2.5, None, {"a": True}], "vazio": ""},
            blocked_at=NOW,
            source="import",
            last_seen_at=NOW + MINUTE,
        )

        async with uow(tenant_id) as tx:
            await tx.contacts.add(contact)
        async with uow(tenant_id) as tx:
            loaded = await tx.contacts.get(contact.id)

        assert facts(loaded) == facts(contact)

    async def test_saves_changes_and_counts_the_version(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact
    ) -> None:
        contact.name, contact.attributes, contact.phone_key = "Bia", {"plano": "prata"}, "551155550000"
        async with uow(tenant_id) as tx:
            await tx.contacts.save(contact)
            await tx.contacts.save(contact)

        async with uow(tenant_id) as tx:
            loaded = await tx.contacts.get(contact.id)
        assert contact.version == 2
        assert facts(loaded) == facts(contact)

    async def test_refuses_a_version_that_is_not_the_newest(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact
    ) -> None:
        stale = msgspec.structs.replace(contact, name="late")
        async with uow(tenant_id) as tx:
            await tx.contacts.save(contact)

        with pytest.raises(StaleVersionError):
            async with uow(tenant_id) as tx:
                await tx.contacts.save(stale)

    async def test_knows_no_contact_of_another_tenant(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, contact: Contact
    ) -> None:
        async with uow(other_tenant_id) as tx:
            with pytest.raises(ContactNotFoundError):
                await tx.contacts.get(contact.id)
            with pytest.raises(StaleVersionError):
                await tx.contacts.save(contact)

    async def test_knows_no_contact_that_was_never_there(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        async with uow(tenant_id) as tx:
            with pytest.raises(ContactNotFoundError):
                await tx.contacts.get(ContactId(new_id()))


class TestFinding:
    async def test_prefers_the_bsuid_then_the_whatsapp_id_then_the_phone(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        by_phone, by_wa_id, by_bsuid = a_contact(phone_key="5511955550001"), a_contact(), a_contact()
        async with uow(tenant_id) as tx:
            for contact in (by_phone, by_wa_id, by_bsuid):
                await tx.contacts.add(contact)
            await name(tx.contacts, by_wa_id, a_phone("551155550001"))
            await name(tx.contacts, by_bsuid, a_bsuid("BR.1"))
            found = await tx.contacts.find((a_phone("551155550001"), a_bsuid("BR.1")), phone_key="5511955550001")

        assert [contact.id for contact in found] == [by_bsuid.id, by_wa_id.id, by_phone.id]

    async def test_gives_a_contact_once_however_many_names_match(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        contact = a_contact(phone_key="5511955550001")
        async with uow(tenant_id) as tx:
            await tx.contacts.add(contact)
            await name(tx.contacts, contact, a_phone("551155550001"))
            await name(tx.contacts, contact, a_bsuid("BR.1"))
            [found] = await tx.contacts.find((a_phone("551155550001"), a_bsuid("BR.1")), phone_key="5511955550001")

        assert found.id == contact.id

    async def test_keeps_scopes_apart(self, uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact) -> None:
        elsewhere = msgspec.structs.replace(a_bsuid("BR.1"), scope="another account")

        async with uow(tenant_id) as tx:
            await name(tx.contacts, contact, a_bsuid("BR.1"))
            found = await tx.contacts.find((elsewhere,), phone_key=None)

        assert found == []

    async def test_finds_nobody_of_another_tenant(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
    ) -> None:
        contact = a_contact(phone_key="5511955550001")
        async with uow(tenant_id) as tx:
            await tx.contacts.add(contact)
            await name(tx.contacts, contact, a_bsuid("BR.1"))

        async with uow(other_tenant_id) as tx:
            found = await tx.contacts.find((a_bsuid("BR.1"),), phone_key="5511955550001")

        assert found == []

    @pytest.mark.usefixtures("contact")
    async def test_finds_nobody_without_a_name(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        async with uow(tenant_id) as tx:
            assert await tx.contacts.find((), phone_key=None) == []


class TestIdentities:
    async def test_gives_the_one_seen_last_first(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact
    ) -> None:
        async with uow(tenant_id) as tx:
            await name(tx.contacts, contact, a_phone("551155550001"), minute=2)
            await name(tx.contacts, contact, a_bsuid("BR.1"), minute=1)
            identities = await tx.contacts.identities(contact.id)

        assert identities == [a_phone("551155550001"), a_bsuid("BR.1")]

    async def test_sees_a_known_one_again_and_never_earlier(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact
    ) -> None:
        async with uow(tenant_id) as tx:
            await name(tx.contacts, contact, a_phone("551155550001"), minute=3)
            await name(tx.contacts, contact, a_bsuid("BR.1"), minute=4)
            await name(tx.contacts, contact, a_bsuid("BR.1"), minute=1)
            identities = await tx.contacts.identities(contact.id)

        assert identities == [a_bsuid("BR.1"), a_phone("551155550001")]

    async def test_leaves_a_name_with_whoever_has_it(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact
    ) -> None:
        second = a_contact()
        async with uow(tenant_id) as tx:
            await tx.contacts.add(second)
            await name(tx.contacts, contact, a_bsuid("BR.1"))
            await name(tx.contacts, second, a_bsuid("BR.1"), minute=1)
            [found] = await tx.contacts.find((a_bsuid("BR.1"),), phone_key=None)

        assert found.id == contact.id


class TestRacing:
    async def test_lets_one_of_two_who_add_the_same_phone_win(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        async def add() -> None:
            async with uow(tenant_id) as tx:
                await tx.contacts.add(a_contact(phone_key="5511955550001"))
                await asyncio.sleep(timedelta(milliseconds=50).total_seconds())

        results = await asyncio.gather(add(), add(), return_exceptions=True)

        assert sorted(map(type, results), key=str) == sorted([type(None), ContactExistsError], key=str)

    async def test_lets_two_tenants_have_the_same_phone(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
    ) -> None:
        for tenant in (tenant_id, other_tenant_id):
            async with uow(tenant) as tx:
                await tx.contacts.add(a_contact(phone_key="5511955550001"))
