"""ConsentRepository, on PostgreSQL."""

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.consent import WHATSAPP, Consent, LegalBasis, Proof, Purpose
from domain.contacts.contact import Contact
from domain.shared.ids import ConsentId, ContactId, TenantId, UserId
from tests.contract.repositories.stored import MINUTE, NOW, a_contact, new_id


def a_consent(contact_id: ContactId, *, minute: int = 0, **changed: object) -> Consent:
    fields = {"granted": True, "purpose": Purpose.MARKETING, "channel": WHATSAPP, **changed}
    return Consent(
        id=ConsentId(new_id()),
        contact_id=contact_id,
        legal_basis=LegalBasis.CONSENT,
        source="loja",
        proof=Proof(actor="user", ip="203.0.113.7", user_agent="curl", text_shown="Aceito."),
        at=NOW + minute * MINUTE,
        recorded_by=UserId(new_id()),
        **fields,
    )


async def test_keeps_each_with_its_proof_the_newest_first(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, contact: Contact
) -> None:
    first, second = a_consent(contact.id), a_consent(contact.id, minute=1, granted=False)
    async with uow(tenant_id) as tx:
        await tx.consents.add(second)
        await tx.consents.add(first)
        kept = await tx.consents.of_contact(contact.id)
    async with uow(other_tenant_id) as tx:
        theirs = await tx.consents.of_contact(contact.id)

    assert (kept, theirs) == ([second, first], [])


async def test_grants_what_the_newest_says_while_it_lasts(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    yes, took_back, over, other, never = (a_contact() for _ in range(5))
    async with uow(tenant_id) as tx:
        for one in (yes, took_back, over, other, never):
            await tx.contacts.add(one)
        for consent in (
            a_consent(yes.id, granted=False),
            a_consent(yes.id, minute=1),
            a_consent(took_back.id),
            a_consent(took_back.id, minute=1, granted=False),
            a_consent(over.id, expires_at=NOW + MINUTE),
            a_consent(other.id, purpose=Purpose.BILLING),
            a_consent(other.id, channel="email"),
        ):
            await tx.consents.add(consent)
        ids = [one.id for one in (yes, took_back, over, other, never)]
        at_first = await tx.consents.granted(ids, purpose=Purpose.MARKETING, channel=WHATSAPP, now=NOW)
        later = await tx.consents.granted(ids, purpose=Purpose.MARKETING, channel=WHATSAPP, now=NOW + MINUTE)

    assert at_first == {yes.id, over.id}
    assert later == {yes.id}
