"""A person with a login."""

from datetime import datetime

import msgspec

from domain.identity.permissions import Role
from domain.shared.ids import TenantId, UserId


class User(msgspec.Struct, frozen=True, kw_only=True):
    """A user. `email` is case-folded; `password_hash` is Argon2id's own string."""

    id: UserId
    tenant_id: TenantId | None
    email: str
    name: str
    role: Role
    password_hash: str
    is_active: bool = True
    language: str = "pt-BR"
    created_at: datetime
    last_login_at: datetime | None = None
