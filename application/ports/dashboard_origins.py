"""From where browsers may call the API."""

from typing import Protocol


class DashboardOrigins(Protocol):
    """Knows the origins that any company has registered for its own dashboard; right again within a minute."""

    async def has(self, origin: str) -> bool:
        """Whether any company has it. Raises UnavailableError."""
        ...
