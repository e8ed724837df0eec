"""What all that show contacts share: it is written down who saw whom before anything is shown."""

from collections.abc import Sequence
from uuid import UUID

from application.ports.audit import AccessLog, Subject
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.shared.ids import ContactId


async def note_list(access: AccessLog, actor: Actor, shown: Sequence[UUID]) -> None:
    """Tell of the contacts of a list. Raises AccessLogUnavailableError."""
    on = Subject(type="contact")
    await access.note(actor.tenant_id, AuditAction.CONTACTS_LISTED, by=actor.author, on=on, shown=shown)


async def note_one(access: AccessLog, actor: Actor, contact_id: ContactId) -> None:
    """Tell of one contact. Raises AccessLogUnavailableError."""
    on = Subject(type="contact", id=contact_id)
    await access.note(actor.tenant_id, AuditAction.CONTACT_READ, by=actor.author, on=on)
