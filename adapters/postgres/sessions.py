"""Sessions across the platform, on the platform role: found by their refresh token, removed when they are old."""

from datetime import datetime

from adapters.postgres.database import Database
from adapters.postgres.running import fetch, fetch_one
from adapters.postgres.statements import Statement
from application.ports.sessions import TokenOwner
from domain.shared.ids import RefreshTokenId, TenantId, UserId

_OWNER = Statement("""
SELECT t.id, t.tenant_id, s.user_id FROM platform.refresh_tokens t
JOIN platform.sessions s ON s.tenant_id = t.tenant_id AND s.id = t.session_id
WHERE t.token_hash = :token_hash
""")
_REMOVE = Statement("""
DELETE FROM platform.sessions s USING (
  SELECT tenant_id, id FROM platform.sessions WHERE expires_at < :before OR ended_at < :before LIMIT :limit
) AS old WHERE s.tenant_id = old.tenant_id AND s.id = old.id RETURNING s.id
""")


class PostgresSessionBook:
    """Sessions of everybody."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def owner_of(self, token_hash: bytes) -> TokenOwner | None:
        """Find out whose refresh token this is."""
        async with self._database.connection() as connection:
            row = await fetch_one(connection, _OWNER, token_hash=token_hash)
        if row is None:
            return None
        return TokenOwner(
            token_id=RefreshTokenId(row["id"]), tenant_id=TenantId(row["tenant_id"]), user_id=UserId(row["user_id"])
        )

    async def remove_ended(self, *, before: datetime, limit: int) -> int:
        """Remove sessions, and their tokens, that ended or expired before a time; give how many."""
        async with self._database.connection() as connection:
            return len(await fetch(connection, _REMOVE, before=before, limit=limit))
