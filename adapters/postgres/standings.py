"""How sessions, API keys and tenants stand, read from the platform's tables; what roles hold, as their tenant."""

import hmac
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import timedelta

import msgspec

from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.running import fetch, fetch_one
from adapters.postgres.statements import Statement
from application.ports.api_keys import ApiKeyFinder, ApiKeyUses
from application.ports.clock import Clock
from application.ports.memberships import Memberships
from application.ports.roles import RolePermissions
from application.ports.standing import ApiKeyStanding, SessionStanding, TenantStanding
from domain.identity.api_key_text import read_api_key
from domain.identity.permissions import Permission
from domain.identity.role import known_permissions
from domain.shared.digest import digest_of
from domain.shared.ids import DepartmentId, SessionId, TenantId, UserId
from domain.tenants.settings import TenantSettings
from domain.tenants.tenant import TenantStatus

_SESSIONS = Statement("""
SELECT s.id, s.tenant_id, s.user_id, s.created_at, s.expires_at, u.role,
  u.totp_enabled_at IS NOT NULL AS has_two_factor, t.settings
FROM platform.sessions s
JOIN platform.users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
JOIN platform.tenants t ON t.id = s.tenant_id
WHERE s.id = ANY(CAST(:session_ids AS uuid[])) AND s.ended_at IS NULL AND s.expires_at > :now
  AND u.is_active AND u.deleted_at IS NULL AND t.status <> 'cancelled' AND t.deleted_at IS NULL
""")
_TENANT = Statement("SELECT id, status, settings FROM platform.tenants WHERE id = :id AND deleted_at IS NULL")

_settings = msgspec.json.Decoder(TenantSettings, strict=False)


class PostgresStandings:
    """Knows how things stand (`StandingStore`)."""

    def __init__(
        self,
        database: Database,
        *,
        roles: RolePermissions,
        memberships: Memberships,
        keys: ApiKeyFinder,
        uses: ApiKeyUses,
        clock: Clock,
    ) -> None:
        self._database, self._roles, self._memberships = database, roles, memberships
        self._keys, self._uses, self._clock = keys, uses, clock

    async def sessions(self, session_ids: Collection[SessionId]) -> list[SessionStanding]:
        """Give those that live; one statement, and others for each tenant among them: its own roles, its teams."""
        async with self._database.connection() as connection:
            rows = await fetch(connection, _SESSIONS, session_ids=list(session_ids), now=self._clock.now())
        rights = {role: await self._roles.of(*role) for role in {_role_of(row) for row in rows}}
        teams = await self._departments_of(rows)
        return [_to_session(row, rights[_role_of(row)], teams[UserId(row["user_id"])]) for row in rows]

    async def api_key(self, key: str) -> ApiKeyStanding | None:
        """Give the key's standing, and note that it is used."""
        prefix = read_api_key(key)
        known = None if prefix is None else await self._keys.by_prefix(prefix)
        if known is None or not hmac.compare_digest(known.key_hash, digest_of(key)):
            return None
        self._uses.note(known.id)
        teams = await self._memberships.of(known.tenant_id, [known.user_id])
        return ApiKeyStanding(
            api_key_id=known.id,
            user_id=known.user_id,
            tenant_id=known.tenant_id,
            permissions=await self._roles.of(known.tenant_id, known.role) & known_permissions(known.scopes),
            departments=teams[known.user_id],
            expires_at=known.expires_at,
        )

    async def tenant(self, tenant_id: TenantId) -> TenantStanding | None:
        """Give a tenant's standing."""
        async with self._database.connection() as connection:
            row = await fetch_one(connection, _TENANT, id=tenant_id)
        if row is None:
            return None
        settings = _settings.decode(row["settings"])
        return TenantStanding(
            tenant_id=tenant_id,
            status=TenantStatus(row["status"]),
            allowed_networks=settings.security.allowed_networks,
            requests_per_second=settings.rate_limits.requests_per_second,
            burst=settings.rate_limits.burst,
            dashboard_origins=settings.dashboard_origins,
        )

    async def _departments_of(self, rows: Iterable[Row]) -> dict[UserId, frozenset[DepartmentId]]:
        people: dict[TenantId, set[UserId]] = defaultdict(set)
        for row in rows:
            people[TenantId(row["tenant_id"])].add(UserId(row["user_id"]))
        found: dict[UserId, frozenset[DepartmentId]] = {}
        for tenant_id, user_ids in people.items():
            found |= await self._memberships.of(tenant_id, user_ids)
        return found


def _to_session(row: Row, permissions: frozenset[Permission], departments: frozenset[DepartmentId]) -> SessionStanding:
    policy = _settings.decode(row["settings"]).security
    longest = None if policy.session_hours is None else row["created_at"] + timedelta(hours=policy.session_hours)
    return SessionStanding(
        session_id=SessionId(row["id"]),
        user_id=UserId(row["user_id"]),
        tenant_id=TenantId(row["tenant_id"]),
        role=row["role"],
        permissions=permissions,
        departments=departments,
        needs_two_factor=policy.two_factor_required and not row["has_two_factor"],
        expires_at=row["expires_at"] if longest is None else min(row["expires_at"], longest),
    )


def _role_of(row: Row) -> tuple[TenantId, str]:
    return TenantId(row["tenant_id"]), row["role"]
