"""RoleRepository, on PostgreSQL."""

import asyncio

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.identity.errors import RoleNotFoundError, RoleTakenError
from domain.identity.permissions import ROLE_PERMISSIONS, Permission, Role
from domain.identity.role import TenantRole
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId
from tests.contract.repositories.stored import a_role, a_user, an_invitation, facts


@pytest.fixture
async def role(uow: PostgresUnitOfWork, tenant_id: TenantId) -> TenantRole:
    """A role of the tenant's own."""
    role = a_role()
    async with uow(tenant_id) as tx:
        await tx.roles.add(role)
    return role


class TestKeeping:
    async def test_gives_back_every_field(self, uow: PostgresUnitOfWork, tenant_id: TenantId, role: TenantRole) -> None:
        async with uow(tenant_id) as tx:
            loaded, locked = await tx.roles.get(role.id), await tx.roles.get_to_delete(role.id)

        assert facts(loaded) == facts(role)
        assert facts(locked) == facts(role)

    async def test_writes_changes(self, uow: PostgresUnitOfWork, tenant_id: TenantId, role: TenantRole) -> None:
        stale = msgspec.structs.replace(role)
        role.allow(frozenset({Permission.FLOWS_READ, Permission.AUDIT_READ}))
        async with uow(tenant_id) as tx:
            await tx.roles.save(role)

        async with uow(tenant_id) as tx:
            assert (await tx.roles.get(role.id)).permissions == ["audit:read", "flows:read"]
        with pytest.raises(StaleVersionError):
            async with uow(tenant_id) as tx:
                await tx.roles.save(stale)

    async def test_a_code_is_one_roles_only(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, role: TenantRole
    ) -> None:
        with pytest.raises(RoleTakenError):
            async with uow(tenant_id) as tx:
                await tx.roles.add(a_role(code=role.code, name="Outro"))

    async def test_what_is_removed_is_not_found(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, role: TenantRole
    ) -> None:
        async with uow(tenant_id) as tx:
            await tx.roles.remove(role.id)

            assert await tx.roles.permissions_of(role.code) is None
            with pytest.raises(RoleNotFoundError):
                await tx.roles.get(role.id)

    async def test_another_tenant_has_none_of_it(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, role: TenantRole
    ) -> None:
        async with uow(other_tenant_id) as tx:
            assert await tx.roles.permissions_of(role.code) is None
            with pytest.raises(RoleNotFoundError):
                await tx.roles.get_to_delete(role.id)


class TestPermissions:
    @pytest.mark.parametrize("built_in", [Role.ADMIN, Role.SUPERVISOR, Role.AGENT, Role.VIEWER])
    async def test_of_built_in_roles_are_those_of_the_domain(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, built_in: Role
    ) -> None:
        async with uow(tenant_id) as tx:
            assert await tx.roles.permissions_of(built_in) == ROLE_PERMISSIONS[built_in]

    @pytest.mark.parametrize("code", [Role.SUPER_ADMIN, "unknown", ""])
    async def test_are_none_of_what_nobody_may_be(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, code: str
    ) -> None:
        async with uow(tenant_id) as tx:
            assert await tx.roles.permissions_of(code) is None

    async def test_leave_out_what_was_abolished(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        async with uow(tenant_id) as tx:
            await tx.roles.add(a_role(permissions=["flows:read", "telegrams:send"]))

            assert await tx.roles.permissions_of("plantao") == {Permission.FLOWS_READ}


class TestUse:
    async def test_is_by_users_and_open_invitations(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, role: TenantRole
    ) -> None:
        user = a_user(tenant_id, role=role.code)
        async with uow(tenant_id) as tx:
            assert not await tx.roles.is_in_use(role.code)
            await tx.users.add(user)
            assert await tx.roles.is_in_use(role.code)
            user.delete(now=user.created_at)
            await tx.users.save(user)
            assert not await tx.roles.is_in_use(role.code)
            await tx.invitations.add(an_invitation(role=role.code, expires_at=user.created_at.replace(year=9000)))
            assert await tx.roles.is_in_use(role.code)

    async def test_by_somebody_who_gets_it_at_this_moment_is_seen(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, role: TenantRole
    ) -> None:
        is_given = asyncio.Event()

        async def give() -> None:
            async with uow(tenant_id) as tx:
                await tx.roles.permissions_of(role.code)
                is_given.set()
                await asyncio.sleep(0.1)
                await tx.users.add(a_user(tenant_id, role=role.code))

        async def look() -> bool:
            await is_given.wait()
            async with uow(tenant_id) as tx:
                await tx.roles.get_to_delete(role.id)
                return await tx.roles.is_in_use(role.code)

        assert (await asyncio.gather(give(), look()))[1] is True

    async def test_is_none_once_the_role_is_deleted(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, role: TenantRole
    ) -> None:
        is_locked = asyncio.Event()

        async def delete() -> None:
            async with uow(tenant_id) as tx:
                await tx.roles.get_to_delete(role.id)
                is_locked.set()
                await asyncio.sleep(0.1)
                await tx.roles.remove(role.id)

        async def give() -> frozenset[Permission] | None:
            await is_locked.wait()
            async with uow(tenant_id) as tx:
                return await tx.roles.permissions_of(role.code)

        assert (await asyncio.gather(delete(), give()))[1] is None
