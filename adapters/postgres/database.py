"""A pool of connections that act as one of the two roles."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import StrEnum
from typing import Self
from uuid import UUID

import asyncpg

from adapters.postgres import json_codec
from adapters.postgres.errors import (
    CONNECT_SECONDS,
    DatabaseUnavailableError,
    end,
    is_alive,
    translating,
    translating_connect,
)
from adapters.postgres.placements import Placements
from domain.shared.ids import TenantId

ACQUIRE_SECONDS = 5.0
"""How long to wait for a free connection: longer than any transaction of ours, shorter than a caller's patience."""
CLOSE_SECONDS = 5.0
"""What still runs when the pool closes has this long to end."""
ROLLBACK_SECONDS = 2.0
"""A connection that does not roll back within this is thrown away."""

SESSION = {
    "application_name": "pytake",
    "search_path": "public",
    "statement_timeout": "15s",  # nothing that a request or a worker asks takes longer; it frees locks of a lost client
    "idle_in_transaction_session_timeout": "15s",  # a process that hangs in a transaction must not hold rows for ever
    "jit": "off",  # every statement of ours is short; compiling it takes longer than running it
}
"""Set as a connection starts, so that no statement can have run without them."""


class Role(StrEnum):
    """Who a connection acts as; row-level security is written for these two."""

    APP = "pytake_app"
    """One tenant's rows, those of its transaction."""
    PLATFORM = "pytake_platform"
    """Lanes, journal, events, logins of all tenants; no tenant's own tables."""


class NotCommittedError(Exception):
    """The block ended well, yet nothing of it was kept: a bug of the block."""


class _Connection(asyncpg.Connection):  # type: ignore[misc]  # asyncpg ships no types
    """Needs no reset: we set nothing for the session. The pool still rolls an open transaction back."""

    def get_reset_query(self) -> str:
        """Say that there is nothing to send, which saves a round trip per use."""
        return ""


class Database:
    """Hands out connections; survives restarts of the server, for a dead connection is replaced when asked for."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._placements = Placements()

    @classmethod
    async def open(cls, url: str, *, role: Role, min_size: int = 1, max_size: int = 10) -> Self:
        """Connect. Raises DatabaseUnavailableError when the server does not answer."""
        pool = asyncpg.create_pool(
            dsn=url,
            min_size=min_size,
            max_size=max_size,
            connection_class=_Connection,
            init=json_codec.install,
            timeout=CONNECT_SECONDS,
            server_settings={**SESSION, "role": role.value},
        )
        with translating_connect():
            await pool
        return cls(pool)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[asyncpg.Connection]:
        """Lend a connection outside any transaction. Raises DatabaseUnavailableError, DatabaseBusyError."""
        connection = await self._acquire()
        try:
            with translating(connection):
                yield connection
        finally:
            await self._pool.release(connection)

    @asynccontextmanager
    async def tenant_transaction(self, tenant_id: TenantId, *first: str) -> AsyncIterator[asyncpg.Connection]:
        """Begin a transaction that sees one tenant's rows, in the schema where they lie."""
        own_schema = await self._placements.own_schema(tenant_id, self.connection)
        async with self.transaction(*first, bind_tenant(tenant_id, own_schema=own_schema)) as connection:
            yield connection

    @asynccontextmanager
    async def transaction(self, *first: str) -> AsyncIterator[asyncpg.Connection]:
        """Begin with the statements `first` in the same round trip; commit at the end, roll back on any exception."""
        async with self.connection() as connection:
            try:
                await connection.execute("; ".join(("BEGIN", *first)))
                yield connection
                await _commit(connection)
            except BaseException:
                await _roll_back(connection)
                raise

    async def close(self) -> None:
        """Close all connections; what does not end in time is cut off."""
        try:
            await asyncio.wait_for(self._pool.close(), timeout=CLOSE_SECONDS)
        except TimeoutError:
            self._pool.terminate()

    async def _acquire(self) -> asyncpg.Connection:
        with translating_connect():
            try:
                return await self._pool.acquire(timeout=ACQUIRE_SECONDS)
            except asyncpg.InterfaceError as error:
                raise DatabaseUnavailableError("The database's connections are closed.") from error


async def _commit(connection: asyncpg.Connection) -> None:
    """Commit. PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK and no error; that is one here."""
    if await connection.execute("COMMIT") != "COMMIT":
        raise NotCommittedError("a statement failed, its error was swallowed, and so the transaction is undone")


async def _roll_back(connection: asyncpg.Connection) -> None:
    """Roll back, also while we are being cancelled; a connection that will not is ended, never handed on."""
    if not is_alive(connection):
        return
    try:
        await asyncio.shield(connection.execute("ROLLBACK", timeout=ROLLBACK_SECONDS))
    except Exception:  # noqa: BLE001 - whatever it is, the error that brought us here is the one to tell
        end(connection)
    except asyncio.CancelledError:
        end(connection)
        raise


def bind_tenant(tenant_id: TenantId, *, own_schema: str | None) -> str:
    """Write the settings by which row-level security and names are read; they end with the transaction (`true`)."""
    bind = f"SELECT set_config('app.tenant_id', '{UUID(str(tenant_id))}', true)"
    return bind if own_schema is None else f"{bind}, set_config('search_path', '{own_schema}', true)"
