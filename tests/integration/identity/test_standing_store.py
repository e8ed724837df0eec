"""What the database says of sessions, API keys and tenants."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from adapters.postgres.database import Database
from adapters.postgres.standings import PostgresStandings
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.ports.tokens import AccessClaims
from domain.identity.api_key_text import write_api_key
from domain.identity.permissions import Permission, Role, built_in_permissions
from domain.identity.role import TenantRole
from domain.shared.digest import digest_of
from domain.shared.ids import DepartmentId, RoleId, SessionId, TenantId
from domain.tenants.tenant import PLATFORM, TenantStatus
from tests.accounts import Accounts

KEY = write_api_key(letters="ab12cd34ef56", secret="s" * 43)
POLICY = """UPDATE platform.tenants SET settings = '{"security": {"two_factor_required": true, "session_hours": 1}}'"""


async def do(database: Database, sql: str, *values: object) -> None:
    async with database.connection() as connection:
        await connection.execute(sql, *values)


@pytest.fixture
async def ana(accounts: Accounts, tenant_id: TenantId) -> AccessClaims:
    return await accounts.a_session(Role.AGENT, tenant=tenant_id)


async def test_a_session_that_lives_has_its_roles_permissions(store: PostgresStandings, ana: AccessClaims):
    [standing] = await store.sessions([ana.session_id])

    assert (standing.session_id, standing.user_id, standing.tenant_id, standing.role) == (
        ana.session_id,
        ana.user_id,
        ana.tenant_id,
        "agent",
    )
    assert standing.permissions == built_in_permissions(Role.AGENT)
    assert not standing.needs_two_factor


async def test_many_are_read_at_once(store: PostgresStandings, accounts: Accounts, tenant_id: TenantId):
    people = [await accounts.a_session(role, tenant=tenant_id) for role in (Role.ADMIN, Role.VIEWER, Role.VIEWER)]

    found = await store.sessions([*(one.session_id for one in people), SessionId(uuid4())])

    assert {one.session_id: one.role for one in found} == {one.session_id: one.role for one in people}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE platform.sessions SET ended_at = now()",
        "UPDATE platform.sessions SET expires_at = now() - interval '1 second'",
        "UPDATE platform.users SET is_active = false",
        "UPDATE platform.users SET deleted_at = now()",
        "UPDATE platform.tenants SET status = 'cancelled' WHERE slug <> 'platform'",
        "UPDATE platform.tenants SET deleted_at = now() WHERE slug <> 'platform'",
    ],
)
async def test_what_is_over_has_no_standing(
    store: PostgresStandings, platform_database: Database, ana: AccessClaims, sql: str
):
    await do(platform_database, sql)

    assert await store.sessions([ana.session_id]) == []


async def test_a_suspended_tenants_people_still_stand(
    store: PostgresStandings, platform_database: Database, ana: AccessClaims
):
    await do(platform_database, "UPDATE platform.tenants SET status = 'suspended' WHERE id = $1", ana.tenant_id)

    assert len(await store.sessions([ana.session_id])) == 1
    standing = await store.tenant(ana.tenant_id)
    assert standing is not None
    assert standing.status is TenantStatus.SUSPENDED


async def test_a_role_of_the_tenants_own_holds_what_it_says_now(
    store: PostgresStandings, accounts: Accounts, uow: PostgresUnitOfWork, ids: SystemIds, tenant_id: TenantId
):
    role = TenantRole(
        id=RoleId(ids.new()),
        code="night_shift",
        name="Plantão",
        description="",
        permissions=["flows:read", "abolished:permission"],
        created_at=datetime.now(UTC),
    )
    async with uow(tenant_id) as tx:
        await tx.roles.add(role)
    claims = await accounts.a_session("night_shift", tenant=tenant_id)
    gone = await accounts.a_session("no_such_role", tenant=tenant_id)

    found = {one.session_id: one for one in await store.sessions([claims.session_id, gone.session_id])}

    assert found[claims.session_id].permissions == {Permission.FLOWS_READ}
    assert found[gone.session_id].permissions == frozenset()


async def test_the_policy_asks_for_a_second_factor_and_ends_sessions(
    store: PostgresStandings, platform_database: Database, ana: AccessClaims
):
    await do(platform_database, POLICY)

    [standing] = await store.sessions([ana.session_id])

    assert standing.needs_two_factor
    assert standing.expires_at is not None
    assert standing.expires_at < datetime.now(UTC) + timedelta(hours=1, seconds=1)
    await do(platform_database, "UPDATE platform.users SET totp_enabled_at = now()")
    [standing] = await store.sessions([ana.session_id])
    assert not standing.needs_two_factor


async def test_an_operator_stands_in_the_platforms_own_tenant(store: PostgresStandings, accounts: Accounts):
    claims = await accounts.a_session(Role.SUPER_ADMIN, tenant=PLATFORM)

    [standing] = await store.sessions([claims.session_id])

    assert (standing.tenant_id, standing.permissions) == (PLATFORM, frozenset())


async def add_key(database: Database, ana: AccessClaims, *, scopes: list[str], expires_at: datetime | None = None):
    await do(
        database,
        """INSERT INTO platform.api_keys
        (tenant_id, id, user_id, name, prefix, key_hash, scopes, created_at, updated_at, expires_at, version)
        VALUES ($1, $2, $3, 'ERP', $4, $5, $6, now(), now(), $7, 1)""",
        ana.tenant_id,
        uuid4(),
        ana.user_id,
        KEY[: -len("_" + "s" * 43)],
        digest_of(KEY),
        scopes,
        expires_at,
    )


async def test_a_key_holds_its_scopes_within_its_users_role(
    store: PostgresStandings, platform_database: Database, ana: AccessClaims
):
    await add_key(platform_database, ana, scopes=["flows:read", "flows:publish", "conversations:read"])

    standing = await store.api_key(KEY)

    assert standing is not None
    assert (standing.user_id, standing.tenant_id) == (ana.user_id, ana.tenant_id)
    assert standing.permissions == {Permission.FLOWS_READ, Permission.CONVERSATIONS_READ}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE platform.api_keys SET revoked_at = now()",
        "UPDATE platform.users SET is_active = false",
        "UPDATE platform.users SET deleted_at = now()",
    ],
)
async def test_a_key_that_is_over_has_no_standing(
    store: PostgresStandings, platform_database: Database, ana: AccessClaims, sql: str
):
    await add_key(platform_database, ana, scopes=["flows:read"])
    await do(platform_database, sql)

    assert await store.api_key(KEY) is None


@pytest.mark.parametrize("text", ["", "pytake_ab12cd34ef56_" + "t" * 43, KEY + "s", KEY[:-1], "é" * 63, "x" * 10_000])
async def test_anything_else_is_no_key(
    store: PostgresStandings, platform_database: Database, ana: AccessClaims, text: str
):
    await add_key(platform_database, ana, scopes=["flows:read"])

    assert await store.api_key(text) is None


async def test_a_tenants_own_limits_are_in_its_standing(
    store: PostgresStandings, platform_database: Database, tenant_id: TenantId
):
    settings = (
        '{"security": {"allowed_networks": ["203.0.113.0/24"]}, "rate_limits": {"requests_per_second": 7, "burst": 9},'
        ' "dashboard_origins": ["https://painel.aurora.example"]}'
    )
    await do(platform_database, f"UPDATE platform.tenants SET settings = '{settings}' WHERE id = $1", tenant_id)  # noqa: S608

    standing = await store.tenant(tenant_id)

    assert standing is not None
    assert standing.allowed_networks == ("203.0.113.0/24",)
    assert (standing.requests_per_second, standing.burst) == (7, 9)
    assert standing.dashboard_origins == ("https://painel.aurora.example",)
    assert await store.tenant(TenantId(uuid4())) is None


async def test_a_session_and_a_key_know_their_departments(
    store: PostgresStandings, platform_database: Database, uow: PostgresUnitOfWork, ana: AccessClaims, ids: SystemIds
):
    support = DepartmentId(ids.new())
    async with uow(ana.tenant_id) as tx:
        await tx.departments.add(support, name="Suporte")
        await tx.departments.set_members(support, [ana.user_id])
    await add_key(platform_database, ana, scopes=["conversations:read"])

    [session], by_key = await store.sessions([ana.session_id]), await store.api_key(KEY)

    assert session.departments == frozenset({support})
    assert by_key is not None
    assert by_key.departments == frozenset({support})
