"""The real PostgreSQL and Redis that tests run against: embedded ones, or those that the environment names.

One run has one pair of servers and one migrated template database; each xdist worker clones the template. The process
that starts them tells the others through environment variables, which xdist's workers inherit.
"""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import UUID

import asyncpg
import msgspec

from adapters.postgres import migrations
from adapters.postgres.placements import schema_of
from domain.shared.ids import TenantId
from entrypoints.embedded.erase import erase_folder
from entrypoints.embedded.services import start_services

DATABASE_VARIABLE = "PYTAKE_TEST_DATABASE_URL"
REDIS_VARIABLE = "PYTAKE_TEST_REDIS_URL"
"""Set both to run against servers of your own; the first is of a login that may create databases and roles."""
TEMPLATE_VARIABLE = "PYTAKE_TEST_TEMPLATE"
"""Set by the process that made the template, for the workers."""

LOGIN = "pytake_test"
APART = TenantId(UUID("0198a000-0000-7000-8000-00000000a9a7"))
"""A tenant with a schema of its own, which the template has; its row comes and goes with the test."""
WITHOUT_SERVERS = ("tests/unit", "tests/architecture", "tests/simulator", "tests/embedded")
"""Folders whose tests need no servers, or start their own."""


class Servers(msgspec.Struct, frozen=True, kw_only=True):
    """Where the servers are: the owner's address of PostgreSQL, Redis, and the migrated template's name."""

    owner_url: str
    redis_url: str
    template: str


def known_servers() -> Servers | None:
    """Give the servers that this run's first process has prepared, if it has."""
    template = os.environ.get(TEMPLATE_VARIABLE)
    if template is None:
        return None
    return Servers(owner_url=os.environ[DATABASE_VARIABLE], redis_url=os.environ[REDIS_VARIABLE], template=template)


@contextmanager
def prepared_servers() -> Iterator[Servers]:
    """Start what is not given, make the template, and undo all of it and its clones at the end.

    Servers of our own take their databases along: to drop one costs seconds after a long run.
    """
    with ExitStack() as undo:
        given = _given_urls()
        owner_url, redis_url = given or undo.enter_context(_embedded())
        servers = Servers(owner_url=owner_url, redis_url=redis_url, template=f"pytake_template_{os.getpid()}")
        if given:
            undo.callback(lambda: run(_drop_all(servers)))
        run(_make_template(servers))
        before = {name: os.environ.get(name) for name in (DATABASE_VARIABLE, REDIS_VARIABLE, TEMPLATE_VARIABLE)}
        undo.callback(_restore, before)
        os.environ.update(
            {DATABASE_VARIABLE: owner_url, REDIS_VARIABLE: redis_url, TEMPLATE_VARIABLE: servers.template}
        )
        yield servers


def _restore(before: dict[str, str | None]) -> None:
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def need_servers(arguments: list[str]) -> bool:
    """Whether any of the paths that pytest was given holds tests that need the servers."""
    paths = [argument.split("::")[0].removeprefix("./").rstrip("/") for argument in arguments]
    here = f"{Path.cwd()}/"
    return not paths or not all(path.removeprefix(here).startswith(WITHOUT_SERVERS) for path in paths)


def address(url: str, *, name: str | None = None, user: str | None = None) -> str:
    """Give the address of another database on the same server, or for another login."""
    parts = urlsplit(url)
    place = parts.netloc if user is None else f"{user}@{parts.netloc.rpartition('@')[2]}"
    return urlunsplit(parts._replace(path=parts.path if name is None else f"/{name}", netloc=place))


def redis_address(url: str, *, database: int) -> str:
    """Give the address of a logical database of Redis: a query for sockets, the path for hosts."""
    parts = urlsplit(url)
    if parts.scheme == "unix":
        return f"{parts.scheme}://{parts.path}?db={database}"
    return urlunsplit(parts._replace(path=f"/{database}"))


async def clone_template(servers: Servers, *, name: str) -> str:
    """Make a database from the template; give its owner's address. If its name begins with the template's, it goes
    with the servers; others are dropped by whom they serve.
    """
    await drop_database(servers, name=name)
    await _ask(servers.owner_url, f'CREATE DATABASE "{name}" TEMPLATE "{servers.template}"')
    return address(servers.owner_url, name=name)


async def drop_database(servers: Servers, *, name: str) -> None:
    """Drop a database, also while others are connected to it."""
    await _ask(servers.owner_url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


async def _drop_all(servers: Servers) -> None:
    """Drop the template and what was cloned from it under its name."""
    connection = await asyncpg.connect(dsn=servers.owner_url)
    try:
        found = "SELECT datname FROM pg_database WHERE datname = $1 OR starts_with(datname, $1 || '_')"
        for row in await connection.fetch(found, servers.template):
            await drop_database(servers, name=row["datname"])
    finally:
        await connection.close()


def run(work: Coroutine[object, object, None]) -> None:
    """Run a coroutine to its end in a thread of its own: pytest's loop may be set up in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


async def _make_template(servers: Servers) -> None:
    await drop_database(servers, name=servers.template)
    await _ask(servers.owner_url, f'CREATE DATABASE "{servers.template}"')
    url = address(servers.owner_url, name=servers.template)
    await migrations.upgrade(url)
    await migrations.make_schema(url, schema=schema_of(APART))
    await migrations.ensure_login(url, name=LOGIN)


_EMPTY = """
DO $$
DECLARE
  filled regclass;
  size bigint;
  has_rows boolean;
BEGIN
  PERFORM set_config('session_replication_role', 'replica', true);
  FOR filled, size IN
    SELECT pg_class.oid, pg_relation_size(pg_class.oid) FROM pg_class
    JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relkind = 'r' AND (nspname IN ('public', 'platform') OR nspname LIKE 'tenant\\_%')
      AND relname NOT IN ('alembic_version', 'plans', 'tenant_turns')
  LOOP
    CONTINUE WHEN size = 0;
    IF size > 1024 * 1024 THEN
      EXECUTE format('TRUNCATE %s CASCADE', filled);
      CONTINUE;
    END IF;
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', filled) INTO has_rows;
    IF has_rows THEN
      EXECUTE format('DELETE FROM %s', filled);
    END IF;
  END LOOP;
  DELETE FROM platform.tenant_turns WHERE tenant_id <> '00000000-0000-0000-0000-000000000000';
  INSERT INTO platform.tenants (id, name, slug, status, time_zone, language, created_at, plan)
  VALUES ('00000000-0000-0000-0000-000000000000', 'PyTake', 'platform', 'active', 'UTC', 'en', now(), 'enterprise')
  ON CONFLICT DO NOTHING;
END $$
"""
"""In one call for all tables, of which a test fills some ten: deletes what there is, in any order, as no trigger fires.

The schema's own revision, the plans and the nil tenant's turn belong to the schema. A table that has grown beyond a
MiB is truncated, which takes some 70 ms for all that refer to it; the owner of a test's database is a superuser.
"""


async def empty_tables(connection: asyncpg.Connection) -> None:
    """Empty the tables that hold anything, as their owner."""
    await connection.execute(_EMPTY)


class Sweeper:
    """Empties a database's tables on one connection, and opens another where a test has ended all there were."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: asyncpg.Connection | None = None

    async def sweep(self) -> None:
        """Empty the tables."""
        try:
            await empty_tables(await self._connected())
        except (asyncpg.AdminShutdownError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError, OSError):
            await self.close()
            await empty_tables(await self._connected())

    async def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None

    async def _connected(self) -> asyncpg.Connection:
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(dsn=self._url)
        return self._connection


async def _ask(url: str, sql: str) -> None:
    connection = await asyncpg.connect(dsn=url)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def _given_urls() -> tuple[str, str] | None:
    urls = os.environ.get(DATABASE_VARIABLE, ""), os.environ.get(REDIS_VARIABLE, "")
    return urls if all(urls) else None


@contextmanager
def _embedded() -> Iterator[tuple[str, str]]:
    parent = Path(tempfile.mkdtemp(prefix="pytake-tests-"))
    parent.chmod(0o711)  # the servers' account must be able to pass
    folder = parent / "data"
    try:
        with start_services(folder=folder, durable=False) as running:
            try:
                yield running.services.owner_url, running.services.redis_url
            finally:
                running.postgres.stop(mode="immediate")  # nothing of it is kept, so nothing need be written
    finally:
        erase_folder(folder=folder)
        shutil.rmtree(parent)
