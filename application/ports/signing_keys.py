"""The key pairs that sign access tokens, kept for all processes."""

from typing import Protocol

import msgspec


class SigningKey(msgspec.Struct, frozen=True, kw_only=True):
    """One RSA key pair, PEM. A retired key signs no more, and its tokens are good until they end."""

    kid: str
    private_key_pem: str
    public_key_pem: str
    retired: bool = False

    def __repr__(self) -> str:
        """Show no key."""
        return f"SigningKey(kid={self.kid!r}, retired={self.retired})"


class SigningKeys(Protocol):
    """Keeps the signing keys; the private halves are sealed at rest."""

    async def active(self) -> list[SigningKey]:
        """Give the keys whose tokens may still be good, oldest first; the newest that is not retired signs."""
        ...

    async def add(self, key: SigningKey) -> None:
        """Keep a new key."""
        ...
