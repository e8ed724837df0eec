"""Passwords."""

from typing import Protocol


class Passwords(Protocol):
    """Hashes and checks passwords, slowly on purpose (Argon2id)."""

    async def hash(self, password: str) -> str:
        """Give the string to store."""
        ...

    async def matches(self, password: str, *, password_hash: str | None) -> bool:
        """Compare; with None it takes as long and says no, so that time does not tell whether an account exists."""
        ...

    def needs_rehash(self, password_hash: str) -> bool:
        """Say whether the string was made with other parameters than today's; then hash the password anew at login."""
        ...
