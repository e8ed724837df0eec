"""Erasing a company that has left: nothing of it stays, but that it was here."""

from typing import Protocol

from domain.shared.ids import TenantId


class TenantErasure(Protocol):
    """Erases what PostgreSQL keeps of a tenant that was deleted long ago. Each call may be repeated."""

    async def stop_deliveries(self, tenant_id: TenantId) -> None:
        """Let webhooks find the tenant no more; a process may remember for some seconds where they went."""
        ...

    async def erase_rows(self, tenant_id: TenantId) -> dict[str, int]:
        """Delete all rows of the tenant but its own, until none is left; give how many of each table.

        Raises NotErasableError for a tenant that was not deleted 30 days ago.
        """
        ...

    async def erase_tenant(self, tenant_id: TenantId) -> None:
        """Delete the tenant's own row."""
        ...


class TenantTraces(Protocol):
    """Erases what Redis remembers of a tenant; what names only its people is forgotten within minutes by itself."""

    async def erase(self, tenant_id: TenantId) -> int:
        """Delete all keys that name the tenant; give how many. Raises UnavailableError."""
        ...


class NotErasableError(Exception):
    """The database keeps this tenant's audit log: it was not deleted, or not long enough ago."""
