"""A person who writes or is written to, and the names under which providers know them."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.shared.aggregate import Aggregate
from domain.shared.ids import ContactId


class IdentityKind(StrEnum):
    """What sort of name it is; business-scoped ids win over phones, which people change and share."""

    BSUID = "bsuid"
    WA_ID = "wa_id"


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """One name of a contact, exactly as received. `scope` is where it is valid: a business account, or everywhere.

    A BSUID is scoped to Meta's business portfolio, which the account id stands for; a phone is the same everywhere.
    """

    kind: IdentityKind
    scope: str
    value: str


class Contact(Aggregate, kw_only=True, eq=False):
    """A contact. The phone is optional; `phone_key` is its matching form, never dialled."""

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

    def see(self, *, name: str | None, at: datetime) -> bool:
        """Note that they wrote; a name that people gave them stays. Says whether anything changed."""
        before = (self.name, self.last_seen_at)
        self.name = self.name or name
        self.last_seen_at = max(self.last_seen_at or at, at)
        return before != (self.name, self.last_seen_at)
