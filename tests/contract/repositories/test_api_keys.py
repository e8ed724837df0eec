"""ApiKeyRepository, on PostgreSQL."""

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.identity.api_key import ApiKey
from domain.identity.errors import ApiKeyNotFoundError
from domain.identity.user import User
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_user, an_api_key, facts, fetch


@pytest.fixture
async def user(uow: PostgresUnitOfWork, tenant_id: TenantId) -> User:
    """Whom the keys act for."""
    user = a_user(tenant_id)
    async with uow(tenant_id) as tx:
        await tx.users.add(user)
    return user


@pytest.fixture
async def key(uow: PostgresUnitOfWork, tenant_id: TenantId, user: User) -> ApiKey:
    """A key of theirs."""
    key = an_api_key(user, expires_at=NOW + MINUTE)
    async with uow(tenant_id) as tx:
        await tx.api_keys.add(key)
    return key


async def test_gives_back_every_field(uow: PostgresUnitOfWork, tenant_id: TenantId, key: ApiKey) -> None:
    async with uow(tenant_id) as tx:
        assert facts(await tx.api_keys.get(key.id)) == facts(key)


async def test_writes_changes_and_leaves_the_last_use_alone(
    uow: PostgresUnitOfWork, tenant_id: TenantId, key: ApiKey, database_url: str, home: str
) -> None:
    stale = msgspec.structs.replace(key)
    await fetch(database_url, "UPDATE platform.api_keys SET last_used_at = $1", NOW, home=home)
    key.rotate(prefix="pytake_abcdefghijkl", key_hash=b"new")

    async with uow(tenant_id) as tx:
        await tx.api_keys.save(key)

    async with uow(tenant_id) as tx:
        assert facts(await tx.api_keys.get(key.id)) == facts(key)
    [row] = await fetch(database_url, "SELECT last_used_at, key_hash FROM platform.api_keys", home=home)
    assert tuple(row) == (NOW, b"new")
    with pytest.raises(StaleVersionError):
        async with uow(tenant_id) as tx:
            await tx.api_keys.save(stale)


async def test_a_revoked_key_is_not_found(uow: PostgresUnitOfWork, tenant_id: TenantId, key: ApiKey) -> None:
    key.revoke(now=NOW)
    async with uow(tenant_id) as tx:
        await tx.api_keys.save(key)

        with pytest.raises(ApiKeyNotFoundError):
            await tx.api_keys.get(key.id)


async def test_all_of_a_user_end_at_once(uow: PostgresUnitOfWork, tenant_id: TenantId, user: User, key: ApiKey) -> None:
    colleague = a_user(tenant_id)
    theirs, second = an_api_key(colleague), an_api_key(user)
    async with uow(tenant_id) as tx:
        await tx.users.add(colleague)
        await tx.api_keys.add(theirs)
        await tx.api_keys.add(second)

        assert set(await tx.api_keys.revoke_all(user.id, at=NOW)) == {key.id, second.id}
        assert await tx.api_keys.revoke_all(user.id, at=NOW) == []
        assert (await tx.api_keys.get(theirs.id)).revoked_at is None


async def test_another_tenant_has_none(uow: PostgresUnitOfWork, other_tenant_id: TenantId, key: ApiKey) -> None:
    async with uow(other_tenant_id) as tx:
        assert await tx.api_keys.revoke_all(key.user_id, at=NOW) == []
        with pytest.raises(ApiKeyNotFoundError):
            await tx.api_keys.get(key.id)
