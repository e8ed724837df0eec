"""The story of contacts and conversations."""

from typing import Protocol

from domain.conversations.timeline import TimelineEntry


class Timeline(Protocol):
    """Keeps the story. A conversation's own entries are written with it, by `tx.conversations`."""

    async def add(self, entry: TimelineEntry) -> None:
        """Add an entry; it is written with all others at the end of the transaction."""
        ...
