"""One line of the audit log: as it is told, as it is hashed, and as it is chained."""

from datetime import datetime
from uuid import UUID

import msgspec

from domain.audit.author import Author
from domain.audit.details import clean_text
from domain.shared.ids import ApiKeyId, TenantId, UserId


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What is told, before it has its place. `before` and `after` are JSON from `details_of`."""

    action: str
    author: Author
    subject_type: str | None = None
    subject_id: UUID | None = None
    before: msgspec.Raw | None = None
    after: msgspec.Raw | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is hashed. Words are plain text, for an entry that was tampered with must be readable too."""

    tenant_id: TenantId
    id: UUID
    seq: int
    action: str
    actor_kind: str
    user_id: UserId | None
    api_key_id: ApiKeyId | None
    ip: str | None
    user_agent: str | None
    request_id: str | None
    subject_type: str | None
    subject_id: UUID | None
    before: msgspec.Raw | None
    after: msgspec.Raw | None
    at: datetime

    @classmethod
    def of(cls, draft: Draft, *, tenant_id: TenantId, entry_id: UUID, seq: int, at: datetime) -> "Entry":
        """Give a draft its place."""
        author = draft.author
        return cls(
            tenant_id=tenant_id,
            id=entry_id,
            seq=seq,
            action=draft.action,
            actor_kind=author.kind.value,
            user_id=author.user_id,
            api_key_id=author.api_key_id,
            ip=clean_text(author.ip),
            user_agent=clean_text(author.user_agent),
            request_id=clean_text(author.request_id),
            subject_type=draft.subject_type,
            subject_id=draft.subject_id,
            before=draft.before,
            after=draft.after,
            at=at,
        )


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with its place in the chain."""

    entry: Entry
    previous_hash: bytes
    hash: bytes


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """Where a chain ends: its last entry's number and hash."""

    seq: int
    hash: bytes
