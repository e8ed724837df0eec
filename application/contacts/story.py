"""A contact's own part of the timeline."""

from datetime import datetime

from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.contacts.contact import Contact
from domain.conversations.timeline import TimelineEntry, TimelineKind, by_user


async def tell(
    tx: Transaction,
    contact: Contact,
    kind: TimelineKind,
    *,
    actor: Actor,
    at: datetime,
    data: dict[str, object] | None = None,
) -> None:
    """Add an entry: what a person did to a contact. It says what changed, never what somebody wrote."""
    entry = TimelineEntry(kind=kind, contact_id=contact.id, by=by_user(actor.user_id), at=at, data=data or {})
    await tx.timeline.add(entry)
