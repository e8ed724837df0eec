"""Signs of life of the people who are logged in. They may be lost: then nobody is known to be there until they stir."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Protocol

from domain.people.status import Marks, Status
from domain.shared.ids import TenantId, UserId

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When somebody of whom nothing is known gave their last sign."""


class Presence(Protocol):
    """Keeps signs of life, and what the others were told last. Never raises; what cannot be kept is lost."""

    async def beat(self, tenant_id: TenantId, user_id: UserId, *, at: datetime, is_active: bool) -> Marks | None:
        """Keep a sign of life, of the person themselves or only of their program; give those before it.

        Those of whom nothing is known were last seen at `NEVER`; None when this sign could not be kept.
        """
        ...

    async def marks(self, tenant_id: TenantId) -> dict[UserId, Marks]:
        """Give the last signs of everybody of a tenant who is remembered; of nobody while the store is away."""
        ...

    async def tell(self, tenant_id: TenantId, statuses: Mapping[UserId, Status]) -> set[UserId]:
        """Note what the others are told, and give for whom it is new; of two who do this at once, to one only.

        Who was never told of counts as offline.
        """
        ...

    async def told(self, tenant_id: TenantId) -> dict[UserId, Status]:
        """Give what the others were told last, of everybody who is not offline by that."""
        ...

    async def tenants(self) -> list[TenantId]:
        """Give the tenants of which anybody may still be seen as there."""
        ...

    async def forget(self, tenant_id: TenantId, *, before: datetime) -> None:
        """Remember no signs from before a time."""
        ...
