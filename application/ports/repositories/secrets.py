"""What flows may send to others."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from domain.calls.secret import Secret


class SecretRepository(Protocol):
    """Keeps secrets, sealed; a name is one's."""

    async def get(self, name: str) -> Secret:
        """Load one. Raises SecretNotFoundError."""
        ...

    async def named(self, names: Collection[str]) -> dict[str, Secret]:
        """Load those that exist of these, by name."""
        ...

    async def count(self) -> int:
        """Count them."""
        ...

    async def add(self, secret: Secret) -> None:
        """Write a new one. Raises SecretTakenError."""
        ...

    async def save(self, secret: Secret) -> None:
        """Write changes. Raises StaleVersionError."""
        ...

    async def remove(self, secret: Secret) -> None:
        """Forget it. Raises StaleVersionError on a lost race."""
        ...

    async def used(self, names: Collection[str], *, at: datetime) -> None:
        """Note when they were last sent."""
        ...
