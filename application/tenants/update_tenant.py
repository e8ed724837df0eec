"""An operator corrects what a company is called, and what it may have beside its plan."""

from datetime import date

import msgspec
from msgspec import UNSET, UnsetType

from application.shared.time_zones import wrong_time_zone
from application.tenants.administration import Administration
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.shared.errors import InvalidError
from domain.shared.ids import TenantId
from domain.tenants.checks import wrong_in_tenant
from domain.tenants.plans import Limits
from domain.tenants.tenant import Tenant


class TenantChange(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; `limits` replace all that were set beside the plan, null leaves the plan's alone."""

    name: str | UnsetType = UNSET
    slug: str | UnsetType = UNSET
    domain: str | UnsetType | None = UNSET
    time_zone: str | UnsetType = UNSET
    language: str | UnsetType = UNSET
    limits: Limits | UnsetType | None = UNSET
    next_payment_on: date | UnsetType | None = UNSET


class UpdateTenant(msgspec.Struct, frozen=True, kw_only=True):
    """Which, and what. `version` is the one that was read, where the caller cares."""

    tenant_id: TenantId
    change: TenantChange
    version: int | None = None


class UpdateTenantHandler:
    """Change a company's names, its limits and its next payment. For operators."""

    def __init__(self, administration: Administration) -> None:
        self._administration = administration

    async def __call__(self, command: UpdateTenant, *, by: Author) -> None:
        """Write it. Raises TenantNotFoundError, StaleVersionError, SlugTakenError, DomainTakenError, InvalidError."""

        def update(tenant: Tenant) -> None:
            for name, value in msgspec.structs.asdict(command.change).items():
                if value is not UNSET:
                    setattr(tenant, name, _stored(name, value))
            if wrong := (*wrong_in_tenant(tenant), *wrong_time_zone(tenant.time_zone)):
                raise InvalidError("The company cannot be so.", details=wrong)

        await self._administration.change(
            command.tenant_id, update, action=AuditAction.TENANT_UPDATED, by=by, version=command.version
        )


def _stored(name: str, value: object) -> object:
    match name, value:
        case "limits", None:
            return {}
        case "name", str():
            return value.strip()
        case _:
            return value
