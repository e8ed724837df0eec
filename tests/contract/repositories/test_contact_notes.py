"""ContactNoteRepository, on PostgreSQL."""

from adapters.postgres.database import Database
from adapters.postgres.readers.contacts import PostgresContactList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.shared.page import PageRequest
from domain.contacts.contact import Contact
from domain.contacts.note import ContactNote
from domain.shared.ids import NoteId, TenantId, UserId
from tests.contract.repositories.stored import NOW, new_id


async def test_keeps_what_was_written_the_newest_first(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId, contact: Contact
) -> None:
    notes = [
        ContactNote(id=NoteId(new_id()), contact_id=contact.id, user_id=UserId(new_id()), body=body, created_at=NOW)
        for body in ("Prefere à tarde", "Ligou de novo")
    ]
    async with uow(tenant_id) as tx:
        for note in notes:
            await tx.contact_notes.add(note)

    page = await PostgresContactList(app_database).notes(tenant_id, contact_id=contact.id, page=PageRequest())

    assert [(row.id, row.body) for row in page.items] == [(note.id, note.body) for note in reversed(notes)]
