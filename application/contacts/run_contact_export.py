"""Contacts are written into a file."""

from collections.abc import AsyncIterator

import msgspec

from application.contacts.export_rows import headings_of, row_of
from application.contacts.transfer_files import TransferFiles
from application.ports.clock import Clock
from application.ports.jobs import Job
from application.ports.readers.exported_contacts import ExportedContacts
from application.ports.scratch import TooLongError
from application.ports.sheets import SheetWriter
from application.ports.unit_of_work import UnitOfWork
from domain.contacts.contact_export import ContactExport
from domain.contacts.errors import ExportNotFoundError
from domain.contacts.fields import ContactField
from domain.media.keys import storage_key
from domain.shared.ids import ContactExportId, TenantId

MAX_EXPORT = 1024**3
"""Bytes of a file; and no workbook has more rows than `MAX_EXPORTED`."""
MAX_EXPORTED = 1_000_000
TOO_LARGE = "TOO_LARGE"


class RunContactExport(Job, frozen=True, tag="run_contact_export"):
    """Write a file."""

    tenant_id: TenantId
    export_id: ContactExportId


class ExportTools(msgspec.Struct, frozen=True, kw_only=True):
    """What writing files of contacts needs of the world."""

    files: TransferFiles
    writer: SheetWriter
    contacts: ExportedContacts
    uow: UnitOfWork
    clock: Clock


class RunContactExportHandler:
    """Write a file while the contacts are read. Idempotent: one that is written is not written again."""

    def __init__(self, tools: ExportTools) -> None:
        self._tools = tools

    async def __call__(self, job: RunContactExport) -> None:
        """Write it. Raises UnavailableError, and then is begun anew later."""
        async with self._tools.uow(job.tenant_id) as tx:
            try:
                export = await tx.contact_exports.get(job.export_id)
            except ExportNotFoundError:
                return
            if export.is_over:
                return
            export.begin()
            await tx.contact_exports.save(export)
            fields = await tx.contact_fields.all()
        try:
            await self._write(job.tenant_id, export, fields)
        except TooLongError:
            export.fail(TOO_LARGE)
        async with self._tools.uow(job.tenant_id) as tx:
            await tx.contact_exports.save(export)

    async def _write(self, tenant_id: TenantId, export: ContactExport, fields: tuple[ContactField, ...]) -> None:
        tools = self._tools
        counted = _Counted(tools.contacts, fields)
        rows = counted.rows(tenant_id, export, tools.clock)
        async with tools.files.scratch.file() as file:
            content = tools.writer.write(export.format, rows, headings=headings_of(fields))
            measure = await file.fill(content, limit=MAX_EXPORT)
            key = storage_key(tenant_id, measure.sha256)
            await tools.files.store.put(key, file.read())
        export.finish(key, rows=counted.count, size=measure.size, now=tools.clock.now())


class _Counted:
    """The rows of a file, counted as they go by."""

    def __init__(self, contacts: ExportedContacts, fields: tuple[ContactField, ...]) -> None:
        self._contacts, self._fields, self.count = contacts, fields, 0

    async def rows(self, tenant_id: TenantId, export: ContactExport, clock: Clock) -> AsyncIterator[list[list[str]]]:
        """Give them. Raises TooLongError beyond what a workbook has room for."""
        condition = export.filter.filter
        async for batch in self._contacts.batches(tenant_id, condition=condition, now=clock.now()):
            self.count += len(batch)
            if self.count > MAX_EXPORTED:
                raise TooLongError
            yield [row_of(contact, self._fields) for contact in batch]
