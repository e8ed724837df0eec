"""Somebody brings a file of contacts."""

from collections.abc import AsyncIterator
from pathlib import Path

import msgspec

from application.contacts.contact_checks import refuse
from application.contacts.run_contact_import import RunContactImport
from application.contacts.transfer_files import TransferFiles
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.scratch import ScratchFile, TooLongError
from application.ports.sheets import SheetProblem, SheetRefusedError
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.contact_import import ContactImport, SheetFormat
from domain.contacts.errors import TooManyTransfersError
from domain.contacts.import_plan import ImportPlan, wrong_in_plan
from domain.identity.permissions import Permission
from domain.media.errors import FileTooLargeError
from domain.media.filenames import safe_filename
from domain.media.keys import storage_key
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ContactImportId

MAX_FILE = 100 * 1024 * 1024
"""A million rows of five columns."""
MAX_UNFINISHED = 5
"""Of a company at once: they wait for each other's rows."""
UNNAMED = "contacts"
_ZIP = b"PK"


class ImportContacts(msgspec.Struct, frozen=True, kw_only=True):
    """A file, what its columns mean, and whether anything is to be written."""

    chunks: AsyncIterator[bytes]
    filename: str | None = None
    plan: ImportPlan = ImportPlan()
    is_dry_run: bool = False


class ImportContactsHandler:
    """Keep a file, and have it read in the background. Needs contacts:import.

    A dry run writes no contact: it says what the columns seem to mean, what the first rows would become, and what
    would become of all of them.
    """

    def __init__(self, files: TransferFiles, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._files, self._uow, self._clock, self._ids = files, uow, clock, ids

    async def __call__(self, actor: Actor, command: ImportContacts) -> ContactImportId:
        """Give its id. Raises InvalidError, FileTooLargeError, SheetRefusedError, TooManyTransfersError."""
        actor.require(Permission.CONTACTS_IMPORT)
        async with self._files.scratch.file() as file:
            try:
                measure = await file.fill(command.chunks, limit=MAX_FILE)
            except TooLongError as error:
                raise FileTooLargeError(f"A file of contacts has at most {MAX_FILE} bytes.") from error
            if not measure.size:
                raise SheetRefusedError("The file is empty.", problem=SheetProblem.EMPTY)
            importing = ContactImport(
                id=ContactImportId(self._ids.new()),
                filename=safe_filename(command.filename) or UNNAMED,
                format=_format_of(file),
                storage_key=storage_key(actor.tenant_id, measure.sha256),
                plan=command.plan,
                is_dry_run=command.is_dry_run,
                created_at=self._clock.now(),
                created_by=actor.user_id,
            )
            async with self._uow(actor.tenant_id) as tx:
                await _check(tx, command.plan)
            await self._files.store.put(importing.storage_key, file.read())
        await self._order(actor, importing)
        return importing.id

    async def _order(self, actor: Actor, importing: ContactImport) -> None:
        async with self._uow(actor.tenant_id) as tx:
            await tx.contact_imports.add(importing)
            tx.jobs.put(RunContactImport(tenant_id=actor.tenant_id, import_id=importing.id))
            on = Subject(type="contact_import", id=importing.id)
            told = {"is_dry_run": importing.is_dry_run, "duplicates": str(importing.plan.duplicates)}
            tx.audit.record(AuditAction.CONTACT_IMPORT_ORDERED, by=actor.author, on=on, after=told)


def _format_of(file: ScratchFile) -> SheetFormat:
    """Tell by its bytes, whatever its name says."""
    with Path(file.path).open("rb") as opened:
        return SheetFormat.XLSX if opened.read(len(_ZIP)) == _ZIP else SheetFormat.CSV


async def _check(tx: Transaction, plan: ImportPlan) -> None:
    """Hold the plan against what the company has. Raises InvalidError, TooManyTransfersError."""
    wrong = wrong_in_plan(plan, field_keys={field.key for field in await tx.contact_fields.all()})
    if plan.tag_ids and len(await tx.tags.known(plan.tag_ids)) != len(set(plan.tag_ids)):
        wrong.append(ErrorDetail(field="plan.tag_ids", message="tags of this company"))
    refuse(wrong, what="The file cannot be read so.")
    if await tx.contact_imports.unfinished() >= MAX_UNFINISHED:
        raise TooManyTransfersError(f"{MAX_UNFINISHED} files are on their way already.")
