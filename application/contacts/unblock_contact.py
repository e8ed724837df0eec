"""Somebody is answered again."""

from application.contacts.story import tell
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.events import ContactChange, ContactUpdated
from domain.conversations.timeline import TimelineKind
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId


class UnblockContact:
    """Take a block away: the next message gets its bot. Needs contacts:manage."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, contact_id: ContactId) -> None:
        """Unblock, once. Raises ContactNotFoundError, StaleVersionError."""
        actor.require(Permission.CONTACTS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            contact = await tx.contacts.get_present(contact_id)
            if not contact.is_blocked:
                return
            contact.unblock()
            contact.record(ContactUpdated(contact_id=contact.id, reason=ContactChange.UNBLOCKED))
            await tx.contacts.save(contact)
            await tell(tx, contact, TimelineKind.CONTACT_UNBLOCKED, actor=actor, at=self._clock.now())
            tx.audit.record(AuditAction.CONTACT_UNBLOCKED, by=actor.author, on=Subject(type="contact", id=contact_id))
