"""Notes about contacts in PostgreSQL."""

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.rows import insert_into, values_of, write
from adapters.postgres.tables.contacts import contact_notes
from domain.contacts.note import ContactNote

_ADD = insert_into(contact_notes)


class PostgresContactNotes:
    """Keeps notes."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def add(self, note: ContactNote) -> None:
        """Write a note."""
        await write(self._connection, _ADD, **values_of(note))
