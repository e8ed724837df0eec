"""The transaction's own tenant."""

from typing import Protocol

from domain.tenants.tenant import Tenant


class TenantRepository(Protocol):
    """Keeps the tenant whose transaction it is, and no other."""

    async def get(self) -> Tenant:
        """Load it. Raises TenantNotFoundError."""
        ...

    async def add(self, tenant: Tenant) -> None:
        """Write a new one, in a transaction begun for its id. Raises SlugTakenError, DomainTakenError, InvalidError."""
        ...

    async def save(self, tenant: Tenant) -> None:
        """Write changes, and let its lanes rest while it may not work.

        Raises StaleVersionError on a lost race, SlugTakenError, DomainTakenError, InvalidError for a time zone that the
        database does not know.
        """
        ...
