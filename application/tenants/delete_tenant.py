"""A company leaves."""

import msgspec

from application.ports.clock import Clock
from application.tenants.administration import Administration
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.shared.ids import TenantId
from domain.tenants.tenant import Tenant


class DeleteTenant(msgspec.Struct, frozen=True, kw_only=True):
    """Which."""

    tenant_id: TenantId


class DeleteTenantHandler:
    """Let nobody of a company in any more; for 30 days it can be activated, then it is erased. For operators."""

    def __init__(self, administration: Administration, *, clock: Clock) -> None:
        self._administration, self._clock = administration, clock

    async def __call__(self, command: DeleteTenant, *, by: Author) -> None:
        """Delete it. Raises TenantNotFoundError, TenantStateError."""
        now = self._clock.now()

        def delete(tenant: Tenant) -> None:
            tenant.delete(now=now)

        await self._administration.change(command.tenant_id, delete, action=AuditAction.TENANT_DELETED, by=by)
