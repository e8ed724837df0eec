"""API keys across the platform, on the platform role: found by their prefix, and when they were used last."""

import asyncio
import contextlib

import structlog
from sqlalchemy import bindparam, select

from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.running import execute, fetch_one
from adapters.postgres.statements import Statement
from adapters.postgres.tables.access import api_keys
from adapters.postgres.tables.platform import users
from application.ports.api_keys import KnownApiKey
from application.ports.clock import Clock
from domain.shared.errors import UnavailableError
from domain.shared.ids import ApiKeyId, TenantId, UserId

WRITE_SECONDS = 60.0
"""How long a use waits to be written: an hour's thousands become sixty writes."""

_log = structlog.get_logger(__name__)

_is_its_owner = (users.c.tenant_id == api_keys.c.tenant_id) & (users.c.id == api_keys.c.user_id)
_BY_PREFIX = Statement(
    select(
        api_keys.c.id,
        api_keys.c.tenant_id,
        api_keys.c.user_id,
        users.c.role,
        api_keys.c.key_hash,
        api_keys.c.scopes,
        api_keys.c.expires_at,
    )
    .join(users, _is_its_owner)
    .where(
        api_keys.c.prefix == bindparam("prefix"),
        api_keys.c.revoked_at.is_(None),
        users.c.is_active,
        users.c.deleted_at.is_(None),
    )
)

_NOTE = Statement(
    """
    UPDATE platform.api_keys SET last_used_at = greatest(last_used_at, used.at)
    FROM unnest(CAST(:ids AS uuid[]), CAST(:ats AS timestamptz[])) AS used (id, at)
    WHERE api_keys.id = used.id
    """
)
"""Counts no version: a key that is used while it is rotated is no lost race."""


class PostgresApiKeyFinder:
    """Finds keys."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def by_prefix(self, prefix: str) -> KnownApiKey | None:
        """Find a key that is not revoked, of a user who is active."""
        async with self._database.connection() as connection:
            row = await fetch_one(connection, _BY_PREFIX, prefix=prefix)
        return None if row is None else _to_key(row)


class PostgresApiKeyUses:
    """Remembers uses in this process and writes them once a minute, and once more when it is closed."""

    def __init__(self, database: Database, *, clock: Clock, seconds: float = WRITE_SECONDS) -> None:
        self._database, self._clock, self._seconds = database, clock, seconds
        self._used: dict[ApiKeyId, object] = {}
        self._writing: asyncio.Task[None] | None = None

    def note(self, api_key_id: ApiKeyId) -> None:
        """Say that a key is used now; it is written within `seconds`."""
        self._used[api_key_id] = self._clock.now()
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_later())

    async def write(self) -> None:
        """Write what is remembered; what cannot be written now is tried again with the next."""
        used, self._used = self._used, {}
        if not used:
            return
        try:
            async with self._database.connection() as connection:
                await execute(connection, _NOTE, ids=list(used), ats=list(used.values()))
        except (UnavailableError, asyncio.CancelledError) as error:
            self._used = {**used, **self._used}
            if isinstance(error, asyncio.CancelledError):
                raise
            _log.warning("api_key_uses_not_written", error=type(error).__name__)

    async def close(self) -> None:
        """Write what is remembered and end."""
        if self._writing is not None:
            self._writing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._writing
        await self.write()

    async def _write_later(self) -> None:
        await asyncio.sleep(self._seconds)
        await self.write()


def _to_key(row: Row) -> KnownApiKey:
    return KnownApiKey(
        id=ApiKeyId(row["id"]),
        tenant_id=TenantId(row["tenant_id"]),
        user_id=UserId(row["user_id"]),
        role=row["role"],
        key_hash=row["key_hash"],
        scopes=row["scopes"],
        expires_at=row["expires_at"],
    )
