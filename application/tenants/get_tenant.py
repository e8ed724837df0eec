"""A company is looked at."""

from application.ports.readers.tenants import TenantDetail, TenantList
from application.shared.actor import Actor
from domain.identity.permissions import Permission


class GetTenant:
    """Show the actor's company and what it has decided. Needs tenant:read."""

    def __init__(self, tenants: TenantList) -> None:
        self._tenants = tenants

    async def __call__(self, actor: Actor) -> TenantDetail:
        """Show it."""
        actor.require(Permission.TENANT_READ)
        return await self._tenants.one(actor.tenant_id)
