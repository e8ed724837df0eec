"""UserRepository, on PostgreSQL."""

import asyncio

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.identity.errors import EmailTakenError, UserNotFoundError
from domain.identity.permissions import Role
from domain.identity.user import User
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId, UserId
from tests.contract.repositories.logins import a_login_session, a_refresh_token
from tests.contract.repositories.stored import MINUTE, NOW, a_user, facts, new_id


@pytest.fixture
async def user(uow: PostgresUnitOfWork, tenant_id: TenantId) -> User:
    """A user of the tenant."""
    user = a_user(tenant_id)
    async with uow(tenant_id) as tx:
        await tx.users.add(user)
    return user


class TestKeeping:
    async def test_gives_back_every_field(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        user = a_user(
            tenant_id,
            role="night_shift",
            is_active=False,
            language="en",
            last_login_at=NOW,
            email_verified_at=NOW,
            notifications={"mentions": False},
            has_avatar=True,
            totp_sealed=b"\x01sealed",
            totp_enabled_at=NOW,
            totp_last_step=59_000_000,
            password_changed_at=NOW,
        )

        async with uow(tenant_id) as tx:
            await tx.users.add(user)
        async with uow(tenant_id) as tx:
            loaded, found = await tx.users.get(user.id), await tx.users.find_by_email(user.email)

        assert facts(loaded) == facts(user)
        assert found is not None
        assert facts(found) == facts(user)

    async def test_writes_changes(self, uow: PostgresUnitOfWork, tenant_id: TenantId, user: User) -> None:
        user.rename("Bia")
        user.change_role(Role.SUPERVISOR)
        user.deactivate()

        async with uow(tenant_id) as tx:
            await tx.users.save(user)
        async with uow(tenant_id) as tx:
            loaded = await tx.users.get(user.id)

        assert facts(loaded) == facts(user)
        assert (loaded.name, loaded.role, loaded.is_active, loaded.version) == ("Bia", "supervisor", False, 1)

    async def test_never_moves_the_last_login_back(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, user: User
    ) -> None:
        session = a_login_session(user.id)
        async with uow(tenant_id) as tx:
            await tx.sessions.open(session, a_refresh_token(session, "first"))

        async with uow(tenant_id) as tx:
            await tx.users.save(user)
        async with uow(tenant_id) as tx:
            assert (await tx.users.get(user.id)).last_login_at is not None

    async def test_refuses_a_version_that_is_not_the_newest(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, user: User
    ) -> None:
        stale = msgspec.structs.replace(user)
        async with uow(tenant_id) as tx:
            await tx.users.save(user)

        with pytest.raises(StaleVersionError):
            async with uow(tenant_id) as tx:
                await tx.users.save(stale)


class TestOtherTenants:
    async def test_see_nobody(self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, user: User) -> None:
        async with uow(other_tenant_id) as tx:
            assert await tx.users.find_by_email(user.email) is None
            assert await tx.users.known([user.id]) == set()
            assert await tx.users.holders_of(user.role) == []
            with pytest.raises(UserNotFoundError):
                await tx.users.get(user.id)
            with pytest.raises(StaleVersionError):
                await tx.users.save(user)

    async def test_cannot_have_the_same_email(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, user: User
    ) -> None:
        with pytest.raises(EmailTakenError):
            async with uow(other_tenant_id) as tx:
                await tx.users.add(a_user(other_tenant_id, email=user.email))


class TestDeleting:
    async def test_hides_the_user_and_frees_the_email(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, user: User
    ) -> None:
        email = user.email
        user.delete(now=NOW + MINUTE)

        async with uow(tenant_id) as tx:
            await tx.users.save(user)
            await tx.users.add(a_user(tenant_id, email=email))

        async with uow(tenant_id) as tx:
            assert await tx.users.known([user.id]) == set()
            assert user.id not in await tx.users.holders_of(user.role)
            with pytest.raises(UserNotFoundError):
                await tx.users.get(user.id)


class TestHolders:
    async def test_are_those_of_the_role(self, uow: PostgresUnitOfWork, tenant_id: TenantId, user: User) -> None:
        other = a_user(tenant_id, role="night_shift", is_active=False)
        async with uow(tenant_id) as tx:
            await tx.users.add(other)

            assert await tx.users.holders_of("night_shift") == [other.id]
            assert await tx.users.known([user.id, other.id, UserId(new_id())]) == {user.id, other.id}


class TestAdmins:
    async def test_count_while_they_are_active(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        async with uow(tenant_id) as tx:
            await tx.users.add(a_user(tenant_id, role=Role.ADMIN))
            await tx.users.add(a_user(tenant_id, role=Role.ADMIN, is_active=False))
            await tx.users.add(a_user(tenant_id, role=Role.ADMIN, is_active=False, deleted_at=NOW))
            await tx.users.add(a_user(tenant_id, role=Role.SUPERVISOR))

            assert await tx.users.count_active_admins() == 1

    async def test_who_leave_at_once_see_each_other_leave(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        admins = [a_user(tenant_id, role=Role.ADMIN) for _ in range(2)]
        async with uow(tenant_id) as tx:
            for admin in admins:
                await tx.users.add(admin)

        async def leave(admin: User) -> int:
            async with uow(tenant_id) as tx:
                count = await tx.users.count_active_admins()
                if count > 1:
                    admin.deactivate()
                    await asyncio.sleep(0.05)
                    await tx.users.save(admin)
                return count

        assert sorted(await asyncio.gather(*map(leave, admins))) == [1, 2]
