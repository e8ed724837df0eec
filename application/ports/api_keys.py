"""API keys, found before a tenant is known, and how their use is noted."""

from datetime import datetime
from typing import Protocol

import msgspec

from domain.shared.ids import ApiKeyId, TenantId, UserId


class KnownApiKey(msgspec.Struct, frozen=True, kw_only=True):
    """A key that is not revoked, of a user who is active; whether it has expired is the caller's to see.

    `key_hash` is to be compared in constant time with `digest_of` the text presented. `role` is
    the owner's: the key may do what is both in `scopes` and in that role's permissions.
    """

    id: ApiKeyId
    tenant_id: TenantId
    user_id: UserId
    role: str
    key_hash: bytes
    scopes: list[str]
    expires_at: datetime | None


class ApiKeyFinder(Protocol):
    """Finds keys across the platform."""

    async def by_prefix(self, prefix: str) -> KnownApiKey | None:
        """Find a key by its prefix (`domain.identity.api_key_text`); None when nobody may use it."""
        ...


class ApiKeyUses(Protocol):
    """Remembers when keys were used."""

    def note(self, api_key_id: ApiKeyId) -> None:
        """Say that a key is used now. Never waits: it is written a moment later, with others, or lost in a crash."""
        ...
