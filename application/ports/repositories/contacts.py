"""Contacts, found by any of their names."""

from datetime import datetime
from typing import Protocol

from domain.contacts.contact import Contact, Identity
from domain.shared.ids import ContactId, IdentityId


class ContactRepository(Protocol):
    """Keeps contacts and their identities."""

    async def get(self, contact_id: ContactId) -> Contact:
        """Load a contact. Raises NotFoundError."""
        ...

    async def find(self, identities: tuple[Identity, ...], *, phone_key: str | None) -> list[Contact]:
        """Find whoever has one of these names or this phone; the best match (BSUID, then phone) first."""
        ...

    async def add(self, contact: Contact) -> None:
        """Write a new contact. Raises ContactExistsError when another transaction was faster."""
        ...

    async def save(self, contact: Contact) -> None:
        """Write changes. Raises StaleVersionError on a lost race."""
        ...

    async def identities(self, contact_id: ContactId) -> list[Identity]:
        """Give the contact's names, the one seen last first."""
        ...

    async def add_identity(
        self, contact_id: ContactId, *, identity_id: IdentityId, identity: Identity, at: datetime
    ) -> None:
        """Remember a name of the contact; one already known is only seen again."""
        ...
