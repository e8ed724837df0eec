import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from adapters.postgres import migrations
from adapters.postgres.database import Database, Role
from adapters.postgres.errors import DatabaseUnavailableError
from adapters.postgres.migrations import UnsafeLoginError
from tests.integration.postgres.own_server import own_postgres
from tests.servers import Servers, address, drop_database

DEBIAN_POSTGRES_15 = Path("/usr/lib/postgresql/15/bin")
BINARIES = [None, *(path for path in [DEBIAN_POSTGRES_15] if path.exists())]

TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname IN ('public', 'platform') AND tablename <> 'alembic_version'"

A_MESSAGE = """
DO $$ BEGIN
  SET LOCAL session_replication_role = replica;
  INSERT INTO messages (tenant_id, id, conversation_id, whatsapp_config_id, direction, type, sender, content, status,
    status_at, version, created_at)
  SELECT one, one, one, one, 'inbound', 'text', 'contact', '{}', 'received', '{}', 0, now()
  FROM (SELECT 'ffffffff-0000-7000-8000-000000000001'::uuid AS one) AS given;
END $$
"""
"""In the default partition, and of nobody."""
PARTS_OF_MESSAGES = "SELECT count(*) FROM pg_inherits WHERE inhparent = 'messages'::regclass"
PARTS_OF_FILES = """
SELECT count(*) FROM pg_inherits JOIN pg_index ON indexrelid = inhrelid
WHERE inhparent = 'messages_files'::regclass AND indisvalid
"""


@pytest.fixture(scope="module", params=BINARIES, ids=lambda path: "debian-15" if path else "wheel-18")
def superuser_url(request: pytest.FixtureRequest) -> Iterator[str]:
    with own_postgres(request.param) as running:
        yield running.services.owner_url


@pytest.fixture
async def empty_url(superuser_url: str) -> str:
    """An empty database whose owner is no superuser, only CREATEROLE, on each version that is installed."""
    await ask(superuser_url, "DROP DATABASE IF EXISTS fresh WITH (FORCE)")
    for role in ("pytake_login", "pytake_app", "pytake_platform", "keeper"):
        await ask(superuser_url, f"DROP ROLE IF EXISTS {role}")
    await ask(superuser_url, "CREATE ROLE keeper LOGIN NOSUPERUSER CREATEROLE")
    await ask(superuser_url, "CREATE DATABASE fresh OWNER keeper")
    return address(superuser_url, name="fresh", user="keeper")


async def ask(url: str, sql: str) -> object:
    connection = await asyncpg.connect(dsn=url)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


async def test_each_revision_goes_up_down_and_up_again(empty_url: str) -> None:
    for revision in migrations.revisions_after(None):
        await migrations.upgrade(empty_url, revision=revision)
        await migrations.downgrade(empty_url, revision="-1")
        await migrations.upgrade(empty_url, revision=revision)

    assert await migrations.current(empty_url) == migrations.head()
    assert await migrations.pending(empty_url) == []


async def test_an_index_on_messages_that_are_there_is_made_beside_the_traffic(
    empty_url: str, superuser_url: str
) -> None:
    await migrations.upgrade(empty_url, revision="0006")
    await ask(address(superuser_url, name="fresh"), A_MESSAGE)
    # Given up halfway, once: what is left of it has another shape.
    await ask(empty_url, "CREATE INDEX messages_default_files ON messages_default (id)")

    await migrations.upgrade(empty_url, revision="0007")

    made = await ask(empty_url, "SELECT pg_get_indexdef('messages_default_files'::regclass)")
    assert "media_id IS NOT NULL" in str(made)
    assert await ask(empty_url, PARTS_OF_FILES) == await ask(empty_url, PARTS_OF_MESSAGES)


async def test_down_to_base_leaves_nothing_behind(empty_url: str) -> None:
    await migrations.upgrade(empty_url)

    await migrations.downgrade(empty_url, revision="base")

    assert await ask(empty_url, TABLES) == 0
    assert await migrations.current(empty_url) is None


async def test_a_revision_that_fails_leaves_nothing_behind(empty_url: str) -> None:
    await ask(empty_url, "CREATE TABLE outbound (in_the_way int)")

    with pytest.raises(Exception, match="outbound"):
        await migrations.upgrade(empty_url)

    assert await ask(empty_url, TABLES) == 1
    assert await migrations.pending(empty_url) == migrations.revisions_after(None)


async def test_two_processes_that_migrate_at_once_do_not_collide(empty_url: str) -> None:
    program = (
        "import asyncio, sys; from adapters.postgres import migrations; asyncio.run(migrations.upgrade(sys.argv[1]))"
    )
    processes = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", program, empty_url, cwd=Path(__file__).parents[3])
        for _ in range(2)
    ]

    assert [await process.wait() for process in processes] == [0, 0]
    assert await migrations.current(empty_url) == migrations.head()


async def test_the_login_takes_both_roles_and_has_no_rights_of_its_own(empty_url: str) -> None:
    await migrations.upgrade(empty_url)

    await migrations.ensure_login(empty_url, name="pytake_login")
    await migrations.ensure_login(empty_url, name="pytake_login")

    login_url = address(empty_url, user="pytake_login")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await ask(login_url, "SELECT count(*) FROM platform.lanes")
    for role in Role:
        database = await Database.open(login_url, role=role)
        async with database.connection() as connection:
            assert await connection.fetchval("SELECT current_user") == role
        await database.close()


async def test_a_login_that_passes_the_fences_by_is_refused(empty_url: str, superuser_url: str) -> None:
    await migrations.upgrade(empty_url)
    await ask(superuser_url, "CREATE ROLE pytake_login LOGIN BYPASSRLS")

    with pytest.raises(UnsafeLoginError):
        await migrations.ensure_login(address(superuser_url, name="fresh"), name="pytake_login")


async def test_a_server_that_is_away_is_unavailable() -> None:
    with pytest.raises(DatabaseUnavailableError):
        await migrations.current("postgresql://nobody@/nothing?host=/nonexistent&port=1")


async def test_the_template_of_this_run_is_at_the_head(servers: Servers, database_url: str) -> None:
    assert await migrations.pending(database_url) == []
    await drop_database(servers, name="of_nobody")
