"""Notes in PostgreSQL."""

import msgspec

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.rows import insert_into, write
from adapters.postgres.tables.conversations import conversation_notes
from domain.conversations.note import Note

_ADD = insert_into(conversation_notes)


class PostgresNotes:
    """Keeps notes."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def add(self, note: Note) -> None:
        """Write a new note."""
        await write(self._connection, _ADD, **msgspec.structs.asdict(note))
