"""What hangs on a contact goes to another one, and back."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

import msgspec

from domain.contacts.merge import Merge, Moved
from domain.shared.ids import ContactId, ConversationId, IdentityId, MergeId, WhatsAppConfigId


class OpenThread(msgspec.Struct, frozen=True, kw_only=True):
    """An open conversation of a contact."""

    id: ConversationId
    contact_id: ContactId
    whatsapp_config_id: WhatsAppConfigId
    last_message_at: datetime | None


class Spelling(msgspec.Struct, frozen=True, kw_only=True):
    """A phone by which a contact is to be found, with an id for the name that it becomes."""

    identity_id: IdentityId
    phone: str


class MergeRepository(Protocol):
    """Moves rows between contacts, and remembers which."""

    async def lock_threads(self, contact_ids: Collection[ContactId]) -> list[OpenThread]:
        """Give the open conversations of these contacts, for changing them, in the order of their ids."""
        ...

    async def move(
        self, *, merged_id: ContactId, kept_id: ContactId, spellings: Collection[Spelling], at: datetime
    ) -> Moved:
        """Give all that hangs on the merged contact to the kept one, and make names of the spellings nobody has.

        What hangs on a conversation goes with it; tags are copied.
        """
        ...

    async def move_back(self, merge: Merge) -> None:
        """Give back what was moved, and what has come into the moved conversations since."""
        ...

    async def add(self, merge: Merge) -> None:
        """Remember a merge."""
        ...

    async def last(self, kept_id: ContactId) -> Merge | None:
        """Give the last merge into a contact that was not undone."""
        ...

    async def mark_undone(self, merge_id: MergeId, *, at: datetime) -> None:
        """Note that it was undone."""
        ...
