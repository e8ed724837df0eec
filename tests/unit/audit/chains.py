"""Chains to tamper with."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec

from domain.audit.author import Author, AuthorKind
from domain.audit.chain import BEGINNING, extend, hash_of
from domain.audit.details import details_of
from domain.audit.entry import Draft, Entry, Head, Link
from domain.shared.ids import TenantId, UserId

TENANT = TenantId(UUID(int=1))
AT = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)


def draft(name: str = "Ana", **changes: object) -> Draft:
    author = Author(kind=AuthorKind.USER, user_id=UserId(UUID(int=2)), ip="192.0.2.1")
    told = Draft(action="user.updated", author=author, subject_type="user", after=details_of({"name": name}))
    return msgspec.structs.replace(told, **changes)


def chain(length: int, *, after: Head = BEGINNING) -> list[Link]:
    drafts = [draft(f"name {number}") for number in range(length)]
    ids = [UUID(int=1_000 + after.seq + number) for number in range(length)]
    return list(extend(after, drafts, tenant_id=TENANT, ids=ids, at=AT + timedelta(microseconds=1)))


def head_of(links: list[Link]) -> Head:
    return Head(seq=links[-1].entry.seq, hash=links[-1].hash) if links else BEGINNING


def with_entry(link: Link, **changes: object) -> Link:
    """Edit an entry; its hashes stay."""
    return msgspec.structs.replace(link, entry=msgspec.structs.replace(link.entry, **changes))


def rehashed(link: Link, *, previous: bytes | None = None) -> Link:
    """Make an edited link agree with itself."""
    before = link.previous_hash if previous is None else previous
    return Link(entry=link.entry, previous_hash=before, hash=hash_of(link.entry, previous=before))


def entry(**changes: object) -> Entry:
    return msgspec.structs.replace(chain(1)[0].entry, **changes)


def extend_from(head: Head, told: Draft) -> Link:
    """Write one more entry as it should be written."""
    [link] = extend(head, [told], tenant_id=TENANT, ids=[UUID(int=5_000 + head.seq)], at=AT)
    return link


def renumbered(link: Link, seq: int) -> Link:
    """Give an entry another number; its hashes stay."""
    return with_entry(link, seq=seq)
