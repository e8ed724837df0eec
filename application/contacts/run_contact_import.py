"""A file of contacts is read, and its rows become contacts."""

from contextlib import AsyncExitStack
from datetime import datetime
from itertools import islice
from pathlib import Path

import msgspec

from application.contacts.chunk_writer import ChunkWriter
from application.contacts.row_reader import RowReader, previewed
from application.contacts.tag_book import TagBook
from application.contacts.transfer_files import TransferFiles
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.file_store import FileMissingError
from application.ports.ids import Ids
from application.ports.jobs import Job
from application.ports.sheets import Sheet, SheetReader, SheetRefusedError, SheetRow
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.audit.actions import AuditAction
from domain.audit.author import Author, AuthorKind
from domain.contacts.contact_import import MAX_ERRORS, TELL_EVERY, ContactImport
from domain.contacts.errors import ImportNotFoundError
from domain.contacts.fields import ContactField
from domain.contacts.import_headings import suggest_mapping
from domain.contacts.import_plan import CONSENT, PREVIEWED, ImportPlan, SheetFound, columns_for, wrong_in_plan
from domain.shared.errors import ConflictError
from domain.shared.ids import ContactImportId, TenantId
from domain.shared.phrases import phrase

FASTER_ONES = 3
"""How often a chunk is begun anew because somebody else was faster with one of its contacts or tags."""
FILE_GONE, MAPPING_UNCLEAR = "FILE_GONE", "MAPPING_UNCLEAR"


class RunContactImport(Job, frozen=True, tag="run_contact_import"):
    """Read a file."""

    tenant_id: TenantId
    import_id: ContactImportId


class ImportTools(msgspec.Struct, frozen=True, kw_only=True):
    """What reading files of contacts needs of the world."""

    files: TransferFiles
    sheets: SheetReader
    uow: UnitOfWork
    clock: Clock
    ids: Ids


class RunContactImportHandler:
    """Read a file by chunks, each with its count in one transaction.

    Idempotent by that count: after a crash it goes on at the row behind the last that was counted. A dry run, which
    writes nothing, begins anew. One that is over or was cancelled is left alone.
    """

    def __init__(self, tools: ImportTools) -> None:
        self._tools = tools

    async def __call__(self, job: RunContactImport) -> None:
        """Read it. Raises UnavailableError, and then goes on later."""
        async with self._tools.uow(job.tenant_id) as tx:
            try:
                importing = await tx.contact_imports.get(job.import_id)
            except ImportNotFoundError:
                return
            fields = await tx.contact_fields.all()
        if importing.is_over:
            return
        run = _Run(self._tools, job, fields=fields)
        try:
            await run(importing)
        except FileMissingError:
            await run.fail(FILE_GONE, "the file was deleted; bring it again")
        except SheetRefusedError as error:
            await run.fail(error.problem.value.upper(), error.message)


class _Run:
    """One import, being read."""

    def __init__(self, tools: ImportTools, job: RunContactImport, *, fields: tuple[ContactField, ...]) -> None:
        self._tools, self._job, self._fields = tools, job, fields
        self._told_at: datetime | None = None
        self._at = 0

    async def __call__(self, importing: ContactImport) -> None:
        skip = 0 if importing.is_dry_run else importing.rows_read
        async with AsyncExitStack() as stack:
            path = await self._fetched(stack, importing)
            opened = self._tools.sheets.open(path, importing.format, skip=skip)
            sheet = await stack.enter_async_context(opened)
            chunks = aiter(sheet.chunks())
            first = await anext(chunks, list[SheetRow]())
            begun = await self._begin(importing, sheet, first)
            if begun is None:
                return
            tools = self._tools
            tags = TagBook(creates=begun.plan.creates_tags, ids=tools.ids, clock=tools.clock)
            writer = ChunkWriter(begun, self._fields, tags=tags, ids=tools.ids)
            reader = self._reader(begun.plan, sheet)
            chunk: list[SheetRow] | None = first
            while chunk:
                if not await self._write(writer, reader, tags, chunk):
                    return
                chunk = await anext(chunks, None)
        await self._finish()

    async def fail(self, code: str, detail: str) -> None:
        """Say why it cannot go on."""
        async with self._tools.uow(self._job.tenant_id) as tx:
            importing = await tx.contact_imports.lock(self._job.import_id)
            if not importing.is_over:
                importing.fail(code, detail, now=self._tools.clock.now())
                await self._save_end(tx, importing)

    async def _fetched(self, stack: AsyncExitStack, importing: ContactImport) -> Path:
        file = await stack.enter_async_context(self._tools.files.scratch.file())
        await file.fill(self._tools.files.store.read(importing.storage_key), limit=2**40)
        return file.path

    async def _begin(self, importing: ContactImport, sheet: Sheet, first: list[SheetRow]) -> ContactImport | None:
        """Settle what the columns mean; None where it was cancelled, or they mean nothing."""
        suggested = suggest_mapping(sheet.headings, fields=self._fields)
        mapping = _believed(suggested, importing.plan) if importing.plan.mapping is None else importing.plan.mapping
        plan = msgspec.structs.replace(importing.plan, mapping=mapping)
        reader = self._reader(plan, sheet)
        preview = tuple(previewed(reader.read(row)) for row in islice(first, PREVIEWED)) if importing.is_dry_run else ()
        found = SheetFound(headings=sheet.headings, suggested=suggested, preview=preview)
        missing = sorted(set(mapping) - set(sheet.headings))
        wrong = wrong_in_plan(plan, field_keys={field.key for field in self._fields})
        async with self._tools.uow(self._job.tenant_id) as tx:
            begun = await tx.contact_imports.lock(importing.id)
            if begun.is_over:
                return None
            now = self._tools.clock.now()
            begun.begin(plan, found=found, total_rows=sheet.about, now=now)
            if begun.is_dry_run:
                await tx.contact_imports.forget_errors(begun.id)
            if missing or wrong:
                detail = "; ".join(
                    [str(phrase("no column {name}", name=name)) for name in missing] + [one.text for one in wrong]
                )
                begun.fail(MAPPING_UNCLEAR, detail[:1_000], now=now)
                await self._save_end(tx, begun)
                return None
            await tx.contact_imports.save(begun)
        self._told_at, self._at = now, begun.rows_read
        return begun

    def _reader(self, plan: ImportPlan, sheet: Sheet) -> RowReader:
        return RowReader(columns_for(plan.mapping or {}, sheet.headings), self._fields)

    async def _write(self, writer: ChunkWriter, reader: RowReader, tags: TagBook, chunk: list[SheetRow]) -> bool:
        """Write a chunk; False where it was stopped, or another worker reads it. Raises ConflictError."""
        for tries in range(FASTER_ONES, 0, -1):
            try:
                return await self._write_once(writer, reader, chunk)
            except ConflictError:
                tags.forget()
                if tries == 1:
                    raise
        return False

    async def _write_once(self, writer: ChunkWriter, reader: RowReader, chunk: list[SheetRow]) -> bool:
        drafts = [reader.read(row) for row in chunk]
        now = self._tools.clock.now()
        async with self._tools.uow(self._job.tenant_id) as tx:
            importing = await tx.contact_imports.lock(self._job.import_id)
            if importing.is_over or importing.rows_read != self._at:
                return False
            done = await writer.write(tx, drafts, before=importing.tally, now=now)
            await tx.contact_imports.add_errors(importing.id, done.errors, room=MAX_ERRORS)
            is_told = self._told_at is None or now - self._told_at >= TELL_EVERY
            importing.advance(done.tally, is_told=is_told)
            await tx.contact_imports.save(importing)
        self._at += done.tally.rows_read
        if is_told:
            self._told_at = now
        return True

    async def _finish(self) -> None:
        async with self._tools.uow(self._job.tenant_id) as tx:
            importing = await tx.contact_imports.lock(self._job.import_id)
            if not importing.is_over:
                importing.finish(now=self._tools.clock.now())
                await self._save_end(tx, importing)

    async def _save_end(self, tx: Transaction, importing: ContactImport) -> None:
        await tx.contact_imports.save(importing)
        if not importing.is_dry_run:
            by = Author(kind=AuthorKind.USER, user_id=importing.created_by)
            told = {"state": str(importing.state), **msgspec.structs.asdict(importing.tally)}
            on = Subject(type="contact_import", id=importing.id)
            tx.audit.record(AuditAction.CONTACTS_IMPORTED, by=by, on=on, after=told)


def _believed(suggested: dict[str, str], plan: ImportPlan) -> dict[str, str]:
    """Take what is suggested; of consents only where it is said on what they rest."""
    if plan.legal_basis is not None:
        return suggested
    return {heading: target for heading, target in suggested.items() if not target.startswith(CONSENT)}
