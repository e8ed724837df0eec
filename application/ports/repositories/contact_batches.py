"""Contacts by the thousand: found, written, tagged, in one statement each."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from domain.contacts.consent import Consent, Purpose
from domain.contacts.contact import Contact
from domain.shared.ids import ContactId, TagId


class KnownContact(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is known: the phones' matching forms, and the tags that they have."""

    contact: Contact
    phone_keys: frozenset[str]
    tag_ids: frozenset[TagId]


class ContactBatches(Protocol):
    """Reads and writes many contacts at once."""

    async def known(self, *, phone_keys: Collection[str], emails: Collection[str]) -> list[KnownContact]:
        """Find and lock, by their ids, those with one of these phones in any spelling, or of these e-mails.

        Those that were merged are left out; those that were deleted are found by phone.
        """
        ...

    async def add(self, contacts: Sequence[Contact]) -> int:
        """Write new ones; give how many. One whose phone another transaction has taken meanwhile is left out."""
        ...

    async def save(self, contacts: Sequence[Contact]) -> None:
        """Write changes of ones that `known` has locked. Their events are dropped."""
        ...

    async def tag(self, pairs: Sequence[tuple[ContactId, TagId]], *, at: datetime) -> None:
        """Tag contacts; a tag that is gone, or that they have, is passed over."""
        ...

    async def consent(self, consents: Sequence[Consent]) -> None:
        """Write consents down."""
        ...

    async def refusals(self, contact_ids: Collection[ContactId], *, channel: str) -> set[tuple[ContactId, Purpose]]:
        """Give who has said no, and to what: where the newest consent is one."""
        ...
