"""What is known of API keys, roles and invitations outside a tenant's transaction."""

import asyncio
from datetime import timedelta

import pytest

from adapters.postgres.api_keys import PostgresApiKeyFinder, PostgresApiKeyUses
from adapters.postgres.database import Database
from adapters.postgres.invitations import PostgresInvitationFinder
from adapters.postgres.roles import PostgresRolePermissions
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.api_keys import KnownApiKey
from domain.identity.api_key import ApiKey
from domain.identity.permissions import ROLE_PERMISSIONS, Permission, Role
from domain.identity.user import User
from domain.shared.ids import ApiKeyId, TenantId
from tests.contract.repositories.stored import a_role, a_user, an_api_key, an_invitation, new_id
from tests.doubles import FrozenClock

LAST_USED = "SELECT last_used_at FROM platform.api_keys WHERE id = $1"


@pytest.fixture
async def user(uow: PostgresUnitOfWork, tenant_id: TenantId) -> User:
    user = a_user(tenant_id, role=Role.SUPERVISOR)
    async with uow(tenant_id) as tx:
        await tx.users.add(user)
    return user


@pytest.fixture
async def key(uow: PostgresUnitOfWork, tenant_id: TenantId, user: User) -> ApiKey:
    key = an_api_key(user)
    async with uow(tenant_id) as tx:
        await tx.api_keys.add(key)
    return key


class TestFinding:
    async def test_gives_the_key_and_its_owners_role(
        self, platform_database: Database, tenant_id: TenantId, user: User, key: ApiKey
    ) -> None:
        assert await PostgresApiKeyFinder(platform_database).by_prefix(key.prefix) == KnownApiKey(
            id=key.id,
            tenant_id=tenant_id,
            user_id=user.id,
            role=Role.SUPERVISOR,
            key_hash=key.key_hash,
            scopes=key.scopes,
            expires_at=None,
        )

    @pytest.mark.parametrize("why", ["revoked", "deactivated", "deleted"])
    async def test_finds_none_that_nobody_may_use(
        self,
        platform_database: Database,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        user: User,
        key: ApiKey,
        why: str,
    ) -> None:
        async with uow(tenant_id) as tx:
            if why == "revoked":
                key.revoke(now=key.created_at)
                await tx.api_keys.save(key)
            else:
                user.deactivate() if why == "deactivated" else user.delete(now=user.created_at)
                await tx.users.save(user)

        assert await PostgresApiKeyFinder(platform_database).by_prefix(key.prefix) is None


class TestUses:
    async def test_are_written_together_and_never_moved_back(
        self, platform_database: Database, uow: PostgresUnitOfWork, tenant_id: TenantId, key: ApiKey,
        frozen_clock: FrozenClock,
    ) -> None:  # fmt: skip
        uses = PostgresApiKeyUses(platform_database, clock=frozen_clock)
        late = PostgresApiKeyUses(platform_database, clock=FrozenClock(frozen_clock.now() - timedelta(hours=1)))
        uses.note(key.id)
        uses.note(ApiKeyId(new_id()))
        late.note(key.id)

        async with platform_database.connection() as connection:
            assert await connection.fetchval(LAST_USED, key.id) is None
            await uses.close()
            await late.close()
            assert await connection.fetchval(LAST_USED, key.id) == frozen_clock.now()
        async with uow(tenant_id) as tx:
            assert (await tx.api_keys.get(key.id)).version == key.version

    async def test_are_written_after_a_while_by_themselves(
        self, platform_database: Database, key: ApiKey, frozen_clock: FrozenClock
    ) -> None:
        uses = PostgresApiKeyUses(platform_database, clock=frozen_clock, seconds=0.01)
        uses.note(key.id)

        async with asyncio.timeout(60), platform_database.connection() as connection:
            while await connection.fetchval(LAST_USED, key.id) is None:  # noqa: ASYNC110 - a row has no event
                await asyncio.sleep(0.01)
        await uses.close()


class TestRolePermissions:
    async def test_are_the_tenants_own_or_the_domains(
        self, app_database: Database, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        permissions = PostgresRolePermissions(app_database)
        async with uow(tenant_id) as tx:
            await tx.roles.add(a_role(permissions=["flows:read", "abolished:thing"]))

        assert await permissions.of(tenant_id, "plantao") == {Permission.FLOWS_READ}
        assert await permissions.of(TenantId(new_id()), "plantao") == frozenset()
        assert await permissions.of(tenant_id, Role.AGENT) == ROLE_PERMISSIONS[Role.AGENT]


class TestInvitations:
    async def test_are_found_by_their_token(
        self, platform_database: Database, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        finder = PostgresInvitationFinder(platform_database)
        async with uow(tenant_id) as tx:
            await tx.invitations.add(an_invitation(token_hash=b"1"))
            await tx.invitations.add(an_invitation(email="caio@aurora.example"))

        assert await finder.tenant_of(b"1") == tenant_id
        assert await finder.tenant_of(b"2") is None
