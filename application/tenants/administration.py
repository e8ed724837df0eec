"""What every order about a company does: load it, do it, write it down, and have all processes hear of it."""

from collections.abc import Callable

import msgspec

from application.ports.audit import Subject
from application.ports.standing import Standings
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId
from domain.tenants.errors import TenantNotFoundError
from domain.tenants.tenant import PLATFORM, Tenant

Order = Callable[[Tenant], None]
"""What is done to the company; it raises what stands in its way."""

_NOT_TOLD = {"id", "version", "created_at", "trial_warned_at"}


class Administration:
    """Changes companies; each change is in the company's own audit log."""

    def __init__(self, *, uow: UnitOfWork, standings: Standings) -> None:
        self._uow, self._standings = uow, standings

    async def change(
        self, tenant_id: TenantId, order: Order, *, action: AuditAction, by: Author, version: int | None = None
    ) -> None:
        """Do the order. Raises TenantNotFoundError, StaleVersionError, and what the order raises."""
        if tenant_id == PLATFORM:
            raise TenantNotFoundError("The platform is no company.")
        async with self._uow(tenant_id) as tx:
            tenant = await tx.tenants.get()
            if version is not None and version != tenant.version:
                raise StaleVersionError("The company was changed by somebody else; read it again.")
            before = facts(tenant)
            order(tenant)
            await tx.tenants.save(tenant)
            record_change(tx, action, by=by, tenant=tenant, before=before)
        await self._standings.forget_tenant(tenant_id)


def facts(tenant: Tenant) -> dict[str, object]:
    """Give what the audit log tells of a company."""
    names = (name for name in tenant.__struct_fields__ if not name.startswith("_") and name not in _NOT_TOLD)
    return {name: msgspec.to_builtins(getattr(tenant, name)) for name in names}


def record_change(
    tx: Transaction, action: AuditAction, *, by: Author, tenant: Tenant, before: dict[str, object]
) -> None:
    """Write down what is other than before."""
    after = facts(tenant)
    changed = [name for name in after if after[name] != before[name]]
    tx.audit.record(
        action,
        by=by,
        on=Subject(type="tenant", id=tenant.id),
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
