"""Which model answers a company's flows."""

from typing import Protocol

from domain.ai.settings import AiSettings


class AiSettingsRepository(Protocol):
    """Keeps it: one for a company."""

    async def get(self) -> AiSettings:
        """Load it; the local one, of version 0, where nothing was set."""
        ...

    async def save(self, settings: AiSettings) -> None:
        """Write it in the place of the version that it has, and count that up. Raises StaleVersionError."""
        ...
