"""Files of contacts on their way in, and what was wrong with their rows."""

from collections.abc import Sequence
from typing import Protocol

from domain.contacts.contact_import import ContactImport, RowError
from domain.shared.ids import ContactImportId


class ContactImportRepository(Protocol):
    """Keeps imports."""

    async def get(self, import_id: ContactImportId) -> ContactImport:
        """Load one. Raises ImportNotFoundError."""
        ...

    async def lock(self, import_id: ContactImportId) -> ContactImport:
        """Load one for changing it; whoever else wants to waits. Raises ImportNotFoundError."""
        ...

    async def unfinished(self) -> int:
        """Say how many are not over."""
        ...

    async def add(self, importing: ContactImport) -> None:
        """Write a new one."""
        ...

    async def save(self, importing: ContactImport) -> None:
        """Write changes and events. Raises StaleVersionError on a lost race."""
        ...

    async def add_errors(self, import_id: ContactImportId, errors: Sequence[RowError], *, room: int) -> None:
        """Keep what was wrong with rows; no more than `room` of an import are kept."""
        ...

    async def forget_errors(self, import_id: ContactImportId) -> None:
        """Keep none: it is read anew."""
        ...
