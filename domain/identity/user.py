"""A person with a login."""

from datetime import datetime

import msgspec

from domain.shared.aggregate import Aggregate
from domain.shared.ids import TenantId, UserId


class User(Aggregate, kw_only=True, eq=False):
    """A user. `email` is case-folded; `password_hash` is Argon2id's own string; `role` is a role's code.

    An operator of the platform (`super_admin`) belongs to the platform's own tenant. `totp_sealed` is there from the
    moment the second factor is set up; it counts once `totp_enabled_at` is there too. `totp_last_step` is the newest
    time step whose code was used, so that none is good twice (RFC 6238, 5.2).
    """

    id: UserId
    tenant_id: TenantId
    email: str
    name: str
    role: str
    password_hash: str
    created_at: datetime
    is_active: bool = True
    language: str = "pt-BR"
    last_login_at: datetime | None = None
    email_verified_at: datetime | None = None
    deleted_at: datetime | None = None
    notifications: dict[str, bool] = msgspec.field(default_factory=dict)
    has_avatar: bool = False
    totp_sealed: bytes | None = None
    totp_enabled_at: datetime | None = None
    totp_last_step: int | None = None
    password_changed_at: datetime | None = None
