"""The chain: each entry's hash covers the entry and the hash before it, so none changes without all that follow."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from domain.audit.details import time_text
from domain.audit.entry import Draft, Entry, Head, Link
from domain.shared.ids import TenantId

FORM = 1
"""Of the canonical form; it is hashed too, so that another form can never be taken for this one."""
BEGINNING = Head(seq=0, hash=bytes(hashlib.sha256().digest_size))
"""Before the first entry."""


def canonical(entry: Entry) -> bytes:
    """Write an entry in its one form: JSON, keys sorted, times in UTC with microseconds.

    JSON escapes what people write, so no text can pretend to be the next field.
    """
    fields = msgspec.structs.asdict(entry)
    fields["at"] = time_text(entry.at)
    for name in ("before", "after"):
        fields[name] = None if fields[name] is None else msgspec.json.decode(fields[name])
    return msgspec.json.encode({**fields, "form": FORM}, order="sorted")


def hash_of(entry: Entry, *, previous: bytes) -> bytes:
    """Give SHA-256 over the hash before it and the canonical entry."""
    return hashlib.sha256(previous + canonical(entry)).digest()


def extend(
    head: Head, drafts: Sequence[Draft], *, tenant_id: TenantId, ids: Sequence[UUID], at: datetime
) -> Iterator[Link]:
    """Give each draft its place after `head`."""
    previous = head.hash
    for seq, (draft, entry_id) in enumerate(zip(drafts, ids, strict=True), start=head.seq + 1):
        entry = Entry.of(draft, tenant_id=tenant_id, entry_id=entry_id, seq=seq, at=at)
        link = Link(entry=entry, previous_hash=previous, hash=hash_of(entry, previous=previous))
        previous = link.hash
        yield link
