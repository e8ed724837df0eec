"""Somebody looks at an export, and is told where to have the file."""

from datetime import datetime

import msgspec

from application.contacts.export_addresses import ExportAddresses
from application.ports.audit import AccessLog, Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.contact_export import ExportState
from domain.contacts.contact_import import SheetFormat
from domain.identity.permissions import Permission
from domain.shared.ids import ContactExportId, UserId


class ExportView(msgspec.Struct, frozen=True, kw_only=True):
    """An export; `url` needs no login and ends some minutes later, the file itself at `expires_at`."""

    id: ContactExportId
    format: SheetFormat
    state: ExportState
    error_code: str | None
    rows: int
    size: int | None
    created_by: UserId | None
    created_at: datetime
    expires_at: datetime | None
    url: str | None = None
    url_expires_at: datetime | None = None


class GetContactExport:
    """Show an export. Needs contacts:export. Whoever gets the file's address is written down."""

    def __init__(self, uow: UnitOfWork, *, addresses: ExportAddresses, access: AccessLog, clock: Clock) -> None:
        self._uow, self._addresses, self._access, self._clock = uow, addresses, access, clock

    async def __call__(self, actor: Actor, export_id: ContactExportId) -> ExportView:
        """Give it. Raises ExportNotFoundError, AccessLogUnavailableError."""
        actor.require(Permission.CONTACTS_EXPORT)
        async with self._uow(actor.tenant_id) as tx:
            export = await tx.contact_exports.get(export_id)
        view = msgspec.convert(export, ExportView, from_attributes=True)
        if export.expires_at is None or export.expires_at <= self._clock.now():
            return view
        on = Subject(type="contact_export", id=export_id)
        await self._access.note(
            actor.tenant_id, AuditAction.CONTACT_EXPORT_READ, by=actor.author, on=on, count=export.rows
        )
        url, until = self._addresses.of(export_id, actor.tenant_id)
        return msgspec.structs.replace(view, url=url, url_expires_at=until)
