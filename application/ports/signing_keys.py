"""The platform's own key pairs, which sign access tokens."""

from datetime import datetime
from typing import Protocol

import msgspec


class SigningKey(msgspec.Struct, frozen=True, kw_only=True):
    """One key pair, PEM. A retired key signs nothing any more and still verifies."""

    kid: str
    private_key_pem: str
    public_key_pem: str
    retired: bool = False

    def __repr__(self) -> str:
        """Show no key."""
        return f"SigningKey(kid={self.kid!r}, retired={self.retired})"


class SigningKeyState(msgspec.Struct, frozen=True, kw_only=True):
    """What may be shown of a key: `verifies_until` is None for those that sign."""

    kid: str
    created_at: datetime
    retired_at: datetime | None
    verifies_until: datetime | None


class KeyPairs(Protocol):
    """Makes key pairs."""

    def new(self) -> SigningKey:
        """Make one; its `kid` tells it from all others."""
        ...


class SigningKeys(Protocol):
    """Keeps the key pairs, sealed. A retired key verifies until the longest access token it signed has ended."""

    async def active(self) -> list[SigningKey]:
        """Give the keys that verify, oldest first; the last that is not retired signs. Raises SecretUnreadableError."""
        ...

    async def states(self) -> list[SigningKeyState]:
        """Tell of the same keys without opening them."""
        ...

    async def add_first(self, key: SigningKey, *, at: datetime) -> bool:
        """Keep the platform's first key; False, and nothing kept, when another process was faster."""
        ...

    async def rotate(self, key: SigningKey, *, at: datetime, revoke: bool = False) -> None:
        """Keep a new key, which signs from now on, and retire the others; `revoke` deletes them, and their tokens."""
        ...

    async def remove_expired(self) -> int:
        """Delete the keys that verify nothing any more; give how many."""
        ...

    async def reseal(self) -> int:
        """Seal anew what a master key itself sealed; give how many."""
        ...
