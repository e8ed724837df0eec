"""What a company promises."""

from typing import Protocol

from domain.shared.ids import SlaPolicyId
from domain.support.sla import SlaPolicy


class SlaPolicyRepository(Protocol):
    """Keeps policies."""

    async def get(self, policy_id: SlaPolicyId) -> SlaPolicy:
        """Load one. Raises SlaPolicyNotFoundError."""
        ...

    async def active(self) -> list[SlaPolicy]:
        """Load all that count."""
        ...

    async def count(self) -> int:
        """Count them."""
        ...

    async def add(self, policy: SlaPolicy) -> None:
        """Write a new one. Raises SlaPolicyTakenError."""
        ...

    async def save(self, policy: SlaPolicy) -> None:
        """Write changes. Raises StaleVersionError, SlaPolicyTakenError."""
        ...

    async def delete(self, policy_id: SlaPolicyId) -> None:
        """Remove it, with what was promised by it."""
        ...
