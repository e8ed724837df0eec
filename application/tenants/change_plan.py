"""A company moves to another plan."""

import msgspec

from application.tenants.administration import Administration
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.shared.ids import TenantId
from domain.tenants.tenant import Tenant


class ChangePlan(msgspec.Struct, frozen=True, kw_only=True):
    """Which company, to which plan."""

    tenant_id: TenantId
    plan: str


class ChangePlanHandler:
    """Change a plan: a paid one ends a trial. What is above a smaller plan's limits stays. For operators."""

    def __init__(self, administration: Administration) -> None:
        self._administration = administration

    async def __call__(self, command: ChangePlan, *, by: Author) -> None:
        """Move it. Raises TenantNotFoundError, TenantStateError, InvalidError (no such plan)."""

        def change(tenant: Tenant) -> None:
            tenant.change_plan(command.plan)

        await self._administration.change(command.tenant_id, change, action=AuditAction.TENANT_PLAN_CHANGED, by=by)
