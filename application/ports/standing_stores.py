"""What standings are kept together from: the database, which knows, and Redis, which is fast and may forget."""

from collections.abc import Collection, Mapping
from typing import Protocol

import msgspec

from application.ports.standing import ApiKeyStanding, SessionStanding, TenantStanding
from domain.shared.ids import SessionId, TenantId, UserId

Standing = SessionStanding | ApiKeyStanding | TenantStanding


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """What the cache has, by name; `mark` changes whenever anything is forgotten, None while the cache is away."""

    found: dict[str, Standing]
    mark: str | None


class StandingStore(Protocol):
    """Knows how things stand. Raises UnavailableError."""

    async def sessions(self, session_ids: Collection[SessionId]) -> list[SessionStanding]:
        """Give those that live."""
        ...

    async def api_key(self, key: str) -> ApiKeyStanding | None:
        """Give the key's standing, and note that it is used."""
        ...

    async def tenant(self, tenant_id: TenantId) -> TenantStanding | None:
        """Give a tenant's standing."""
        ...


class StandingCache(Protocol):
    """Remembers standings for a minute, for all processes. Never raises: while it is away it remembers nothing.

    Each is kept under a name, and forgotten by any of its scopes: its session, its user, its tenant (`scopes_of`).
    """

    async def read(self, names: Collection[str]) -> Remembered:
        """Give what is remembered."""
        ...

    async def keep(self, standings: Mapping[str, Standing], *, mark: str) -> None:
        """Remember these, unless anything was forgotten since `mark`: what was read before might be over by now."""
        ...

    async def forget(self, scopes: Collection[str]) -> None:
        """Remember nothing of these scopes; done as soon as the cache is back, when it is away."""
        ...


def scopes_of(standing: Standing) -> list[str]:
    """Name what a standing hangs on."""
    match standing:
        case SessionStanding():
            return [session_scope(standing.session_id), user_scope(standing.user_id), tenant_scope(standing.tenant_id)]
        case ApiKeyStanding():
            return [user_scope(standing.user_id), tenant_scope(standing.tenant_id)]
        case TenantStanding():
            return [tenant_scope(standing.tenant_id)]


def session_scope(session_id: SessionId) -> str:
    """Name a session; its standing is kept under this name too."""
    return f"session:{session_id}"


def user_scope(user_id: UserId) -> str:
    """Name everything of a user."""
    return f"user:{user_id}"


def tenant_scope(tenant_id: TenantId) -> str:
    """Name a tenant and everything of its people; its standing is kept under this name too."""
    return f"tenant:{tenant_id}"
