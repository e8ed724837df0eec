"""Consents: a ledger that only grows."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from domain.contacts.consent import Consent, Purpose
from domain.shared.ids import ContactId


class ConsentRepository(Protocol):
    """Keeps consents. For a contact, a purpose and a channel the newest one rules."""

    async def add(self, consent: Consent) -> None:
        """Write it down, for good."""
        ...

    async def of_contact(self, contact_id: ContactId) -> list[Consent]:
        """Give all of a contact's, the newest first."""
        ...

    async def granted(
        self, contact_ids: Collection[ContactId], *, purpose: Purpose, channel: str, now: datetime
    ) -> set[ContactId]:
        """Give those of the contacts who may be written to for this purpose: who said yes, and it still counts."""
        ...
