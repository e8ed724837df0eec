"""A person who writes or is written to, and the names under which providers know them."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.shared.aggregate import Aggregate
from domain.shared.ids import ContactId
from domain.shared.phone import spellings
from domain.shared.text import plain


class IdentityKind(StrEnum):
    """What sort of name it is; business-scoped ids win over phones, which people change and share."""

    BSUID = "bsuid"
    WA_ID = "wa_id"
    LID = "lid"


class LifecycleStage(StrEnum):
    """How far somebody is on the way to being a customer, and away from it."""

    LEAD = "lead"
    PROSPECT = "prospect"
    CUSTOMER = "customer"
    CHURNED = "churned"


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """One name of a contact, exactly as received. `scope` is where it is valid: a business account, or everywhere.

    A BSUID is scoped to Meta's business portfolio, which the account id stands for; a phone is the same everywhere.
    """

    kind: IdentityKind
    scope: str
    value: str


LEFT = "left"
"""The scope of a phone that a contact had and left: nobody is found by it, and it is not written to."""


class Contact(Aggregate, kw_only=True, eq=False):
    """A contact. The phone is optional; `phone_key` is its matching form, never dialled.

    One that was deleted is seen by nobody and begins a new life when it writes again; one that was merged stays
    behind, and whoever looks for it by a name finds the one that was kept.
    """

    id: ContactId
    created_at: datetime
    name: str | None = None
    phone: str | None = None
    phone_key: str | None = None
    username: str | None = None
    language: str | None = None
    attributes: dict[str, object] = msgspec.field(default_factory=dict)
    blocked_at: datetime | None = None
    source: str = "whatsapp"
    last_seen_at: datetime | None = None
    email: str | None = None
    time_zone: str | None = None
    lifecycle_stage: LifecycleStage = LifecycleStage.LEAD
    lead_score: int = 0
    first_seen_at: datetime | None = None
    deleted_at: datetime | None = None
    merged_into: ContactId | None = None

    @property
    def is_blocked(self) -> bool:
        """Whether their messages are kept without an answer, and nothing is sent to them."""
        return self.blocked_at is not None

    @property
    def is_gone(self) -> bool:
        """Whether it was deleted, or is another one by now."""
        return self.deleted_at is not None or self.merged_into is not None

    def see(self, *, name: str | None, at: datetime) -> bool:
        """Note that they wrote; a name that people gave them stays. Says whether anything changed.

        Who was deleted is back with it: what was known of them is theirs again.
        """
        before = (self.name, self.last_seen_at, self.deleted_at, self.first_seen_at)
        self.name = self.name or name
        self.last_seen_at = max(self.last_seen_at or at, at)
        self.first_seen_at = self.first_seen_at or at
        if self.merged_into is None:
            self.deleted_at = None
        return before != (self.name, self.last_seen_at, self.deleted_at, self.first_seen_at)

    def block(self, *, now: datetime) -> None:
        """Hear them without answering, from now on."""
        self.blocked_at = self.blocked_at or now

    def unblock(self) -> None:
        """Answer them again."""
        self.blocked_at = None

    def delete(self, *, now: datetime) -> None:
        """Take it off everybody's screen."""
        self.deleted_at = self.deleted_at or now


def searchable(contact: Contact) -> str:
    """Give the words by which people find it: names without accents and capitals, every spelling of the phone."""
    phones = sorted(spellings(contact.phone)) if contact.phone else []
    words = (contact.name or "", contact.username or "", contact.email or "", *phones)
    return plain(" ".join(word for word in words if word))
