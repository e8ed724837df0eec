"""API keys in PostgreSQL."""

from datetime import datetime

from sqlalchemy import select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import insert_dated, is_row, save_row, update_dated, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.access import api_keys
from domain.identity.api_key import ApiKey
from domain.identity.errors import ApiKeyNotFoundError
from domain.shared.ids import ApiKeyId, UserId

_GET = Statement(select(api_keys).where(is_row(api_keys), api_keys.c.revoked_at.is_(None)))

_ADD = insert_dated(api_keys)
_SAVE = update_dated(api_keys, last_used_at=api_keys.c.last_used_at)
"""`last_used_at` is another's, who counts no version."""

_REVOKE_ALL = Statement(
    """
    UPDATE platform.api_keys SET revoked_at = :at, version = version + 1, updated_at = now()
    WHERE tenant_id = :tenant_id AND user_id = :user_id AND revoked_at IS NULL RETURNING id
    """
)


def to_domain(row: Row) -> ApiKey:
    """Read a row."""
    return ApiKey(
        id=ApiKeyId(row["id"]),
        user_id=UserId(row["user_id"]),
        name=row["name"],
        prefix=row["prefix"],
        key_hash=row["key_hash"],
        scopes=row["scopes"],
        created_at=row["created_at"],
        expires_at=row["expires_at"],
        revoked_at=row["revoked_at"],
        version=row["version"],
    )


class PostgresApiKeys:
    """Keeps keys."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, api_key_id: ApiKeyId) -> ApiKey:
        """Load a key. Raises ApiKeyNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=api_key_id)
        if row is None:
            raise ApiKeyNotFoundError("There is no such API key.")
        return to_domain(row)

    async def add(self, key: ApiKey) -> None:
        """Write a key."""
        await write(self._connection, _ADD, **values_of(key), last_used_at=None)

    async def save(self, key: ApiKey) -> None:
        """Write changes. Raises StaleVersionError."""
        await save_row(self._connection, _SAVE, key)

    async def revoke_all(self, user_id: UserId, *, at: datetime) -> list[ApiKeyId]:
        """Revoke every key of a user; give which."""
        return [ApiKeyId(row["id"]) for row in await self._connection.fetch(_REVOKE_ALL, user_id=user_id, at=at)]
