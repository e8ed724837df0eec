"""Somebody writes down what the others should know of a contact."""

import msgspec

from application.contacts.contact_checks import refuse
from application.contacts.story import tell
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.contacts.note import MAX_NOTE, ContactNote
from domain.conversations.timeline import TimelineKind
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ContactId, NoteId


class WriteContactNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note."""

    contact_id: ContactId
    body: str


class WriteContactNoteHandler:
    """Add a note to a contact. Needs contacts:manage. It is never sent to them."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: WriteContactNote) -> ContactNote:
        """Give the note. Raises ContactNotFoundError, InvalidError."""
        actor.require(Permission.CONTACTS_MANAGE)
        body = command.body.strip()
        if not body or len(body) > MAX_NOTE:
            refuse(
                [ErrorDetail(field="body", message="1 to {limit} characters", values={"limit": MAX_NOTE})],
                what="There is no such note.",
            )
        now = self._clock.now()
        async with self._uow(actor.tenant_id) as tx:
            contact = await tx.contacts.get_present(command.contact_id)
            note = ContactNote(
                id=NoteId(self._ids.new()), contact_id=contact.id, user_id=actor.user_id, body=body, created_at=now
            )
            await tx.contact_notes.add(note)
            await tell(tx, contact, TimelineKind.CONTACT_NOTED, actor=actor, at=now, data={"note_id": str(note.id)})
        return note
