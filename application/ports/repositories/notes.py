"""Notes."""

from typing import Protocol

from domain.conversations.note import Note


class NoteRepository(Protocol):
    """Keeps notes."""

    async def add(self, note: Note) -> None:
        """Write a new note."""
        ...
