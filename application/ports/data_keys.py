"""The keys that seal each tenant's secrets, themselves wrapped by the master key."""

from collections.abc import AsyncIterator
from typing import Protocol

import msgspec

from domain.shared.ids import TenantId


class WrappedKey(msgspec.Struct, frozen=True, kw_only=True):
    """A tenant's data key as it is stored: only the master key opens it, and only as this tenant's of this number."""

    tenant_id: TenantId
    number: int
    wrapped: bytes


class RewrapStep(msgspec.Struct, frozen=True, kw_only=True):
    """Some keys were looked at, the last of them `last` (None at the end): how many, and what was done to them."""

    last: WrappedKey | None
    seen: int
    rewrapped: int
    unreadable: tuple[TenantId, ...]


class WrappedKeys(Protocol):
    """Keeps data keys, wrapped."""

    async def of(self, tenant_id: TenantId) -> list[WrappedKey]:
        """Give a tenant's keys."""
        ...

    async def add(self, key: WrappedKey) -> None:
        """Keep a new key; when the tenant has one of this number already, nothing happens."""
        ...

    async def after(self, last: WrappedKey | None, *, limit: int) -> list[WrappedKey]:
        """Give the next keys of all tenants, by tenant and number."""
        ...

    async def replace(self, key: WrappedKey, *, wrapped: bytes) -> bool:
        """Store the same key wrapped anew; False when it is not stored as given any more."""
        ...

    async def remove(self, tenant_id: TenantId) -> None:
        """Erase a tenant's keys."""
        ...


class DataKeys(Protocol):
    """What an operator does with data keys."""

    async def destroy(self, tenant_id: TenantId) -> None:
        """Erase a tenant's keys: what they sealed can be read by nobody any more, wherever a copy of it lies.

        Other processes forget them within five minutes; a backup holds them until it is deleted itself. Raises
        ValueError for the platform's own.
        """
        ...

    async def rewrap(self, last: WrappedKey | None, *, limit: int) -> RewrapStep:
        """Wrap the keys after `last` with the present master key, where a previous one did."""
        ...


class OldSecrets(Protocol):
    """Secrets that a master key sealed itself, before there were data keys."""

    def reseal(self) -> AsyncIterator[int]:
        """Seal them with data keys, giving now and then how many more are done."""
        ...
