"""API keys of a tenant."""

from datetime import datetime
from typing import Protocol

from domain.identity.api_key import ApiKey
from domain.shared.ids import ApiKeyId, UserId


class ApiKeyRepository(Protocol):
    """Keeps keys; those that were revoked are not found."""

    async def get(self, api_key_id: ApiKeyId) -> ApiKey:
        """Load a key. Raises ApiKeyNotFoundError."""
        ...

    async def add(self, key: ApiKey) -> None:
        """Write a key."""
        ...

    async def save(self, key: ApiKey) -> None:
        """Write changes. Raises StaleVersionError."""
        ...

    async def revoke_all(self, user_id: UserId, *, at: datetime) -> list[ApiKeyId]:
        """Revoke every key of a user; give which."""
        ...
