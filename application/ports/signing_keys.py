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


class SigningKeys(Protocol):
    """Keeps the key pairs, sealed."""

    async def active(self) -> list[SigningKey]:
        """Give the keys that verify, oldest first; the last that is not retired signs. Raises SecretUnreadableError."""
        ...

    async def add(self, key: SigningKey, *, at: datetime) -> None:
        """Keep a new key; from now on it signs."""
        ...

    async def add_first(self, key: SigningKey, *, at: datetime) -> bool:
        """Keep the platform's first key; False, and nothing kept, when another process was faster."""
        ...

    async def retire(self, kid: str, *, at: datetime) -> None:
        """Have a key sign nothing any more."""
        ...
