"""The platform's own book: tenants, logins and signing keys, which are looked up before a tenant is known."""

from typing import Protocol

from domain.identity.user import User
from domain.shared.ids import TenantId, UserId
from domain.tenants.tenant import Tenant


class Directory(Protocol):
    """Tenants and users across the platform."""

    async def add_tenant(self, tenant: Tenant) -> None:
        """Write a tenant. Raises SlugTakenError."""
        ...

    async def tenant(self, slug_or_id: str | TenantId) -> Tenant | None:
        """Find a tenant by its slug or its id."""
        ...

    async def tenants(self) -> list[Tenant]:
        """List all tenants, the oldest first: for operators."""
        ...

    async def add_user(self, user: User) -> None:
        """Write a user. Raises EmailTakenError."""
        ...

    async def user_by_email(self, email: str) -> User | None:
        """Find a user by the case-folded e-mail."""
        ...

    async def user(self, user_id: UserId) -> User | None:
        """Find a user by id."""
        ...
