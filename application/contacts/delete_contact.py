"""A contact is to be seen no more."""

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.events import ContactChange, ContactUpdated
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId
from domain.tenants.plans import Metric


class DeleteContact:
    """Take a contact off all lists; the plan's place is free again. Needs contacts:manage.

    Its conversations stay in the inbox, and its consents in the ledger. When the person writes again, the same contact
    is back with what was known of it, and counts again. To forget somebody for good is a request of privacy.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, contact_id: ContactId) -> None:
        """Delete. Raises ContactNotFoundError, StaleVersionError."""
        actor.require(Permission.CONTACTS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            contact = await tx.contacts.get_present(contact_id)
            contact.delete(now=self._clock.now())
            contact.record(ContactUpdated(contact_id=contact.id, reason=ContactChange.DELETED))
            await tx.contacts.save(contact)
            await tx.usage.give_back(Metric.CONTACTS)
            tx.audit.record(AuditAction.CONTACT_DELETED, by=actor.author, on=Subject(type="contact", id=contact_id))
