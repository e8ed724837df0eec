"""Links of e-mails across the platform, on the platform role."""

from datetime import datetime

from adapters.postgres.database import Database
from adapters.postgres.running import fetch, fetch_value
from adapters.postgres.statements import Statement
from domain.shared.ids import TenantId

_TENANT = Statement("SELECT tenant_id FROM platform.one_time_tokens WHERE token_hash = :token_hash")
_REMOVE = Statement("""
DELETE FROM platform.one_time_tokens AS token USING (
  SELECT tenant_id, id FROM platform.one_time_tokens WHERE expires_at < :before LIMIT :limit
) AS old WHERE token.tenant_id = old.tenant_id AND token.id = old.id RETURNING token.id
""")


class PostgresOneTimeTokenBook:
    """Links of everybody."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def tenant_of(self, token_hash: bytes) -> TenantId | None:
        """Give the tenant of whom the link is for; None when there is none like it."""
        async with self._database.connection() as connection:
            found = await fetch_value(connection, _TENANT, token_hash=token_hash)
        return None if found is None else TenantId(found)

    async def remove_expired(self, *, before: datetime, limit: int) -> int:
        """Remove those whose time was over before this; give how many."""
        async with self._database.connection() as connection:
            return len(await fetch(connection, _REMOVE, before=before, limit=limit))
