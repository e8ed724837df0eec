"""What the company says by itself."""

from typing import Protocol

from domain.support.bot_texts import BotText, BotTextKey


class BotTextRepository(Protocol):
    """Keeps a company's texts; one that it never changed is ours, and has version 0."""

    async def find(self, key: BotTextKey) -> BotText:
        """Load one, with the company's language, in one statement. Raises TenantNotFoundError."""
        ...

    async def all(self) -> list[BotText]:
        """Load all of them, in the order of their keys. Raises TenantNotFoundError."""
        ...

    async def save(self, text: BotText) -> None:
        """Write one. Raises StaleVersionError."""
        ...
