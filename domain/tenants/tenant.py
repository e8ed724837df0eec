"""A company that uses PyTake; owns everything else."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.shared.ids import TenantId


class TenantStatus(StrEnum):
    """What a tenant may do; a suspended one's webhooks are still kept."""

    TRIAL = "trial"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


class Tenant(msgspec.Struct, frozen=True, kw_only=True):
    """A tenant. `time_zone` is an IANA name; `language` pt-BR or en."""

    id: TenantId
    name: str
    slug: str
    status: TenantStatus
    created_at: datetime
    time_zone: str = "America/Sao_Paulo"
    language: str = "pt-BR"
