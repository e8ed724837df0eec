"""The roles that a tenant defines, and what any role holds."""

from typing import Protocol

from domain.identity.permissions import Permission
from domain.identity.role import TenantRole
from domain.shared.ids import RoleId


class RoleRepository(Protocol):
    """Keeps roles."""

    async def get(self, role_id: RoleId) -> TenantRole:
        """Load a role. Raises RoleNotFoundError."""
        ...

    async def get_to_delete(self, role_id: RoleId) -> TenantRole:
        """Load a role; nobody gets it until the transaction ends. Raises RoleNotFoundError."""
        ...

    async def permissions_of(self, code: str) -> frozenset[Permission] | None:
        """Give what a role holds, a built-in one or the tenant's own, which stays until the transaction ends.

        None for a code that nobody may have here: the platform's operators are no role of a company.
        """
        ...

    async def add(self, role: TenantRole) -> None:
        """Write a role. Raises RoleTakenError."""
        ...

    async def save(self, role: TenantRole) -> None:
        """Write changes. Raises StaleVersionError."""
        ...

    async def is_in_use(self, code: str) -> bool:
        """Whether users or open invitations have it."""
        ...

    async def remove(self, role_id: RoleId) -> None:
        """Delete it."""
        ...
