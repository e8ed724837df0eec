"""NoteRepository, on PostgreSQL."""

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.conversations.conversation import Conversation
from domain.conversations.note import Note
from domain.shared.ids import NoteId, TenantId, UserId
from tests.contract.repositories.stored import NOW, fetch, new_id


async def test_a_note_is_kept_with_whom_it_mentions(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, database_url: str, home: str
) -> None:
    ana, bia = UserId(new_id()), UserId(new_id())
    note = Note(
        id=NoteId(new_id()),
        conversation_id=conversation.id,
        user_id=ana,
        body="Prometi até sexta",
        mentions=(bia,),
        created_at=NOW,
    )

    async with uow(tenant_id) as tx:
        await tx.notes.add(note)

    [row] = await fetch(database_url, "SELECT id, user_id, body, mentions FROM conversation_notes", home=home)
    assert tuple(row) == (note.id, ana, note.body, [bia])
