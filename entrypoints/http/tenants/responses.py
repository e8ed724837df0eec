"""What a company gets to see of itself."""

from datetime import date, datetime

import msgspec

from application.ports.readers.tenants import TenantDetail
from domain.shared.ids import TenantId
from domain.tenants.plans import Plan
from domain.tenants.settings import Branding, RateLimits, SecurityPolicy
from domain.tenants.tenant import TenantStatus


class CompanyView(msgspec.Struct, frozen=True, kw_only=True):
    """A company, and what it has decided for itself."""

    id: TenantId
    name: str
    slug: str
    domain: str | None
    status: TenantStatus
    plan: str
    trial_ends_at: datetime | None
    next_payment_on: date | None
    time_zone: str
    language: str
    currency: str
    branding: Branding
    security: SecurityPolicy
    rate_limits: RateLimits
    dashboard_origins: tuple[str, ...]
    away_after_minutes: int
    return_after_minutes: int
    sticky_agent_days: int
    holiday_region: str
    version: int
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, tenant: TenantDetail) -> "CompanyView":
        """Put the settings beside the rest, and leave out what is the operators'."""
        fields = {**msgspec.structs.asdict(tenant), **msgspec.structs.asdict(tenant.settings)}
        return cls(**{name: fields[name] for name in cls.__struct_fields__})


class Plans(msgspec.Struct, frozen=True, kw_only=True):
    """All plans, the smallest first; a limit of null is none."""

    items: list[Plan]
