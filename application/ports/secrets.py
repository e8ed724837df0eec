"""Secrets at rest."""

from typing import Protocol


class SecretBox(Protocol):
    """Seals a secret so that only its own place opens it (AES-256-GCM; the place is authenticated with it)."""

    def seal(self, secret: str, *, place: str) -> bytes:
        """Encrypt; `place` names tenant, table, row and column."""
        ...

    def open(self, sealed: bytes, *, place: str) -> str:
        """Decrypt. Raises SecretUnreadableError when the key, the place or a bit is wrong."""
        ...


class SecretUnreadableError(Exception):
    """The ciphertext does not open: another key, another place, or a changed byte."""
