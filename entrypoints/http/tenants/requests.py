"""What callers send about companies."""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from application.tenants.change_plan import ChangePlan
from application.tenants.create_tenant import CreateTenant
from application.tenants.first_admin import FirstAdmin
from application.tenants.settings_change import BrandingChange, RateLimitsChange, SecurityChange, SettingsChange
from application.tenants.suspend_tenant import MAX_REASON, SuspendTenant
from application.tenants.update_settings import UpdateSettings
from application.tenants.update_tenant import TenantChange, UpdateTenant
from domain.shared.ids import TenantId
from domain.tenants.checks import MAX_NAME
from domain.tenants.plans import FREE_TRIAL, Limits
from entrypoints.http.requests import Word

CompanyName = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_NAME)]
Reason = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_REASON)]


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""

    def __repr__(self) -> str:
        """Show nothing of it."""
        return f"{type(self).__name__}()"


class FirstAdminRequest(FirstAdmin, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who runs the company: gets an invitation by e-mail."""


class CreateTenantRequest(_Request, frozen=True, kw_only=True):
    """A company; it begins with the free trial unless another plan is named."""

    name: CompanyName
    slug: Word
    domain: Word | None = None
    time_zone: Word = "America/Sao_Paulo"
    language: Word = "pt-BR"
    plan: Word = FREE_TRIAL
    limits: Limits = {}
    departments: Annotated[tuple[CompanyName, ...], msgspec.Meta(max_length=50)] = ()
    admin: FirstAdminRequest | None = None

    def to_command(self) -> CreateTenant:
        """Build the order."""
        return CreateTenant(**msgspec.structs.asdict(self))


class UpdateTenantRequest(TenantChange, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What changes. `limits` replace all that were set over the plan's; null leaves the plan's."""

    name: CompanyName | UnsetType = UNSET
    slug: Word | UnsetType = UNSET
    domain: Word | UnsetType | None = UNSET
    time_zone: Word | UnsetType = UNSET
    language: Word | UnsetType = UNSET

    def to_command(self, tenant_id: TenantId, *, version: int | None) -> UpdateTenant:
        """Build the order."""
        return UpdateTenant(tenant_id=tenant_id, change=self, version=version)


class ChangePlanRequest(_Request, frozen=True):
    """A plan's code."""

    plan: Word

    def to_command(self, tenant_id: TenantId) -> ChangePlan:
        """Build the order."""
        return ChangePlan(tenant_id=tenant_id, plan=self.plan)


class SuspendTenantRequest(_Request, frozen=True):
    """Why, for the next operator who looks."""

    reason: Reason

    def to_command(self, tenant_id: TenantId) -> SuspendTenant:
        """Build the order."""
        return SuspendTenant(tenant_id=tenant_id, reason=self.reason)


class BrandingRequest(BrandingChange, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the company looks to its people. Colours are `#rrggbb`, the logo an https address."""


class SecurityRequest(SecurityChange, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is asked of logins. Your own address must be in `allowed_networks`; a session lasts 1 to 720 hours."""


class RateLimitsRequest(RateLimitsChange, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How fast the company may call, all together; null is the platform's default."""


class UpdateSettingsRequest(_Request, frozen=True, kw_only=True):
    """What changes; null is as it was at first."""

    name: CompanyName | UnsetType = UNSET
    time_zone: Word | UnsetType = UNSET
    language: Word | UnsetType = UNSET
    currency: Word | UnsetType | None = UNSET
    branding: BrandingRequest | UnsetType | None = UNSET
    security: SecurityRequest | UnsetType | None = UNSET
    rate_limits: RateLimitsRequest | UnsetType | None = UNSET
    dashboard_origins: tuple[str, ...] | UnsetType | None = UNSET
    away_after_minutes: int | UnsetType | None = UNSET
    return_after_minutes: int | UnsetType | None = UNSET
    sticky_agent_days: int | UnsetType | None = UNSET
    holiday_region: Word | UnsetType | None = UNSET

    def to_command(self, *, version: int | None) -> UpdateSettings:
        """Build the order."""
        return UpdateSettings(
            name=self.name,
            time_zone=self.time_zone,
            language=self.language,
            settings=SettingsChange(
                currency=self.currency,
                branding=self.branding,
                security=self.security,
                rate_limits=self.rate_limits,
                dashboard_origins=self.dashboard_origins,
                away_after_minutes=self.away_after_minutes,
                return_after_minutes=self.return_after_minutes,
                sticky_agent_days=self.sticky_agent_days,
                holiday_region=self.holiday_region,
            ),
            version=version,
        )
