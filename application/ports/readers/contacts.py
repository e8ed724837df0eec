"""What is shown of contacts: lists, one of them with all that hangs on it, and who may be the same person."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.contacts.consent import ConsentState
from domain.contacts.contact import LifecycleStage
from domain.contacts.filters import Filter
from domain.contacts.similarity import DuplicateReason
from domain.conversations.visibility import Viewer
from domain.shared.ids import ContactId, ConversationId, NoteId, TagId, TenantId, TimelineEntryId, UserId

CONTACT_SORTS = ("created_at", "name", "last_seen_at", "lead_score")
MAX_SUGGESTIONS = 100
"""Pairs of a look; people decide on each, and look again."""
MAX_COUNTED = 10_000
"""Messages that are counted of one contact; beyond, the figure says so many."""


class ContactFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which contacts; None does not ask. `segment` is the filter of a stored one."""

    tag_id: TagId | None = None
    lifecycle_stage: LifecycleStage | None = None
    blocked: bool | None = None
    segment: Filter | None = None


class TagOfContact(msgspec.Struct, frozen=True, kw_only=True):
    """A tag on a contact."""

    id: TagId
    name: str
    color: str


class ContactRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list. `attributes` is JSON."""

    id: ContactId
    name: str | None
    phone: str | None
    email: str | None
    username: str | None
    language: str | None
    time_zone: str | None
    lifecycle_stage: LifecycleStage
    lead_score: int
    attributes: msgspec.Raw
    source: str
    blocked_at: datetime | None
    first_seen_at: datetime | None
    last_seen_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int
    tags: list[TagOfContact] = []


class IdentityShown(msgspec.Struct, frozen=True, kw_only=True):
    """A name under which providers know the contact."""

    kind: str
    scope: str
    value: str
    first_seen_at: datetime
    last_seen_at: datetime


class ConsentShown(msgspec.Struct, frozen=True, kw_only=True):
    """What rules for a purpose and a channel; `state` is what it is worth now."""

    purpose: str
    channel: str
    state: ConsentState
    granted: bool
    legal_basis: str
    source: str
    at: datetime
    expires_at: datetime | None


class Engagement(msgspec.Struct, frozen=True, kw_only=True):
    """How much was said; messages are counted up to 10,000 each way.

    `average_first_response_seconds` is from the beginning of a conversation to a person's first answer; `csat` is the
    average of the answers, from 1 to 5.
    """

    conversations: int
    open_conversations: int
    messages_in: int
    messages_out: int
    first_seen_at: datetime | None
    last_seen_at: datetime | None
    average_first_response_seconds: float | None
    csat: float | None


class ContactDetail(ContactRow, frozen=True, kw_only=True):
    """A contact and all that hangs on it. `merges` is how many contacts it has taken in."""

    identities: list[IdentityShown]
    consents: list[ConsentShown]
    engagement: Engagement
    merges: int


class NoteRow(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wrote down."""

    id: NoteId
    contact_id: ContactId
    user_id: UserId | None
    body: str
    created_at: datetime


class TimelineRow(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened; `data` is JSON and says the rest."""

    id: TimelineEntryId
    contact_id: ContactId
    conversation_id: ConversationId | None
    kind: str
    actor: str
    user_id: UserId | None
    data: msgspec.Raw
    at: datetime


class ContactBrief(msgspec.Struct, frozen=True, kw_only=True):
    """As much of a contact as tells it from another."""

    id: ContactId
    name: str | None
    phone: str | None
    email: str | None
    last_seen_at: datetime | None
    created_at: datetime


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """Two that may be one, the older first, and why."""

    reasons: list[DuplicateReason]
    contacts: list[ContactBrief]


class ContactList(Protocol):
    """Reads contacts; those that were deleted or merged are not shown."""

    async def page(
        self, tenant_id: TenantId, *, filters: ContactFilters, page: PageRequest, now: datetime
    ) -> Page[ContactRow]:
        """Give a page; `q` is a part of a name, an e-mail, a phone in any spelling. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, contact_id: ContactId, now: datetime) -> ContactDetail:
        """Give one. Raises ContactNotFoundError."""
        ...

    async def notes(self, tenant_id: TenantId, *, contact_id: ContactId, page: PageRequest) -> Page[NoteRow]:
        """Give the newest first. Raises ContactNotFoundError, MalformedError."""
        ...

    async def timeline(
        self, tenant_id: TenantId, *, contact_id: ContactId, viewer: Viewer, page: PageRequest
    ) -> Page[TimelineRow]:
        """Give the newest first, without those of conversations that the viewer may not see.

        Raises ContactNotFoundError, MalformedError.
        """
        ...

    async def duplicates(self, tenant_id: TenantId, *, document_keys: tuple[str, ...]) -> list[Suggestion]:
        """Give who may be the same person, at most 100 pairs; `document_keys` are the fields that hold documents."""
        ...
