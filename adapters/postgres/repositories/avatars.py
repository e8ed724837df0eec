"""People's pictures in PostgreSQL: small, and read together with a person's right to see them."""

from datetime import datetime

from adapters.postgres.connection import TenantConnection
from adapters.postgres.statements import Statement
from domain.identity.avatar import Avatar
from domain.shared.ids import UserId

_FIND = Statement("""
SELECT picture.mime, picture.body FROM platform.user_avatars AS picture
JOIN platform.users AS person ON person.tenant_id = picture.tenant_id AND person.id = picture.user_id
WHERE picture.tenant_id = :tenant_id AND picture.user_id = :user_id AND person.deleted_at IS NULL
""")
_PUT = Statement("""
INSERT INTO platform.user_avatars (tenant_id, user_id, mime, body, updated_at)
VALUES (:tenant_id, :user_id, :mime, :body, :at)
ON CONFLICT (tenant_id, user_id)
DO UPDATE SET mime = EXCLUDED.mime, body = EXCLUDED.body, updated_at = EXCLUDED.updated_at
""")
_REMOVE = Statement("DELETE FROM platform.user_avatars WHERE tenant_id = :tenant_id AND user_id = :user_id")


class PostgresAvatars:
    """Keeps one picture a user."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def find(self, user_id: UserId) -> Avatar | None:
        """Load a user's picture, if there is one and the user was not deleted."""
        row = await self._connection.fetch_one(_FIND, user_id=user_id)
        return None if row is None else Avatar(mime=row["mime"], body=row["body"])

    async def put(self, user_id: UserId, avatar: Avatar, *, at: datetime) -> None:
        """Keep it in the place of the one before."""
        await self._connection.execute(_PUT, user_id=user_id, mime=avatar.mime, body=avatar.body, at=at)

    async def remove(self, user_id: UserId) -> None:
        """Keep none."""
        await self._connection.execute(_REMOVE, user_id=user_id)
