"""A file of contacts is to be read no further."""

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.errors import ImportOverError
from domain.identity.permissions import Permission
from domain.shared.ids import ContactImportId


class CancelContactImport:
    """Stop an import before its next rows. Needs contacts:import. What was written stays."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, import_id: ContactImportId) -> None:
        """Stop it. Raises ImportNotFoundError, ImportOverError."""
        actor.require(Permission.CONTACTS_IMPORT)
        async with self._uow(actor.tenant_id) as tx:
            importing = await tx.contact_imports.lock(import_id)
            if importing.is_over:
                raise ImportOverError("The import is over already.")
            importing.cancel(now=self._clock.now())
            await tx.contact_imports.save(importing)
            on = Subject(type="contact_import", id=import_id)
            tx.audit.record(AuditAction.CONTACT_IMPORT_CANCELLED, by=actor.author, on=on)
