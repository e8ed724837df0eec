"""A person with a login."""

from datetime import datetime

import msgspec

from domain.identity.permissions import Role
from domain.shared.aggregate import Aggregate
from domain.shared.ids import TenantId, UserId

NO_PASSWORD = ""
"""What a deleted user's hash is: no password matches it."""


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

    @property
    def keeps_company_open(self) -> bool:
        """Whether this is one of those admins of whom a company needs one."""
        return self.is_active and self.role == Role.ADMIN

    def rename(self, name: str) -> None:
        """Call the person otherwise."""
        self.name = name

    def change_password(self, password_hash: str, *, now: datetime) -> None:
        """Log in with another password from now on."""
        self.password_hash, self.password_changed_at = password_hash, now

    def confirm_email(self, *, now: datetime) -> bool:
        """Know that the e-mail is the person's own; False when that was known before."""
        is_news = self.email_verified_at is None
        if is_news:
            self.email_verified_at = now
        return is_news

    def change_role(self, role: str) -> None:
        """Have the person do other things; `role` is a code that the tenant has."""
        self.role = role

    def activate(self) -> None:
        """Let the person log in again."""
        self.is_active = True

    def deactivate(self) -> None:
        """Let the person log in no more; everything that they did stays theirs."""
        self.is_active = False

    def delete(self, *, now: datetime) -> None:
        """Take the login away for good. The name stays, for what they did; the e-mail is free for somebody else."""
        self.is_active = False
        self.deleted_at = now
        self.email = f"deleted+{self.id}@deleted.invalid"  # RFC 2606: a name that is nobody's
        self.password_hash = NO_PASSWORD
        self.totp_sealed = self.totp_enabled_at = self.totp_last_step = None
