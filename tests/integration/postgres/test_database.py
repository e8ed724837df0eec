import asyncio

import asyncpg
import msgspec
import pytest

from adapters.postgres import migrations
from adapters.postgres.database import Database, Role
from adapters.postgres.errors import DatabaseBusyError, DatabaseUnavailableError
from tests.integration.postgres.own_server import own_postgres


@pytest.mark.parametrize("role", Role)
async def test_a_connection_starts_as_its_role(login_url: str, role: Role) -> None:
    database = await Database.open(login_url, role=role)
    async with database.connection() as connection:
        assert await connection.fetchval("SELECT current_user") == role
        assert await connection.fetchval("SHOW statement_timeout") == "15s"
    await database.close()


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        (msgspec.Raw(b'{"a": 1}'), {"a": 1}),
        (b"[1, 2]", [1, 2]),
        ({"name": "João", "none": None}, {"name": "João", "none": None}),
        ({"text": "a\0b"}, {"text": "a\ufffdb"}),
        ({"text": "a\\u0000b"}, {"text": "a\\u0000b"}),
        ({"text": "\\\0"}, {"text": "\\\ufffd"}),
        ("plain", "plain"),
    ],
)
async def test_json_comes_back_as_it_went(platform_database: Database, given: object, stored: object) -> None:
    async with platform_database.connection() as connection:
        raw = await connection.fetchval("SELECT $1::jsonb", given)

    assert isinstance(raw, msgspec.Raw)
    assert msgspec.json.decode(raw) == stored


async def test_json_in_arrays_comes_back_as_it_went(platform_database: Database) -> None:
    async with platform_database.connection() as connection:
        rows = await connection.fetch("SELECT * FROM unnest($1::jsonb[]) AS item", [{"a": 1}, msgspec.Raw(b"[2]")])

    assert [msgspec.json.decode(row["item"]) for row in rows] == [{"a": 1}, [2]]


async def test_a_statement_that_takes_too_long_is_busy(platform_database: Database) -> None:
    with pytest.raises(DatabaseBusyError):
        async with platform_database.transaction("SET LOCAL statement_timeout = 20") as connection:
            await connection.execute("SELECT pg_sleep(1)")


async def test_a_server_that_is_not_there_is_unavailable() -> None:
    with pytest.raises(DatabaseUnavailableError):
        await Database.open("postgresql://nobody@/nothing?host=/nonexistent&port=1", role=Role.APP)


async def test_a_connection_that_the_server_ends_is_unavailable_and_replaced(login_url: str) -> None:
    database = await Database.open(login_url, role=Role.PLATFORM, max_size=1)
    same_login = await asyncpg.connect(dsn=login_url)

    with pytest.raises(DatabaseUnavailableError):  # noqa: PT012 - the block is what is tested
        async with database.transaction() as connection:
            await same_login.execute("SELECT pg_terminate_backend($1)", connection.get_server_pid())
            await connection.fetchval("SELECT 1")

    async with database.connection() as connection:
        assert await connection.fetchval("SELECT 1") == 1
    await same_login.close()
    await database.close()


async def test_a_restart_of_the_server_is_survived() -> None:
    with own_postgres() as running:
        url = running.services.owner_url
        await migrations.upgrade(url)
        database = await Database.open(url, role=Role.PLATFORM, min_size=3)

        await asyncio.to_thread(running.postgres.stop, mode="immediate")
        with pytest.raises(DatabaseUnavailableError):
            async with database.connection() as connection:
                await connection.fetchval("SELECT 1")
        await asyncio.to_thread(running.postgres.start)

        for _ in range(3):
            async with database.connection() as connection:
                assert await connection.fetchval("SELECT 1") == 1
        await database.close()


async def test_a_closed_database_is_unavailable(login_url: str) -> None:
    database = await Database.open(login_url, role=Role.APP)
    await database.close()

    with pytest.raises(DatabaseUnavailableError):
        async with database.connection():
            pass
