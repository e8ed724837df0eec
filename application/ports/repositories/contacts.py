"""Contacts, found by any of their names."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from domain.contacts.contact import Contact, Identity
from domain.shared.ids import ContactId, IdentityId


class ContactRepository(Protocol):
    """Keeps contacts and their identities."""

    async def get(self, contact_id: ContactId) -> Contact:
        """Load a contact. Raises NotFoundError."""
        ...

    async def get_present(self, contact_id: ContactId) -> Contact:
        """Load a contact that is on people's screens. Raises ContactNotFoundError, also for a deleted or merged one."""
        ...

    async def lock(self, contact_ids: Collection[ContactId]) -> list[Contact]:
        """Load contacts for changing them together, always in one order: by their ids. Unknown ones are left out."""
        ...

    async def find(self, identities: tuple[Identity, ...], *, phone_key: str | None) -> list[Contact]:
        """Find whoever has one of these names or this phone; the best match (BSUID, then phone) first."""
        ...

    async def tag_keys(self, contact_id: ContactId) -> tuple[str, ...]:
        """Give the folded names of the contact's tags, in their order."""
        ...

    async def add(self, contact: Contact) -> None:
        """Write a new contact. Raises ContactExistsError when another transaction was faster."""
        ...

    async def save(self, contact: Contact) -> None:
        """Write changes and events, but no lead score. Raises StaleVersionError on a lost race."""
        ...

    async def add_points(self, contact_id: ContactId, points: int) -> int:
        """Count points of the lead score, which `save` leaves alone; give what it is then."""
        ...

    async def has_open_conversation(self, contact_id: ContactId) -> bool:
        """Whether a conversation of theirs is not over."""
        ...

    async def identities(self, contact_id: ContactId) -> list[Identity]:
        """Give the contact's names, the one seen last first."""
        ...

    async def add_identity(
        self, contact_id: ContactId, *, identity_id: IdentityId, identity: Identity, at: datetime
    ) -> None:
        """Remember a name of the contact; one already known is only seen again."""
        ...

    async def leave_phone(self, contact_id: ContactId, *, phone: str, identity_id: IdentityId, at: datetime) -> None:
        """Note that a phone is not the contact's any more: nobody is found by it, and they do not get it back."""
        ...

    async def has_left(self, contact_id: ContactId, *, phone: str) -> bool:
        """Whether the contact left this phone, in any spelling."""
        ...
