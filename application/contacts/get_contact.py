"""Somebody looks at a contact."""

from application.contacts.show_contacts import note_one
from application.ports.audit import AccessLog
from application.ports.clock import Clock
from application.ports.readers.contacts import ContactDetail, ContactList
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId


class GetContact:
    """Show a contact and all that hangs on it, once it is written down who saw it. Needs contacts:read."""

    def __init__(self, *, contacts: ContactList, access: AccessLog, clock: Clock) -> None:
        self._contacts, self._access, self._clock = contacts, access, clock

    async def __call__(self, actor: Actor, contact_id: ContactId) -> ContactDetail:
        """Give it. Raises ContactNotFoundError, AccessLogUnavailableError."""
        actor.require(Permission.CONTACTS_READ)
        return await self.show(actor, contact_id)

    async def show(self, actor: Actor, contact_id: ContactId) -> ContactDetail:
        """Give it to whoever was allowed to change it just now."""
        found = await self._contacts.one(actor.tenant_id, contact_id=contact_id, now=self._clock.now())
        await note_one(self._access, actor, contact_id)
        return found
