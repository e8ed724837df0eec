"""Wrapped data keys in PostgreSQL."""

import asyncio
from uuid import UUID

import msgspec
import pytest

from adapters.postgres.data_keys import PostgresWrappedKeys
from adapters.postgres.database import Database
from application.ports.data_keys import WrappedKey
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM


@pytest.fixture
def keys(platform_database: Database) -> PostgresWrappedKeys:
    return PostgresWrappedKeys(platform_database)


def key(tenant: int, number: int = 1, wrapped: bytes = b"wrapped") -> WrappedKey:
    return WrappedKey(tenant_id=TenantId(UUID(int=tenant)), number=number, wrapped=wrapped)


async def test_a_tenants_keys_are_found(keys: PostgresWrappedKeys) -> None:
    for kept in (key(1), key(1, 2), key(2)):
        await keys.add(kept)

    assert sorted(await keys.of(key(1).tenant_id), key=lambda found: found.number) == [key(1), key(1, 2)]
    assert await keys.of(key(3).tenant_id) == []


async def test_of_many_that_add_the_first_key_one_is_kept(keys: PostgresWrappedKeys) -> None:
    await asyncio.gather(*(keys.add(key(1, wrapped=b"%d" % n)) for n in range(20)))

    assert len(await keys.of(key(1).tenant_id)) == 1


async def test_all_keys_are_walked_in_order_the_platforms_first(keys: PostgresWrappedKeys) -> None:
    all_keys = [WrappedKey(tenant_id=PLATFORM, number=1, wrapped=b"p"), key(1), key(1, 2), key(2), key(2**100)]
    for kept in reversed(all_keys):
        await keys.add(kept)

    walked = await keys.after(None, limit=2)
    while more := await keys.after(walked[-1], limit=2):
        walked += more

    assert walked == all_keys


async def test_a_key_is_replaced_only_while_it_is_the_one_that_was_read(keys: PostgresWrappedKeys) -> None:
    await keys.add(key(1))

    assert await keys.replace(key(1), wrapped=b"anew")
    assert not await keys.replace(key(1), wrapped=b"too late")
    assert not await keys.replace(key(2), wrapped=b"nobody's")
    assert await keys.of(key(1).tenant_id) == [msgspec.structs.replace(key(1), wrapped=b"anew")]


async def test_removed_keys_are_gone_and_others_stay(keys: PostgresWrappedKeys) -> None:
    for kept in (key(1), key(1, 2), key(2)):
        await keys.add(kept)

    await keys.remove(key(1).tenant_id)

    assert await keys.after(None, limit=10) == [key(2)]


async def test_the_application_role_cannot_even_read_them(keys: PostgresWrappedKeys, app_database: Database) -> None:
    """What one company's request does, injected SQL included, runs on this role."""
    await keys.add(key(1))

    async with app_database.transaction(f"SELECT set_config('app.tenant_id', '{UUID(int=1)}', true)") as connection:
        allowed = await connection.fetchval(
            "SELECT has_table_privilege('platform.data_keys', 'SELECT, INSERT, UPDATE, DELETE')"
        )

    assert allowed is False
