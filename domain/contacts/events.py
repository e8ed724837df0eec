"""What happens to contacts, as sockets, webhooks and the rules of lead scores are told."""

from enum import StrEnum
from uuid import UUID

from domain.shared.events import Event
from domain.shared.ids import ContactId, TagId


class ContactChange(StrEnum):
    """What happened."""

    CREATED = "created"
    UPDATED = "updated"
    DELETED = "deleted"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    TAGGED = "tagged"
    OPTED_IN = "opted_in"
    OPTED_OUT = "opted_out"
    MERGED = "merged"
    UNMERGED = "unmerged"
    SCORED = "scored"


class ContactUpdated(Event, frozen=True, kw_only=True, tag="contact_updated"):
    """A contact is not as it was; read it again. `tags_added` are those that it did not have before."""

    contact_id: ContactId
    reason: ContactChange
    tags_added: tuple[TagId, ...] = ()

    def subject(self) -> UUID | None:
        """Name the contact."""
        return self.contact_id
