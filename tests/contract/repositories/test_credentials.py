import pytest

from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.credentials import SecondFactor
from domain.identity.errors import UserNotFoundError
from domain.shared.digest import digest_of
from domain.shared.ids import TenantId, UserId
from tests.accounts import NO_PASSWORD, Accounts
from tests.contract.repositories.stored import NOW, new_id

NONE = SecondFactor(sealed=None, enabled_at=None, last_step=None)


@pytest.fixture
async def user_id(platform_database: Database, tenant_id: TenantId) -> UserId:
    return (await Accounts(platform_database).a_session(tenant=tenant_id)).user_id


async def test_a_hash_is_replaced_unless_the_password_changed(
    uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId
):
    async with uow(tenant_id) as tx:
        await tx.credentials.replace_hash(user_id, old="changed meanwhile", new="wrong")
        assert (await tx.users.get(user_id)).password_hash == NO_PASSWORD
        await tx.credentials.replace_hash(user_id, old=NO_PASSWORD, new="newer")

        assert (await tx.users.get(user_id)).password_hash == "newer"


async def test_a_second_factor_comes_and_goes(uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId):
    async with uow(tenant_id) as tx:
        assert await tx.credentials.lock_second_factor(user_id) == NONE
        await tx.credentials.set_up(user_id, sealed=b"sealed")
        assert await tx.credentials.lock_second_factor(user_id) == SecondFactor(
            sealed=b"sealed", enabled_at=None, last_step=None
        )
        await tx.credentials.enable(user_id, step=7, at=NOW)
        await tx.credentials.replace_recovery_codes(user_id, [digest_of("code")])
        assert await tx.credentials.lock_second_factor(user_id) == SecondFactor(
            sealed=b"sealed", enabled_at=NOW, last_step=7
        )
        await tx.credentials.disable(user_id)

        assert await tx.credentials.lock_second_factor(user_id) == NONE
        assert not await tx.credentials.take_recovery_code(user_id, digest_of("code"), at=NOW)


async def test_who_is_not_there_has_none(uow: PostgresUnitOfWork, tenant_id: TenantId):
    with pytest.raises(UserNotFoundError):
        async with uow(tenant_id) as tx:
            await tx.credentials.lock_second_factor(UserId(new_id()))


async def test_each_change_of_the_second_factor_is_a_version(
    uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId
):
    async with uow(tenant_id) as tx:
        stale = await tx.users.get(user_id)
        await tx.credentials.set_up(user_id, sealed=b"sealed")
        await tx.credentials.enable(user_id, step=1, at=NOW)
        await tx.credentials.disable(user_id)
        await tx.credentials.replace_hash(user_id, old=NO_PASSWORD, new="newer")

        assert (await tx.users.get(user_id)).version == stale.version + 4


async def test_a_step_is_taken_once_and_never_an_older_one(
    uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId
):
    async with uow(tenant_id) as tx:
        taken = [await tx.credentials.take_step(user_id, step) for step in (5, 5, 4, 6)]

    assert taken == [True, False, False, True]


async def test_a_save_of_the_user_does_not_bring_an_old_step_back(
    uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId
):
    async with uow(tenant_id) as tx:
        await tx.credentials.set_up(user_id, sealed=b"sealed")
        await tx.credentials.enable(user_id, step=1, at=NOW)
        stale = await tx.users.get(user_id)
        await tx.credentials.take_step(user_id, 5)
        await tx.users.save(stale)

        assert not await tx.credentials.take_step(user_id, 5)


async def test_a_recovery_code_is_good_once(uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId):
    async with uow(tenant_id) as tx:
        await tx.credentials.replace_recovery_codes(user_id, [digest_of("old")])
        await tx.credentials.replace_recovery_codes(user_id, [digest_of("one"), digest_of("two")])
        taken = [
            await tx.credentials.take_recovery_code(user_id, digest_of(code), at=NOW)
            for code in ("one", "one", "two", "old", "none")
        ]

    assert taken == [True, False, True, False, False]
