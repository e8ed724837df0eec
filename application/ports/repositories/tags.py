"""Tags: the words that people stick on contacts and conversations."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from domain.contacts.tag import Tag
from domain.shared.ids import ContactId, TagId


class TagRepository(Protocol):
    """Keeps tags, and which contacts have them."""

    async def get(self, tag_id: TagId) -> Tag:
        """Load a tag. Raises TagNotFoundError."""
        ...

    async def find(self, name: str) -> Tag | None:
        """Find a tag by its name, whatever its accents and capitals."""
        ...

    async def known(self, tag_ids: Collection[TagId]) -> list[Tag]:
        """Give those of the ids that are tags of the tenant, by name; they stay until the transaction ends."""
        ...

    async def count(self) -> int:
        """Say how many the tenant has."""
        ...

    async def add(self, tag: Tag) -> None:
        """Write a new tag. Raises TagTakenError."""
        ...

    async def save(self, tag: Tag) -> None:
        """Write changes. Raises StaleVersionError, TagTakenError."""
        ...

    async def delete(self, tag_id: TagId) -> None:
        """Remove it, also from whatever has it. Raises TagNotFoundError."""
        ...

    async def of_contact(self, contact_id: ContactId) -> list[Tag]:
        """Give a contact's tags, by name."""
        ...

    async def set_of_contact(self, contact_id: ContactId, tag_ids: Collection[TagId], *, at: datetime) -> None:
        """Let the contact have these and no others; one that it had keeps its time."""
        ...
