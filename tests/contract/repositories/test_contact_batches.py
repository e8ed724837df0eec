"""ContactBatches, on PostgreSQL."""

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.consent import Consent, LegalBasis, Proof, Purpose
from domain.contacts.contact import Contact
from domain.contacts.tag import Tag
from domain.shared.ids import ConsentId, ContactId, IdentityId, TagId, TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_contact, a_phone, facts, new_id

ANA, BIA = "5511955550001", "5511988887777"


def a_consent(contact_id: ContactId, *, granted: bool, minute: int = 0) -> Consent:
    return Consent(
        id=ConsentId(new_id()),
        contact_id=contact_id,
        purpose=Purpose.MARKETING,
        channel="whatsapp",
        granted=granted,
        legal_basis=LegalBasis.CONSENT,
        source="import",
        proof=Proof(actor="user", import_id="i", row=minute),
        at=NOW + minute * MINUTE,
    )


async def test_many_are_written_and_found_by_phone_name_and_e_mail(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    ana, bia, caio = (
        a_contact(name="Ana", phone="551155550001", phone_key=ANA, attributes={"a": 1}),
        a_contact(name="Bia", phone=None, phone_key=None),
        a_contact(name="Caio", phone=None, phone_key=None, email="caio@x.example"),
    )
    taken = a_contact(phone=ANA, phone_key=ANA)
    async with uow(tenant_id) as tx:
        assert await tx.contact_batches.add([ana, bia, caio]) == 3
        assert await tx.contact_batches.add([taken]) == 0
        name = a_phone("551188887777")
        await tx.contacts.add_identity(bia.id, identity_id=IdentityId(new_id()), identity=name, at=NOW)
        found = await tx.contact_batches.known(phone_keys=[ANA, BIA], emails=["caio@x.example"])
    async with uow(other_tenant_id) as tx:
        assert await tx.contact_batches.known(phone_keys=[ANA], emails=["caio@x.example"]) == []

    assert [one.contact.id for one in found] == sorted(one.id for one in (ana, bia, caio))
    assert {one.contact.id: facts(one.contact) for one in found} == {one.id: facts(one) for one in (ana, bia, caio)}
    assert {one.contact.id: one.phone_keys for one in found} == {ana.id: {ANA}, bia.id: {BIA}, caio.id: frozenset()}


async def test_changes_are_written_tags_given_consents_kept(
    uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact
) -> None:
    tag = Tag(id=TagId(new_id()), name="VIP", color="#000000", created_at=NOW)
    contact.name, contact.deleted_at = "Novo", None
    async with uow(tenant_id) as tx:
        await tx.tags.add(tag)
        await tx.contact_batches.save([contact])
        for _ in range(2):
            await tx.contact_batches.tag([(contact.id, tag.id), (contact.id, TagId(new_id()))], at=NOW)
        said = [a_consent(contact.id, granted=True), a_consent(contact.id, granted=False, minute=1)]
        await tx.contact_batches.consent(said)
        refused = await tx.contact_batches.refusals([contact.id], channel="whatsapp")
        loaded, tags = await tx.contacts.get(contact.id), await tx.tags.of_contact(contact.id)
        kept = await tx.consents.of_contact(contact.id)

    assert (loaded.name, loaded.version, [one.name for one in tags]) == ("Novo", contact.version + 1, ["VIP"])
    assert refused == {(contact.id, Purpose.MARKETING)}
    assert kept == said[::-1]
