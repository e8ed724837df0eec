"""How a session is opened, by whatever use case has made sure who it is."""

from datetime import timedelta

import pytest

from adapters.crypto.key_ring import KeyRing, generate_signing_key
from adapters.crypto.tokens import JwtTokens
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.clock import SystemClock
from adapters.system.ids import SystemIds
from application.identity.open_session import OpenSession
from application.ports.sessions import LoggedIn
from application.shared.actor import Origin
from domain.identity.permissions import Role
from domain.identity.user import User
from domain.shared.digest import digest_of
from domain.shared.ids import TenantId
from domain.tenants.settings import SecurityPolicy
from tests.accounts import Accounts

TOKENS = JwtTokens(KeyRing([generate_signing_key()]), issuer="pytake", audience="pytake-api")
ORIGIN = Origin(ip="203.0.113.7", user_agent="Firefox")


@pytest.fixture
async def ana(accounts: Accounts, uow: PostgresUnitOfWork, tenant_id: TenantId) -> User:
    claims = await accounts.a_session(Role.AGENT, tenant=tenant_id)
    async with uow(tenant_id) as tx:
        return await tx.users.get(claims.user_id)


async def opened(
    uow: PostgresUnitOfWork, user: User, *, lifetime: timedelta = timedelta(minutes=15), **policy: object
) -> LoggedIn:
    open_session = OpenSession(tokens=TOKENS, clock=SystemClock(), ids=SystemIds(), lifetime=lifetime)
    async with uow(user.tenant_id) as tx:
        return await open_session(tx, user, policy=SecurityPolicy(**policy), origin=ORIGIN)  # type: ignore[arg-type]


async def test_the_access_token_is_of_the_session_that_the_refresh_token_prolongs(
    uow: PostgresUnitOfWork, ana: User
) -> None:
    tokens = await opened(uow, ana)

    claims = await TOKENS.read(tokens.access_token)
    async with uow(ana.tenant_id) as tx:
        family = await tx.sessions.lock_family(digest_of(tokens.refresh_token))
    assert family is not None
    assert (claims.session_id, claims.user_id, claims.tenant_id) == (family.session.id, ana.id, ana.tenant_id)
    assert (family.session.ip, family.session.user_agent) == ("203.0.113.7", "Firefox")
    assert len(tokens.refresh_token) >= 43


async def test_no_token_outlives_the_companys_policy(uow: PostgresUnitOfWork, ana: User) -> None:
    tokens = await opened(uow, ana, lifetime=timedelta(hours=24), session_hours=1)

    assert (tokens.expires_in, tokens.refresh_expires_in) == (3600, 3600)


async def test_a_policy_that_is_longer_than_a_week_is_no_longer_login(uow: PostgresUnitOfWork, ana: User) -> None:
    assert (await opened(uow, ana, session_hours=720)).refresh_expires_in == 7 * 24 * 3600


@pytest.mark.parametrize("is_required", [True, False])
async def test_it_says_whether_a_second_factor_must_be_set_up(
    uow: PostgresUnitOfWork, ana: User, *, is_required: bool
) -> None:
    assert (await opened(uow, ana, two_factor_required=is_required)).needs_two_factor is is_required


async def test_what_is_shown_of_it_holds_no_token(uow: PostgresUnitOfWork, ana: User) -> None:
    tokens = await opened(uow, ana)

    assert tokens.access_token not in repr(tokens)
    assert tokens.refresh_token not in repr(tokens)
