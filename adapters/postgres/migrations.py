"""Brings the schema to a revision, and makes the login that the application uses.

The migrating login owns the database and, the first time, may create roles (CREATEROLE); it need not be a superuser.
"""

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from threading import Lock

import asyncpg
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

import migrations as revisions
from adapters.postgres.errors import connecting
from adapters.postgres.placements import OWN_SCHEMAS

ROLE_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
"""Names that need no quotes."""

CREATE_LOGIN = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}') THEN
    CREATE ROLE {name} LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
END $$;
GRANT pytake_app, pytake_platform TO {name};
"""
"""The application's login: no rights of its own (NOINHERIT), but it may take either of the two roles.

For a server of your own, run this with a name of your choice as whoever made the two roles (since PostgreSQL 16 only
they, or a superuser, may grant them), and give it a password or certificate as you do for other logins
(`ALTER ROLE … PASSWORD …` from psql's `\\password`, which keeps it out of the server's log).
"""

_ONE_AT_A_TIME = Lock()
"""Alembic keeps its context in module globals; two runs in one process would share it."""


class UnsafeLoginError(Exception):
    """The login exists and is a superuser or passes row-level security by: it would see every tenant's rows."""


async def upgrade(owner_url: str, *, revision: str = "head") -> None:
    """Migrate up, tenants' own schemas too. Each revision is a transaction: if one fails, the earlier ones stay."""
    await asyncio.to_thread(_run, command.upgrade, _config(owner_url), revision)


async def downgrade(owner_url: str, *, revision: str) -> None:
    """Migrate down; `base` drops everything."""
    await asyncio.to_thread(_run, command.downgrade, _config(owner_url, goes_down=True), revision)
    if revision == "base":
        async with connecting(owner_url) as connection:
            for schema in await _own_schemas(connection):
                await drop_schema(owner_url, schema=schema)


async def make_schema(owner_url: str, *, schema: str) -> None:
    """Make a tenant's own schema with all its tables, or bring one that is half made to its end."""
    async with connecting(owner_url) as connection:
        await connection.execute(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')
        await connection.execute(f'GRANT USAGE ON SCHEMA "{schema}" TO pytake_app')
    await asyncio.to_thread(_run, command.upgrade, _config(owner_url, only_schema=schema), "head")
    async with connecting(owner_url) as connection:
        await connection.execute("SELECT platform.ensure_partitions()")


async def drop_schema(owner_url: str, *, schema: str) -> None:
    """Drop a tenant's own schema and all that is in it."""
    async with connecting(owner_url) as connection:
        await connection.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')


async def current(url: str) -> str | None:
    """Give the revision that the database has, None before the first. Raises UnavailableError.

    Where a tenant's own schema is behind the others, it is that one's.
    """
    async with connecting(url) as connection:
        schemas = ["public", *await _own_schemas(connection)]
        return min([await _revision_of(connection, schema) for schema in schemas], key=lambda found: found or "")


async def _own_schemas(connection: asyncpg.Connection) -> list[str]:
    return [row["nspname"] for row in await connection.fetch(OWN_SCHEMAS)]


async def _revision_of(connection: asyncpg.Connection, schema: str) -> str | None:
    table = f'"{schema}".alembic_version'
    if await connection.fetchval("SELECT to_regclass($1)", table) is None:
        return None
    revision: str | None = await connection.fetchval(f"SELECT version_num FROM {table}")  # noqa: S608 - a schema of ours
    return revision


def head() -> str:
    """Give the newest revision that this program knows."""
    newest = _scripts().get_current_head()
    if newest is None:
        raise RuntimeError("there are no migrations")
    return newest


def revisions_after(revision: str | None) -> list[str]:
    """Give the revisions that follow `revision`, oldest first. Raises CommandError for one that nobody knows."""
    newer = _scripts().iterate_revisions("head", revision or "base")
    return [script.revision for script in reversed(list(newer))]


async def pending(url: str) -> list[str]:
    """Give the revisions that the database lacks, oldest first. Raises UnavailableError."""
    return revisions_after(await current(url))


async def ensure_login(owner_url: str, *, name: str) -> None:
    """Make the application's login, without password: for servers whose socket is the lock (embedded ones).

    Raises UnsafeLoginError when there is one that could see too much.
    """
    if not ROLE_NAME.fullmatch(name):
        raise ValueError(f"not a plain role name: {name!r}")
    async with connecting(owner_url) as connection:
        await connection.execute(CREATE_LOGIN.format(name=name))
        is_unsafe = await connection.fetchval("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = $1", name)
    if is_unsafe:
        raise UnsafeLoginError(f"the role {name} exists with rights of its own; choose another name")


def _run(what: Callable[[Config, str], object], config: Config, revision: str) -> None:
    with _ONE_AT_A_TIME:
        what(config, revision)


def _config(owner_url: str | None = None, *, goes_down: bool = False, only_schema: str | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(revisions.__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes.update(url=owner_url, goes_down=goes_down, only_schema=only_schema)
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
