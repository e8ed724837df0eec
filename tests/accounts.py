"""People who are logged in, written straight into the tables: a user, and a session that lives.

`Accounts` needs a connection of the platform role. No password is hashed, so it takes a millisecond.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from adapters.postgres.database import Database
from adapters.system.ids import SystemIds
from application.ports.tokens import AccessClaims
from domain.identity.permissions import Role
from domain.shared.ids import SessionId, TenantId, UserId
from domain.tenants.tenant import PLATFORM

NO_PASSWORD = "!"
"""Matches nothing."""

_TENANT = """
INSERT INTO platform.tenants (id, name, slug, status, time_zone, language, created_at)
VALUES (CAST($1 AS uuid), 'Aurora', 'aurora-' || CAST($1 AS uuid), 'active', 'America/Sao_Paulo', 'pt-BR', now())
ON CONFLICT DO NOTHING
"""
_USER = """
INSERT INTO platform.users (id, tenant_id, email, name, role, password_hash, is_active, language, created_at)
VALUES ($1, $2, $3, 'Ana', $4, $5, true, 'pt-BR', now())
ON CONFLICT (id) DO NOTHING
"""
_SESSION = """
INSERT INTO platform.sessions (tenant_id, id, user_id, created_at, last_seen_at, expires_at, ip, user_agent)
VALUES ($1, $2, $3, now(), now(), $4, '203.0.113.7', 'pytest')
ON CONFLICT (id) DO NOTHING
"""

_ids = SystemIds()


def new_claims(
    role: str = Role.ADMIN,
    *,
    tenant: UUID,
    user: UUID | None = None,
    email: str | None = None,
    lifetime: timedelta = timedelta(minutes=5),
) -> AccessClaims:
    """Give the claims of a token for a user and a session that `Accounts.write` is yet to write."""
    user_id = UserId(user or _ids.new())
    return AccessClaims(
        user_id=user_id,
        email=email or f"{user_id}@aurora.example",
        role=role,
        tenant_id=PLATFORM if role == Role.SUPER_ADMIN else TenantId(tenant),
        session_id=SessionId(_ids.new()),
        expires_at=datetime.now(UTC) + lifetime,
    )


class Accounts:
    """Writes them; `platform` is a database of the platform role."""

    def __init__(self, platform: Database) -> None:
        self._platform = platform

    async def a_session(self, role: str = Role.ADMIN, *, tenant: UUID, user: UUID | None = None) -> AccessClaims:
        """Log a new user of a role in, or another session of `user`; give the claims for a token."""
        return await self.write(new_claims(role, tenant=tenant, user=user))

    async def write(self, claims: AccessClaims) -> AccessClaims:
        """Write the tenant, the user and the session of these claims where they are not there yet."""
        async with self._platform.transaction() as connection:
            await connection.execute(_TENANT, claims.tenant_id)
            await connection.execute(
                _USER, claims.user_id, claims.tenant_id, claims.email, str(claims.role), NO_PASSWORD
            )
            ends = max(claims.expires_at, datetime.now(UTC)) + timedelta(days=7)
            await connection.execute(_SESSION, claims.tenant_id, claims.session_id, claims.user_id, ends)
        return claims
