"""Somebody looks at files of contacts."""

from application.ports.audit import AccessLog, Subject
from application.ports.readers.contact_transfers import (
    ContactTransferList,
    ImportDetail,
    ImportRow,
)
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import ContactImportId


class ShowImports:
    """Show imports. Needs contacts:import. A preview holds personal data: who saw it is written down."""

    def __init__(self, imports: ContactTransferList, access: AccessLog) -> None:
        self._imports, self._access = imports, access

    async def __call__(self, actor: Actor, *, page: PageRequest) -> Page[ImportRow]:
        """Give one page. Raises MalformedError."""
        actor.require(Permission.CONTACTS_IMPORT)
        return await self._imports.imports(actor.tenant_id, page=page)

    async def one(self, actor: Actor, import_id: ContactImportId) -> ImportDetail:
        """Give one. Raises ImportNotFoundError, AccessLogUnavailableError."""
        actor.require(Permission.CONTACTS_IMPORT)
        found = await self._imports.one(actor.tenant_id, import_id=import_id)
        if found.is_dry_run:
            await _note(self._access, actor, import_id)
        return found


async def _note(access: AccessLog, actor: Actor, import_id: ContactImportId) -> None:
    on = Subject(type="contact_import", id=import_id)
    await access.note(actor.tenant_id, AuditAction.CONTACT_IMPORT_READ, by=actor.author, on=on)
