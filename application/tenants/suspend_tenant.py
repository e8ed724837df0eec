"""A company is stopped."""

import msgspec

from application.tenants.administration import Administration
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import TenantId
from domain.tenants.tenant import Tenant

MAX_REASON = 500
"""A sentence for the next operator who looks."""


class SuspendTenant(msgspec.Struct, frozen=True, kw_only=True):
    """Which, and why."""

    tenant_id: TenantId
    reason: str


class SuspendTenantHandler:
    """Let a company read and nothing else; what comes in is kept, and handled when it is activated. For operators."""

    def __init__(self, administration: Administration) -> None:
        self._administration = administration

    async def __call__(self, command: SuspendTenant, *, by: Author) -> None:
        """Stop it. Raises TenantNotFoundError, TenantStateError, InvalidError."""
        reason = command.reason.strip()
        if not reason or len(reason) > MAX_REASON or not reason.isprintable():
            wrong = ErrorDetail(
                field="reason", message="1 to {limit} characters, and no line breaks", values={"limit": MAX_REASON}
            )
            raise InvalidError("The company cannot be suspended.", details=(wrong,))

        def suspend(tenant: Tenant) -> None:
            tenant.suspend(reason)

        await self._administration.change(command.tenant_id, suspend, action=AuditAction.TENANT_SUSPENDED, by=by)
