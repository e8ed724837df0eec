"""A field is asked for no more."""

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import ContactFieldId


class DeleteContactField:
    """Remove a field; the values that contacts hold stay under its key. Needs contacts:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, field_id: ContactFieldId) -> None:
        """Delete. Raises ContactFieldNotFoundError."""
        actor.require(Permission.CONTACTS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            field = await tx.contact_fields.get(field_id)
            await tx.contact_fields.delete(field_id)
            subject = Subject(type="contact_field", id=field_id)
            tx.audit.record(AuditAction.CONTACT_FIELD_DELETED, by=actor.author, on=subject, before={"key": field.key})
