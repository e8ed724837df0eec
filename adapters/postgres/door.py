"""The way into PostgreSQL, tried step by step for `pytake doctor`."""

import asyncio

import asyncpg

from adapters.postgres.database import Role
from adapters.postgres.errors import CONNECT_SECONDS
from application.ports.health import DatabaseTrouble

_TROUBLES: tuple[tuple[type[Exception], DatabaseTrouble], ...] = (
    (asyncpg.InvalidPasswordError, DatabaseTrouble.LOGIN_REFUSED),
    (asyncpg.InvalidAuthorizationSpecificationError, DatabaseTrouble.LOGIN_REFUSED),  # no such login; pg_hba.conf
    (asyncpg.InvalidCatalogNameError, DatabaseTrouble.NO_DATABASE),
    (asyncpg.InsufficientPrivilegeError, DatabaseTrouble.NO_DATABASE),  # without a role asked for: no CONNECT
    (asyncpg.CannotConnectNowError, DatabaseTrouble.STARTING),
    (asyncpg.TooManyConnectionsError, DatabaseTrouble.CROWDED),
    (asyncpg.ClientConfigurationError, DatabaseTrouble.ADDRESS_WRONG),
    (ValueError, DatabaseTrouble.ADDRESS_WRONG),
    (TimeoutError, DatabaseTrouble.SILENT),
)
"""Looked through in order; TimeoutError is an OSError, which is everything else."""


class PostgresDoor:
    """Opens a connection as the login itself, then one as each role."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def trouble(self) -> DatabaseTrouble | None:
        """Give the first thing that stands in the way, within a few seconds."""
        return await self._knock() or await self._knock(Role.APP) or await self._knock(Role.PLATFORM)

    async def _knock(self, role: Role | None = None) -> DatabaseTrouble | None:
        asked = {} if role is None else {"role": role.value}
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                connection = await asyncpg.connect(dsn=self._url, timeout=CONNECT_SECONDS, server_settings=asked)
        except (asyncpg.InvalidParameterValueError, asyncpg.InsufficientPrivilegeError) as error:
            return _about_role(error) if role else DatabaseTrouble.NO_DATABASE
        except (
            asyncpg.PostgresError,
            asyncpg.InterfaceError,
            asyncpg.InternalClientError,
            OSError,
            ValueError,
        ) as error:
            return next((trouble for kind, trouble in _TROUBLES if isinstance(error, kind)), DatabaseTrouble.AWAY)
        connection.terminate()
        return None


def _about_role(error: Exception) -> DatabaseTrouble:
    is_missing = isinstance(error, asyncpg.InvalidParameterValueError)
    return DatabaseTrouble.NO_ROLES if is_missing else DatabaseTrouble.ROLES_REFUSED
