"""In which departments people are, asked outside any transaction."""

from collections.abc import Collection
from typing import Protocol

from domain.shared.ids import DepartmentId, TenantId, UserId


class Memberships(Protocol):
    """Reads who is in which departments now."""

    async def of(self, tenant_id: TenantId, user_ids: Collection[UserId]) -> dict[UserId, frozenset[DepartmentId]]:
        """Give the departments of each of these users, none for an operator. Raises UnavailableError."""
        ...
