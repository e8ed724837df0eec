"""What people write down about a contact, for each other."""

from datetime import datetime

import msgspec

from domain.shared.ids import ContactId, NoteId, UserId

MAX_NOTE = 4_000


class ContactNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note. It stays as it was written; who wrote it may be gone."""

    id: NoteId
    contact_id: ContactId
    user_id: UserId | None
    body: str
    created_at: datetime
