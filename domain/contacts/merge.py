"""Two contacts were one person: what the one that is kept takes from the other, and how both are as before again.

The kept one's own values stay; where it has none, it takes the other's. It writes to the phone that the person used
last, is blocked when either was, and has both their points. What was taken is remembered, and given back by an undo
where nobody has changed it since.
"""

from datetime import datetime

import msgspec

from domain.contacts.contact import Contact
from domain.contacts.errors import MergeRefusedError
from domain.contacts.lead_score import bounded
from domain.shared.ids import (
    ConsentId,
    ContactId,
    ConversationId,
    DepartmentId,
    IdentityId,
    MergeId,
    NoteId,
    ScheduledMessageId,
    TagId,
    TimelineEntryId,
    UserId,
)


class Traits(msgspec.Struct, frozen=True, kw_only=True):
    """What a merge may change of a contact."""

    name: str | None
    phone: str | None
    phone_key: str | None
    username: str | None
    language: str | None
    email: str | None
    time_zone: str | None
    attributes: dict[str, object]
    lead_score: int
    blocked_at: datetime | None
    first_seen_at: datetime | None
    last_seen_at: datetime | None

    @classmethod
    def of(cls, contact: Contact) -> "Traits":
        """Read them."""
        return cls(**{name: getattr(contact, name) for name in cls.__struct_fields__})


class Closed(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation that was ended as there was another on the same number, and how it was."""

    conversation_id: ConversationId
    status: str
    handler: str
    assigned_to: UserId | None
    department_id: DepartmentId | None
    needs_attention: bool
    unread_count: int
    waiting_since: datetime | None
    queued_at: datetime | None
    snoozed_until: datetime | None


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows went from the merged contact to the kept one; `spelled` are names that were made for it."""

    conversations: list[ConversationId] = []
    identities: list[IdentityId] = []
    spelled: list[IdentityId] = []
    notes: list[NoteId] = []
    consents: list[ConsentId] = []
    entries: list[TimelineEntryId] = []
    tags: list[TagId] = []
    scheduled: list[ScheduledMessageId] = []
    merged_before: list[ContactId] = []


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """All that an undo needs."""

    kept_before: Traits
    kept_after: Traits
    merged_before: Traits
    moved: Moved = Moved()
    closed: list[Closed] = []


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """That two became one, and when it was undone."""

    id: MergeId
    kept_id: ContactId
    merged_id: ContactId
    taken: Taken
    merged_by: UserId | None
    merged_at: datetime
    undone_at: datetime | None = None


def absorb(kept: Contact, merged: Contact, *, now: datetime) -> Taken:
    """Let the kept contact take what it lacks, and the other one be gone. Raises MergeRefusedError."""
    if kept.id == merged.id:
        raise MergeRefusedError("A contact is one with itself already.")
    kept_before, merged_before = Traits.of(kept), Traits.of(merged)
    for name in ("name", "username", "language", "email", "time_zone"):
        setattr(kept, name, getattr(kept, name) or getattr(merged, name))
    kept.attributes = {**merged.attributes, **kept.attributes}
    if merged.phone_key is not None and (kept.phone_key is None or _seen_later(merged, kept)):
        kept.phone, kept.phone_key = merged.phone, merged.phone_key
    kept.lead_score = bounded(kept.lead_score + merged.lead_score)
    kept.blocked_at = kept.blocked_at or merged.blocked_at
    kept.first_seen_at = min(filter(None, (kept.first_seen_at, merged.first_seen_at)), default=None)
    kept.last_seen_at = max(filter(None, (kept.last_seen_at, merged.last_seen_at)), default=None)
    merged.phone_key, merged.merged_into, merged.deleted_at = None, kept.id, now
    return Taken(kept_before=kept_before, kept_after=Traits.of(kept), merged_before=merged_before)


def give_back(kept: Contact, merged: Contact, taken: Taken) -> None:
    """Let both be as they were; what was changed since the merge stays with the kept one."""
    before, after = taken.kept_before, taken.kept_after
    for name in ("name", "username", "language", "email", "time_zone", "blocked_at", "first_seen_at", "last_seen_at"):
        if getattr(kept, name) == getattr(after, name):
            setattr(kept, name, getattr(before, name))
    theirs = taken.merged_before.phone_key
    if kept.phone_key == after.phone_key or (theirs is not None and kept.phone_key == theirs):
        kept.phone, kept.phone_key = before.phone, before.phone_key
    kept.attributes = {
        key: value
        for key, value in kept.attributes.items()
        if key in before.attributes or after.attributes.get(key) != value
    }
    kept.lead_score = bounded(kept.lead_score - (after.lead_score - before.lead_score))
    merged.phone_key, merged.merged_into, merged.deleted_at = theirs, None, None


def _seen_later(one: Contact, other: Contact) -> bool:
    if one.last_seen_at is None:
        return False
    return other.last_seen_at is None or one.last_seen_at > other.last_seen_at
