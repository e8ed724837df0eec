"""Texts of documents that others made; read away from the event loop, bounded."""

from pathlib import Path
from typing import Protocol


class DocumentReader(Protocol):
    """Reads them."""

    async def read(self, path: Path, *, mime: str) -> str:
        """Give a document's text, its headings marked with `#` as Markdown marks them. Raises DocumentRefusedError."""
        ...
