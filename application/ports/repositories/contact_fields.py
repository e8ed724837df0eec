"""Custom fields of contacts, and the values that contacts hold in them."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from domain.contacts.fields import ContactField
from domain.shared.ids import ContactFieldId


class HeldValue(msgspec.Struct, frozen=True, kw_only=True):
    """A value, and how many contacts hold it."""

    value: object
    contacts: int


class ContactFieldRepository(Protocol):
    """Keeps fields."""

    async def all(self) -> tuple[ContactField, ...]:
        """Give every field, by its place and then its key."""
        ...

    async def get(self, field_id: ContactFieldId) -> ContactField:
        """Load a field. Raises ContactFieldNotFoundError."""
        ...

    async def add(self, field: ContactField) -> None:
        """Write a new field. Raises ContactFieldTakenError."""
        ...

    async def save(self, field: ContactField) -> None:
        """Write changes. Raises StaleVersionError."""
        ...

    async def delete(self, field_id: ContactFieldId) -> None:
        """Remove it; what contacts hold under its key stays. Raises ContactFieldNotFoundError."""
        ...

    async def held(self, key: str) -> list[HeldValue]:
        """Give the different values that contacts hold under a key."""
        ...

    async def rewrite(self, key: str, changes: Sequence[tuple[object, object]]) -> None:
        """Let every contact that holds the first of a pair hold the second."""
        ...
