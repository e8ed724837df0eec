"""The door at which asyncpg's errors become ours.

What another attempt may cure (a connection that is gone, a server that restarts, a deadlock, a statement that took
too long) is an UnavailableError; everything else passes, for it is a bug or a constraint. asyncpg answers with an
InternalClientError when the server said goodbye while the connection was idle ("cannot switch to state …").
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import asyncpg

from domain.shared.errors import UnavailableError

CONNECT_SECONDS = 5.0
"""A server that does not answer a new connection within this is away."""


class DatabaseUnavailableError(UnavailableError):
    """PostgreSQL does not answer, or broke the work off."""

    code = "DATABASE_UNAVAILABLE"


class DatabaseBusyError(DatabaseUnavailableError):
    """PostgreSQL gave this work up in favour of another's; doing it again is right."""

    code = "DATABASE_BUSY"


_BUSY = (
    asyncpg.TransactionRollbackError,  # class 40: deadlock, serialization
    asyncpg.LockNotAvailableError,
    asyncpg.QueryCanceledError,  # statement_timeout
)
_AWAY = (
    asyncpg.PostgresConnectionError,  # class 08
    asyncpg.OperatorInterventionError,  # class 57: shutdown, crash, starting up
    asyncpg.InsufficientResourcesError,  # class 53: too many connections, disk full
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.ReadOnlySQLTransactionError,  # a standby, in the middle of a switch-over
    asyncpg.PostgresSystemError,  # class 58: the server's own I/O
)


def translated(error: Exception, *, is_connected: bool) -> Exception:
    """Give our error for asyncpg's, or the same error where it is not about the server's health."""
    if isinstance(error, _BUSY):
        return DatabaseBusyError("The database was busy with the same rows; try again.")
    if isinstance(error, _AWAY) or not is_connected:
        return DatabaseUnavailableError("The database does not answer; try again later.")
    return error


def is_alive(connection: asyncpg.Connection) -> bool:
    """Whether a connection, or a pool's loan of one, can still be used; the pool takes a dead one back at once."""
    try:
        return not connection.is_closed()
    except asyncpg.InterfaceError:
        return False


def end(connection: asyncpg.Connection) -> None:
    """Throw a connection away, so that nobody gets it."""
    if is_alive(connection):
        connection.terminate()


@contextmanager
def translating(connection: asyncpg.Connection) -> Iterator[None]:
    """Translate the errors of a block's statements."""
    try:
        yield
    except asyncpg.InternalClientError as error:
        end(connection)
        raise translated(error, is_connected=False) from error
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        ours = translated(error, is_connected=is_alive(connection))
        if ours is error:
            raise
        raise ours from error


@contextmanager
def translating_connect() -> Iterator[None]:
    """Translate the errors of reaching the server."""
    try:
        yield
    except (*_AWAY, asyncpg.InternalClientError, OSError, TimeoutError) as error:
        raise translated(error, is_connected=False) from error


@asynccontextmanager
async def connecting(url: str) -> AsyncIterator[asyncpg.Connection]:
    """Open one connection for the length of a block. Raises DatabaseUnavailableError."""
    with translating_connect():
        connection = await asyncpg.connect(dsn=url, timeout=CONNECT_SECONDS)
    try:
        with translating(connection):
            yield connection
    finally:
        await connection.close(timeout=CONNECT_SECONDS)
