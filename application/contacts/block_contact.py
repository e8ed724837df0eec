"""Somebody is to be heard without an answer."""

from datetime import datetime

from application.contacts.story import tell
from application.conversations.silence_bot import silence_bot
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.contact import Contact
from domain.contacts.events import ContactChange, ContactUpdated
from domain.conversations.message import SenderKind
from domain.conversations.timeline import TimelineKind
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId


class BlockContact:
    """Block a contact. Needs contacts:manage.

    What they write is kept; no bot and no queue hears of it, and nothing is sent to them: what waits is cancelled.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, contact_id: ContactId) -> None:
        """Block, once. Raises ContactNotFoundError, StaleVersionError."""
        actor.require(Permission.CONTACTS_MANAGE)
        now = self._clock.now()
        async with self._uow(actor.tenant_id) as tx:
            contact = await tx.contacts.get_present(contact_id)
            if contact.is_blocked:
                return
            contact.block(now=now)
            contact.record(ContactUpdated(contact_id=contact.id, reason=ContactChange.BLOCKED))
            await tx.contacts.save(contact)
            await fall_silent(tx, contact, now=now)
            await tell(tx, contact, TimelineKind.CONTACT_BLOCKED, actor=actor, at=now)
            tx.audit.record(AuditAction.CONTACT_BLOCKED, by=actor.author, on=Subject(type="contact", id=contact_id))


async def fall_silent(tx: Transaction, contact: Contact, *, now: datetime) -> None:
    """End flows, and take back what was not sent yet."""
    for thread in await tx.merges.lock_threads([contact.id]):
        await silence_bot(tx, thread.id, reason="contact_blocked", now=now)
        for sender in (SenderKind.AGENT, SenderKind.CAMPAIGN, SenderKind.SYSTEM):
            await tx.outbound.cancel_queued(thread.id, sender=sender)
