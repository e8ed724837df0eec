"""A company works again."""

import msgspec

from application.ports.clock import Clock
from application.tenants.administration import Administration
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.shared.ids import TenantId
from domain.tenants.tenant import Tenant


class ActivateTenant(msgspec.Struct, frozen=True, kw_only=True):
    """Which."""

    tenant_id: TenantId


class ActivateTenantHandler:
    """Lift a suspension, or undo a deletion of the last 30 days. For operators.

    What came in meanwhile is handled now, in its order; what was to be sent goes out, where its window is still open.
    """

    def __init__(self, administration: Administration, *, clock: Clock) -> None:
        self._administration, self._clock = administration, clock

    async def __call__(self, command: ActivateTenant, *, by: Author) -> None:
        """Let it work. Raises TenantNotFoundError, TenantStateError."""
        now = self._clock.now()

        def activate(tenant: Tenant) -> None:
            tenant.activate(now=now)

        await self._administration.change(command.tenant_id, activate, action=AuditAction.TENANT_ACTIVATED, by=by)
