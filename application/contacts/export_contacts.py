"""Somebody wants contacts as a file."""

import msgspec

from application.contacts.filter_checks import require_tags
from application.contacts.run_contact_export import RunContactExport
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.contact_export import ContactExport, ExportScope
from domain.contacts.contact_import import SheetFormat
from domain.contacts.errors import TooManyTransfersError
from domain.contacts.filter_codec import read_filter
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ContactExportId, SegmentId

MAX_UNFINISHED = 5
"""Of a company at once."""


class ExportContacts(msgspec.Struct, frozen=True, kw_only=True):
    """All contacts, those of a segment, or those of a filter (JSON)."""

    format: SheetFormat = SheetFormat.CSV
    segment_id: SegmentId | None = None
    filter: bytes | None = None


class ExportContactsHandler:
    """Have contacts written into a file, which is there for a day. Needs contacts:export."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: ExportContacts) -> ContactExportId:
        """Give its id. Raises InvalidError, FilterInvalidError, SegmentNotFoundError, TooManyTransfersError."""
        actor.require(Permission.CONTACTS_EXPORT)
        if command.segment_id is not None and command.filter is not None:
            wrong = ErrorDetail(field="filter", message="a segment or a filter, not both")
            raise InvalidError("The contacts cannot be exported so.", details=(wrong,))
        async with self._uow(actor.tenant_id) as tx:
            if await tx.contact_exports.unfinished() >= MAX_UNFINISHED:
                raise TooManyTransfersError(f"{MAX_UNFINISHED} files are on their way already.")
            export = ContactExport(
                id=ContactExportId(self._ids.new()),
                format=command.format,
                filter=await _scope(tx, command),
                created_at=self._clock.now(),
                created_by=actor.user_id,
            )
            await tx.contact_exports.add(export)
            tx.jobs.put(RunContactExport(tenant_id=actor.tenant_id, export_id=export.id))
            told = {"format": str(export.format), "segment_id": str(command.segment_id or "")}
            on = Subject(type="contact_export", id=export.id)
            tx.audit.record(AuditAction.CONTACT_EXPORT_ORDERED, by=actor.author, on=on, after=told)
        return export.id


async def _scope(tx: Transaction, command: ExportContacts) -> ExportScope:
    if command.segment_id is not None:
        segment = await tx.segments.get(command.segment_id)
        return ExportScope(segment_id=segment.id, filter=segment.filter)
    if command.filter is None:
        return ExportScope()
    condition = read_filter(command.filter)
    await require_tags(tx, condition)
    return ExportScope(filter=condition)
