"""Somebody reads the story of a contact."""

from application.contacts.show_contacts import note_one
from application.ports.audit import AccessLog
from application.ports.readers.contacts import ContactList, TimelineRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId


class ListContactTimeline:
    """Show what happened with a contact, the newest first: conversations, consents, merges, changes.

    Needs contacts:read; what happened in conversations that the actor may not see is left out.
    """

    def __init__(self, *, contacts: ContactList, access: AccessLog) -> None:
        self._contacts, self._access = contacts, access

    async def __call__(self, actor: Actor, contact_id: ContactId, *, page: PageRequest) -> Page[TimelineRow]:
        """Give one page. Raises ContactNotFoundError, MalformedError, AccessLogUnavailableError."""
        actor.require(Permission.CONTACTS_READ)
        found = await self._contacts.timeline(actor.tenant_id, contact_id=contact_id, viewer=actor.viewer, page=page)
        await note_one(self._access, actor, contact_id)
        return found
