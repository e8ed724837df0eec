"""Somebody looks for contacts that are one person."""

from application.contacts.show_contacts import note_list
from application.ports.audit import AccessLog
from application.ports.readers.contacts import ContactList, Suggestion
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.contacts.fields import FieldType
from domain.identity.permissions import Permission


class ListDuplicates:
    """Suggest pairs, at most 100, those with the most reasons first; people decide. Needs contacts:read.

    A pair shares a phone that is spelled otherwise, an e-mail, or a document, or the end of a phone and a name.
    """

    def __init__(self, *, contacts: ContactList, uow: UnitOfWork, access: AccessLog) -> None:
        self._contacts, self._uow, self._access = contacts, uow, access

    async def __call__(self, actor: Actor) -> list[Suggestion]:
        """Give them. Raises AccessLogUnavailableError."""
        actor.require(Permission.CONTACTS_READ)
        async with self._uow(actor.tenant_id) as tx:
            fields = await tx.contact_fields.all()
        keys = tuple(field.key for field in fields if field.type is FieldType.DOCUMENT)
        found = await self._contacts.duplicates(actor.tenant_id, document_keys=keys)
        await note_list(self._access, actor, list({one.id for pair in found for one in pair.contacts}))
        return found
