"""ContactFieldRepository, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.contact_fields import HeldValue
from domain.contacts.errors import ContactFieldNotFoundError, ContactFieldTakenError
from domain.contacts.fields import ContactField, FieldType
from domain.shared.ids import ContactFieldId, TenantId
from tests.contract.repositories.stored import NOW, a_contact, facts, new_id


def a_field(key: str, **changed: object) -> ContactField:
    fields = {"label": "Plano", "type": FieldType.CHOICE, "options": ("ouro", "prata"), "place": 1, **changed}
    return ContactField(id=ContactFieldId(new_id()), key=key, created_at=NOW, **fields)


async def test_are_kept_in_their_places(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    last, first = a_field("plano", place=2, is_required=True), a_field("cpf", type=FieldType.DOCUMENT, options=())
    async with uow(tenant_id) as tx:
        await tx.contact_fields.add(last)
        await tx.contact_fields.add(first)
        listed = await tx.contact_fields.all()
        last.label = "Plano atual"
        await tx.contact_fields.save(last)
        loaded = await tx.contact_fields.get(last.id)
        await tx.contact_fields.delete(first.id)
        left = await tx.contact_fields.all()
    async with uow(other_tenant_id) as tx:
        nothing = await tx.contact_fields.all()
        with pytest.raises(ContactFieldNotFoundError):
            await tx.contact_fields.get(last.id)
        with pytest.raises(ContactFieldNotFoundError):
            await tx.contact_fields.delete(last.id)

    assert [field.key for field in listed] == ["cpf", "plano"]
    assert facts(loaded) == facts(last)
    assert ([field.key for field in left], nothing) == (["plano"], ())


async def test_have_one_key_each(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    async def add() -> None:
        async with uow(tenant_id) as tx:
            await tx.contact_fields.add(a_field("plano"))

    await add()

    with pytest.raises(ContactFieldTakenError):
        await add()


async def test_count_the_values_that_contacts_hold_and_write_them_anew(
    uow: PostgresUnitOfWork, tenant_id: TenantId
) -> None:
    contacts = [a_contact(attributes={"cpf": value}) for value in ("1", "1", ["2"], None)]
    gone = a_contact(attributes={"cpf": "3"}, deleted_at=NOW)
    async with uow(tenant_id) as tx:
        for contact in (*contacts, gone, a_contact()):
            await tx.contacts.add(contact)
        held = await tx.contact_fields.held("cpf")
        await tx.contact_fields.rewrite("cpf", [("1", "one"), (["2"], 2)])
        after = [(await tx.contacts.get(contact.id)).attributes["cpf"] for contact in contacts]

    expected = [HeldValue(value="1", contacts=2), HeldValue(value=["2"], contacts=1), HeldValue(value=None, contacts=1)]
    assert sorted(held, key=repr) == sorted(expected, key=repr)
    assert after == ["one", "one", 2, None]
