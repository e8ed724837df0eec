"""Files of contacts on their way out."""

from typing import Protocol

from domain.contacts.contact_export import ContactExport
from domain.shared.ids import ContactExportId


class ContactExportRepository(Protocol):
    """Keeps exports."""

    async def get(self, export_id: ContactExportId) -> ContactExport:
        """Load one. Raises ExportNotFoundError."""
        ...

    async def unfinished(self) -> int:
        """Say how many are not over."""
        ...

    async def add(self, export: ContactExport) -> None:
        """Write a new one."""
        ...

    async def save(self, export: ContactExport) -> None:
        """Write changes and events. Raises StaleVersionError on a lost race."""
        ...
