"""Contacts are written into files, and come back from them as they were."""

from datetime import timedelta

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.exported_contacts import PostgresExportedContacts
from domain.contacts.consent import Consent, LegalBasis, Proof, Purpose
from domain.contacts.contact_export import ExportState
from domain.contacts.contact_import import SheetFormat
from domain.contacts.fields import ContactField, FieldType
from domain.contacts.filter_codec import read_filter
from domain.contacts.tag import Tag
from domain.shared.ids import ConsentId, ContactFieldId, TagId
from tests.contract.repositories.stored import NOW, a_contact, new_id
from tests.doubles import FrozenClock
from tests.integration.contacts.desk import TransferDesk

ANA = "5511955550001"


async def fill(desk: TransferDesk) -> None:
    """Write somebody whose every cell looks like a formula, and somebody of whom little is known."""
    evil = {"nota": "=1+1", "valor": -2.5, "sim": False, "quais": ["+a", "b"]}
    kinds = (FieldType.TEXT, FieldType.NUMBER, FieldType.BOOLEAN, FieldType.CHOICES)
    async with desk.uow(desk.tenant_id) as tx:
        for key, kind in zip(evil, kinds, strict=True):
            options = ("+a", "b") if kind is FieldType.CHOICES else ()
            field = ContactField(
                id=ContactFieldId(new_id()), key=key, label=key.title(), type=kind, options=options, created_at=NOW
            )
            await tx.contact_fields.add(field)
        ana = a_contact(name='@SUM(A1) "Ana"', phone=ANA, phone_key=ANA, attributes=evil, language="pt-BR")
        tag = Tag(id=TagId(new_id()), name="-vip", color="#000000", created_at=NOW)
        await tx.contacts.add(ana)
        await tx.contacts.add(a_contact(name="Bia", phone=None, phone_key=None, email="bia@x.example"))
        await tx.tags.add(tag)
        await tx.tags.set_of_contact(ana.id, {tag.id}, at=NOW)
        await tx.consents.add(
            Consent(
                id=ConsentId(new_id()), contact_id=ana.id, purpose=Purpose.BILLING, channel="whatsapp", granted=True,
                legal_basis=LegalBasis.CONTRACT, source="site", proof=Proof(actor="user"), at=NOW,
            )
        )  # fmt: skip


async def forget(desk: TransferDesk) -> None:
    for table in ("contact_tags", "consents", "timeline", "contacts"):
        await desk.fetch(f"DELETE FROM {table} WHERE tenant_id = $1")  # noqa: S608 - of constants


@pytest.mark.parametrize("kind", list(SheetFormat))
async def test_comes_back_as_it_was(desk: TransferDesk, kind: SheetFormat) -> None:
    await fill(desk)
    before = await desk.contact(ANA)
    body = await desk.exported(kind)
    await forget(desk)

    done = await desk.imported(body, legal_basis="contract")

    assert (done.created, done.refused) == (2, 0)
    after = await desk.contact(ANA)
    assert before is not None
    assert after is not None
    kept = ("name", "phone", "phone_key", "language", "attributes", "lifecycle_stage", "email")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
    async with desk.uow(desk.tenant_id) as tx:
        assert [tag.name for tag in await tx.tags.of_contact(after.id)] == ["-vip"]
        assert [(one.purpose, one.granted) for one in await tx.consents.of_contact(after.id)] == [("billing", True)]


async def test_only_those_of_a_filter_and_only_for_a_day(desk: TransferDesk, frozen_clock: FrozenClock) -> None:
    await fill(desk)

    body = await desk.exported(SheetFormat.CSV, filter=b'{"type": "text", "field": "email", "op": "is_set"}')

    [export] = await desk.fetch("SELECT state, rows, expires_at FROM contact_exports WHERE tenant_id = $1")
    assert (export["state"], export["rows"]) == (str(ExportState.DONE), 1)
    assert export["expires_at"] == frozen_clock.now() + timedelta(days=1)
    assert b"bia@x.example" in body
    assert ANA.encode() not in body


async def test_every_contact_is_read_once(desk: TransferDesk, app_database: Database) -> None:
    await desk.imported("fone\n" + "".join(f"119{number:08}\n" for number in range(2_001)))
    reader = PostgresExportedContacts(app_database)
    condition = read_filter(b'{"type": "text", "field": "phone", "op": "starts_with", "value": "55119"}')

    sizes, ids = [], set()
    async for batch in reader.batches(desk.tenant_id, condition=condition, now=NOW):
        sizes.append(len(batch))
        ids |= {contact.id for contact in batch}

    assert (sizes, len(ids)) == ([1_000, 1_000, 1], 2_001)
