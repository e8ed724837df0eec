"""What a role holds, asked outside any transaction."""

from typing import Protocol

from domain.identity.permissions import Permission
from domain.shared.ids import TenantId


class RolePermissions(Protocol):
    """Reads what roles hold now."""

    async def of(self, tenant_id: TenantId, role: str) -> frozenset[Permission]:
        """Give what a role holds, built-in or the tenant's own; nothing for one that is not there."""
        ...
