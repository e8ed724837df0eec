"""Notes about contacts."""

from typing import Protocol

from domain.contacts.note import ContactNote


class ContactNoteRepository(Protocol):
    """Keeps notes."""

    async def add(self, note: ContactNote) -> None:
        """Write a note."""
        ...
