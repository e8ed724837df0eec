"""Somebody reads what was written down about a contact."""

from application.contacts.show_contacts import note_one
from application.ports.audit import AccessLog
from application.ports.readers.contacts import ContactList, NoteRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId


class ListContactNotes:
    """Show the notes about a contact, the newest first. Needs contacts:read."""

    def __init__(self, *, contacts: ContactList, access: AccessLog) -> None:
        self._contacts, self._access = contacts, access

    async def __call__(self, actor: Actor, contact_id: ContactId, *, page: PageRequest) -> Page[NoteRow]:
        """Give one page. Raises ContactNotFoundError, MalformedError, AccessLogUnavailableError."""
        actor.require(Permission.CONTACTS_READ)
        found = await self._contacts.notes(actor.tenant_id, contact_id=contact_id, page=page)
        await note_one(self._access, actor, contact_id)
        return found
