"""Somebody follows the signed address of an export."""

from collections.abc import AsyncIterator

from application.contacts.export_addresses import ExportAddresses, ExportTicket
from application.media.opened_file import begun
from application.ports.clock import Clock
from application.ports.file_store import FileStore
from application.ports.unit_of_work import UnitOfWork
from domain.contacts.contact_export import ContactExport
from domain.contacts.errors import ExportNotFoundError
from domain.media.errors import MediaNotFoundError


class OpenContactExport:
    """Open a file for whoever holds a signed address that is not over. No permission: the address is the right."""

    def __init__(self, uow: UnitOfWork, *, addresses: ExportAddresses, store: FileStore, clock: Clock) -> None:
        self._uow, self._addresses, self._store, self._clock = uow, addresses, store, clock

    async def __call__(self, ticket: ExportTicket) -> tuple[ContactExport, AsyncIterator[bytes]]:
        """Begin to give it. Raises BadSignatureError, ExportNotFoundError, ExportNotReadyError."""
        self._addresses.require(ticket)
        async with self._uow(ticket.tenant_id) as tx:
            export = await tx.contact_exports.get(ticket.export_id)
        try:
            return export, await begun(self._store.read(export.key_at(self._clock.now())))
        except MediaNotFoundError as error:
            raise ExportNotFoundError("The file is not there any more.") from error
