"""StatusRepository, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.identity.user import User
from domain.people.status import DEFAULT_CAPACITY, ChosenStatus, Status
from domain.shared.errors import InvalidError
from domain.shared.ids import TenantId, UserId
from tests.contract.repositories.stored import MINUTE, NOW, a_user, new_id


@pytest.fixture
async def user(uow: PostgresUnitOfWork, tenant_id: TenantId) -> User:
    """A user of the tenant."""
    user = a_user(tenant_id)
    async with uow(tenant_id) as tx:
        await tx.users.add(user)
    return user


async def test_who_never_chose_is_online_when_they_are_there(
    uow: PostgresUnitOfWork, tenant_id: TenantId, user: User
) -> None:
    async with uow(tenant_id) as tx:
        assert await tx.statuses.of([user.id]) == {
            user.id: ChosenStatus(status=Status.ONLINE, since=None, capacity=DEFAULT_CAPACITY)
        }
        assert await tx.statuses.of([]) == {}


async def test_a_choice_is_kept_since_it_was_made(uow: PostgresUnitOfWork, tenant_id: TenantId, user: User) -> None:
    async with uow(tenant_id) as tx:
        await tx.statuses.set_capacity(user.id, 3)
        await tx.statuses.choose(user.id, Status.BUSY, at=NOW)
        await tx.statuses.choose(user.id, Status.BUSY, at=NOW + MINUTE)
        assert await tx.statuses.of([user.id]) == {user.id: ChosenStatus(status=Status.BUSY, since=NOW, capacity=3)}

        await tx.statuses.choose(user.id, Status.AWAY, at=NOW + MINUTE)
        assert (await tx.statuses.of([user.id]))[user.id].since == NOW + MINUTE


async def test_a_capacity_of_nothing_is_one(uow: PostgresUnitOfWork, tenant_id: TenantId, user: User) -> None:
    async with uow(tenant_id) as tx:
        await tx.statuses.choose(user.id, Status.AWAY, at=NOW)
        await tx.statuses.set_capacity(user.id, 0)

        assert await tx.statuses.of([user.id]) == {user.id: ChosenStatus(status=Status.AWAY, since=NOW, capacity=0)}


async def test_is_of_the_tenants_people_only(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, user: User
) -> None:
    async with uow(tenant_id) as tx:
        await tx.statuses.set_capacity(user.id, 3)
    async with uow(other_tenant_id) as tx:
        assert (await tx.statuses.of([user.id]))[user.id] == ChosenStatus()
    for stranger in (user.id, UserId(new_id())):
        with pytest.raises(InvalidError):
            async with uow(other_tenant_id) as tx:
                await tx.statuses.choose(stranger, Status.AWAY, at=NOW)
