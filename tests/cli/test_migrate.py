from collections.abc import AsyncIterator

import asyncpg
import pytest

from adapters.postgres import migrations
from tests.cli.commands import Commands
from tests.servers import Servers, address, drop_database


@pytest.fixture
async def empty_url(servers: Servers, worker_name: str) -> AsyncIterator[str]:
    """A database without anything in it, on the test servers."""
    name = f"empty_{servers.template}_{worker_name}"
    await drop_database(servers, name=name)
    connection = await asyncpg.connect(dsn=servers.owner_url)
    await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()
    yield address(servers.owner_url, name=name)
    await drop_database(servers, name=name)


async def test_check_is_content_with_a_schema_that_is_up_to_date(pytake: Commands) -> None:
    assert await pytake("migrate", "--check") == ""


async def test_check_names_what_is_pending_and_changes_nothing(pytake: Commands, empty_url: str) -> None:
    for _ in range(2):
        told = await pytake.fails("migrate", "--check", DATABASE_OWNER_URL=empty_url)

        assert told.split() == [word for name in migrations.revisions_after(None) for word in ("pending:", name)]


async def test_migrate_brings_an_empty_database_up_to_date(pytake: Commands, empty_url: str) -> None:
    told = await pytake("migrate", DATABASE_OWNER_URL=empty_url)

    assert told.endswith("the schema is up to date\n")
    assert await pytake("migrate", "--check", DATABASE_OWNER_URL=empty_url) == ""
    assert await pytake("migrate", DATABASE_OWNER_URL=empty_url) == "the schema is up to date\n"


async def test_migrate_needs_an_address(pytake: Commands) -> None:
    told = await pytake.fails("migrate", DATABASE_OWNER_URL="", DATABASE_URL="")

    assert "DATABASE_OWNER_URL" in told


async def test_a_server_that_is_away_is_one_line(pytake: Commands) -> None:
    told = await pytake.fails("migrate", DATABASE_OWNER_URL="postgresql://nobody@/x?host=/nowhere")

    assert told.startswith("Error: The database does not answer")


async def test_a_login_that_may_not_migrate_is_told_so(pytake: Commands, empty_url: str) -> None:
    told = await pytake.fails("migrate", DATABASE_OWNER_URL=address(empty_url, user="pytake_test"))

    assert "Error: The database refused: " in told
    assert "DATABASE_OWNER_URL must be" in told
