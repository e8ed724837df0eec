"""Whether a token still counts: asked for each request, so it is remembered for a moment and told when it changes."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

import msgspec

from domain.identity.permissions import Permission
from domain.shared.ids import ApiKeyId, DepartmentId, SessionId, TenantId, UserId
from domain.tenants.tenant import TenantStatus


class SessionStanding(msgspec.Struct, frozen=True, kw_only=True, tag="session"):
    """A login session that lives, of a user who is active; `permissions` are the role's as they are now."""

    session_id: SessionId
    user_id: UserId
    tenant_id: TenantId
    role: str
    permissions: frozenset[Permission]
    departments: frozenset[DepartmentId] = frozenset()
    needs_two_factor: bool = False
    """The tenant asks for a second factor and the user has none: nothing but setting it up is allowed."""
    expires_at: datetime | None = None


class ApiKeyStanding(msgspec.Struct, frozen=True, kw_only=True, tag="api_key"):
    """An API key that lives, of a user who is active; `permissions` are its scopes within the user's own."""

    api_key_id: ApiKeyId
    user_id: UserId
    tenant_id: TenantId
    permissions: frozenset[Permission]
    departments: frozenset[DepartmentId] = frozenset()
    expires_at: datetime | None = None


class TenantStanding(msgspec.Struct, frozen=True, kw_only=True, tag="tenant"):
    """What holds for all requests of a tenant."""

    tenant_id: TenantId
    status: TenantStatus
    allowed_networks: tuple[str, ...] = ()
    requests_per_second: int | None = None
    burst: int | None = None
    dashboard_origins: tuple[str, ...] = ()


class Standings(Protocol):
    """Tells who still counts; right again within a second of any change, in every process.

    Raises UnavailableError only when neither Redis nor the database answers.
    """

    async def session(self, session_id: SessionId) -> SessionStanding | None:
        """Give a session's standing; None when it has ended or its user may not log in any more."""
        ...

    async def sessions(self, session_ids: Collection[SessionId]) -> dict[SessionId, SessionStanding]:
        """Give the standings of many at once; those that have ended are left out."""
        ...

    async def api_key(self, key: str) -> ApiKeyStanding | None:
        """Give the standing of a key as it was presented; None when it is not one, or is over."""
        ...

    async def tenant(self, tenant_id: TenantId) -> TenantStanding | None:
        """Give a tenant's standing; None when it is gone."""
        ...

    async def forget_sessions(self, session_ids: Collection[SessionId]) -> None:
        """Have these read anew: they ended, or their user's rights changed. Call it after the commit."""
        ...

    async def forget_user(self, user_id: UserId) -> None:
        """Have everything of this user read anew: sessions and API keys."""
        ...

    async def forget_tenant(self, tenant_id: TenantId) -> None:
        """Have the tenant, and all sessions and keys of its people, read anew."""
        ...
