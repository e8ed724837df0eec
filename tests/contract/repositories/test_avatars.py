"""AvatarRepository, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.identity.avatar import JPEG, PNG, Avatar
from domain.identity.user import User
from domain.shared.ids import TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_user

PICTURE = Avatar(mime=PNG, body=b"\x89PNG\x00\xff")


@pytest.fixture
async def user(uow: PostgresUnitOfWork, tenant_id: TenantId) -> User:
    """A user with a picture."""
    user = a_user(tenant_id)
    async with uow(tenant_id) as tx:
        await tx.users.add(user)
        await tx.avatars.put(user.id, PICTURE, at=NOW)
    return user


async def test_a_picture_is_kept(uow: PostgresUnitOfWork, user: User) -> None:
    async with uow(user.tenant_id) as tx:
        assert await tx.avatars.find(user.id) == PICTURE


async def test_a_newer_one_takes_its_place(uow: PostgresUnitOfWork, user: User) -> None:
    newer = Avatar(mime=JPEG, body=b"\xff\xd8")
    async with uow(user.tenant_id) as tx:
        await tx.avatars.put(user.id, newer, at=NOW + MINUTE)

    async with uow(user.tenant_id) as tx:
        assert await tx.avatars.find(user.id) == newer


async def test_it_can_be_removed(uow: PostgresUnitOfWork, user: User) -> None:
    async with uow(user.tenant_id) as tx:
        await tx.avatars.remove(user.id)

    async with uow(user.tenant_id) as tx:
        assert await tx.avatars.find(user.id) is None


async def test_nobody_sees_that_of_another_tenant(
    uow: PostgresUnitOfWork, user: User, other_tenant_id: TenantId
) -> None:
    async with uow(other_tenant_id) as tx:
        assert await tx.avatars.find(user.id) is None


async def test_that_of_a_deleted_user_is_not_found(uow: PostgresUnitOfWork, user: User) -> None:
    async with uow(user.tenant_id) as tx:
        loaded = await tx.users.get(user.id)
        loaded.delete(now=NOW)
        await tx.users.save(loaded)

    async with uow(user.tenant_id) as tx:
        assert await tx.avatars.find(user.id) is None
