"""A recorded yes or no of a contact for one purpose, with its proof. Nothing of it is ever changed."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

import msgspec

from domain.shared.ids import ConsentId, ContactId, UserId

WHATSAPP = "whatsapp"
MAX_CHANNEL = 50
MAX_SOURCE = 200
MAX_TEXT_SHOWN = 4_000
"""What somebody said yes to: a paragraph of a form, or a message."""


class Purpose(StrEnum):
    """What the contact is written to for."""

    MARKETING = "marketing"
    SUPPORT = "support"
    BILLING = "billing"


class LegalBasis(StrEnum):
    """Why it may be done (LGPD, article 7)."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal_obligation"
    LEGITIMATE_INTEREST = "legitimate_interest"
    CREDIT_PROTECTION = "credit_protection"


class ConsentState(StrEnum):
    """What rules now: `unknown` is nothing recorded, or a yes whose time is over."""

    GRANTED = "granted"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """How it is known: who wrote it down, from where, and what the contact was shown; or which row of which file."""

    actor: str
    ip: str | None = None
    user_agent: str | None = None
    text_shown: str | None = None
    import_id: str | None = None
    row: int | None = None


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """One yes or no. For a purpose and a channel the newest one rules."""

    id: ConsentId
    contact_id: ContactId
    purpose: Purpose
    channel: str
    granted: bool
    legal_basis: LegalBasis
    source: str
    proof: Proof
    at: datetime
    recorded_by: UserId | None = None
    expires_at: datetime | None = None

    def state(self, *, now: datetime) -> ConsentState:
        """Say what it is worth now."""
        if not self.granted:
            return ConsentState.REFUSED
        is_over = self.expires_at is not None and self.expires_at <= now
        return ConsentState.UNKNOWN if is_over else ConsentState.GRANTED


def ruling(consents: Iterable[Consent], *, purpose: Purpose, channel: str) -> Consent | None:
    """Give the one that rules for a purpose and a channel: the newest."""
    asked = [one for one in consents if one.purpose is purpose and one.channel == channel]
    return max(asked, key=lambda one: (one.at, one.id), default=None)
