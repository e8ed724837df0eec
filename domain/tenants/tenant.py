"""A company that uses PyTake; owns everything else."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import msgspec

from domain.shared.ids import TenantId
from domain.tenants.plans import FREE_TRIAL, Limits
from domain.tenants.settings import TenantSettings

PLATFORM = TenantId(UUID(int=0))
"""The platform itself: its operators are its users, and what they do to the platform is in its audit log."""


class TenantStatus(StrEnum):
    """What a tenant may do; a suspended one's webhooks are still kept."""

    TRIAL = "trial"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


class Isolation(StrEnum):
    """Where a tenant's own tables lie: beside the others', fenced by row-level security, or in their own schema too."""

    SHARED = "shared"
    SCHEMA = "schema"


class Tenant(msgspec.Struct, frozen=True, kw_only=True):
    """A tenant. `time_zone` is an IANA name; `language` pt-BR or en; `limits` override the plan's."""

    id: TenantId
    name: str
    slug: str
    status: TenantStatus
    created_at: datetime
    time_zone: str = "America/Sao_Paulo"
    language: str = "pt-BR"
    domain: str | None = None
    plan: str = FREE_TRIAL
    trial_ends_at: datetime | None = None
    next_payment_on: date | None = None
    limits: Limits = {}
    settings: TenantSettings = TenantSettings()
    isolation: Isolation = Isolation.SHARED
    status_reason: str | None = None
    deleted_at: datetime | None = None
    version: int = 1
