"""Somebody looks at what is wrong with the rows of a file."""

import csv
import io
from collections.abc import AsyncIterator, Callable

import msgspec

from application.ports.audit import AccessLog, Subject
from application.ports.readers.contact_transfers import (
    ContactTransferList,
    ImportErrorRow,
)
from application.ports.sheets import SheetWriter
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.contact_import import SheetFormat
from domain.contacts.import_plan import SheetFound
from domain.identity.permissions import Permission
from domain.shared.ids import ContactImportId, TenantId

SHOWN = 100
"""Rows at once."""
HEADINGS = ("row", "field", "code", "message")
"""What stands before the columns of the file itself."""

_FOUND = msgspec.json.Decoder(SheetFound)


class ListImportErrors:
    """Show what is wrong with rows, once it is written down who saw them. Needs contacts:import."""

    def __init__(self, imports: ContactTransferList, access: AccessLog, writer: SheetWriter) -> None:
        self._imports, self._access, self._writer = imports, access, writer

    async def __call__(self, actor: Actor, import_id: ContactImportId, *, after: int) -> list[ImportErrorRow]:
        """Give some. Raises ImportNotFoundError, AccessLogUnavailableError."""
        actor.require(Permission.CONTACTS_IMPORT)
        found = await self._imports.errors(actor.tenant_id, import_id=import_id, after=after, limit=SHOWN)
        await _note(self._access, actor, import_id)
        return found

    async def as_file(
        self, actor: Actor, import_id: ContactImportId, *, told: Callable[[str], str]
    ) -> AsyncIterator[bytes]:
        """Begin to give all as CSV; `told` says what is wrong in the reader's language.

        Raises ImportNotFoundError, AccessLogUnavailableError.
        """
        actor.require(Permission.CONTACTS_IMPORT)
        detail = await self._imports.one(actor.tenant_id, import_id=import_id)
        await _note(self._access, actor, import_id)
        headings = (*HEADINGS, *_FOUND.decode(detail.found).headings)
        return self._writer.write(SheetFormat.CSV, self._rows(actor.tenant_id, import_id, told=told), headings=headings)

    async def _rows(
        self, tenant_id: TenantId, import_id: ContactImportId, *, told: Callable[[str], str]
    ) -> AsyncIterator[list[list[str]]]:
        async for batch in self._imports.all_errors(tenant_id, import_id=import_id):
            yield [[str(one.row_number), one.field, one.code, told(one.message), *_cells(one.raw)] for one in batch]


def _cells(raw: str) -> list[str]:
    return next(csv.reader(io.StringIO(raw, newline="")), [])


async def _note(access: AccessLog, actor: Actor, import_id: ContactImportId) -> None:
    on = Subject(type="contact_import", id=import_id)
    await access.note(actor.tenant_id, AuditAction.CONTACT_IMPORT_READ, by=actor.author, on=on)
