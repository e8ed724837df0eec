"""Secrets at rest."""

from typing import Protocol

from domain.shared.ids import TenantId


class SecretBox(Protocol):
    """Seals secrets with the tenant's own data key, so that only their tenant and place open them (AES-256-GCM).

    `place` names table, row and column, such as `users/<id>/totp`; with the tenant it is authenticated, not stored.
    What belongs to the platform itself is the tenant PLATFORM's. Seal before a transaction, not inside it: a tenant's
    first secret makes its data key, on another connection.
    """

    async def seal(self, secret: str | bytes, *, tenant_id: TenantId, place: str) -> bytes:
        """Encrypt for one place. Raises DatabaseUnavailableError when the tenant's data key is not at hand."""
        ...

    async def open(self, sealed: bytes, *, tenant_id: TenantId, place: str) -> str:
        """Decrypt a text. Raises SecretUnreadableError when the key, the tenant, the place or a bit is wrong."""
        ...

    async def open_bytes(self, sealed: bytes, *, tenant_id: TenantId, place: str) -> bytes:
        """Decrypt bytes, likewise."""
        ...

    def needs_reseal(self, sealed: bytes) -> bool:
        """Say whether it was sealed by a master key itself, as PyTake did before there were data keys."""
        ...


class SecretUnreadableError(Exception):
    """The ciphertext does not open: another key, another place, or a changed byte."""


class DataKeyLostError(SecretUnreadableError):
    """The tenant's data key is gone, and with it, for ever, what it sealed."""
