"""OneTimeTokenRepository and OneTimeTokenBook, on PostgreSQL."""

import asyncio
from datetime import timedelta

import pytest

from adapters.postgres.database import Database
from adapters.postgres.one_time_tokens import PostgresOneTimeTokenBook
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.identity.one_time_token import LIFETIMES, OneTimeToken, TokenPurpose
from domain.identity.user import User
from domain.shared.digest import digest_of
from domain.shared.ids import OneTimeTokenId, TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_user, new_id


@pytest.fixture
async def user(uow: PostgresUnitOfWork, tenant_id: TenantId) -> User:
    """A user of the tenant."""
    user = a_user(tenant_id)
    async with uow(tenant_id) as tx:
        await tx.users.add(user)
    return user


def a_token(user: User, text: str = "secret", purpose: TokenPurpose = TokenPurpose.RESET) -> OneTimeToken:
    return OneTimeToken(
        id=OneTimeTokenId(new_id()),
        user_id=user.id,
        purpose=purpose,
        email=user.email,
        token_hash=digest_of(text),
        created_at=NOW,
        expires_at=NOW + LIFETIMES[purpose],
    )


async def use(
    uow: PostgresUnitOfWork,
    user: User,
    text: str = "secret",
    *,
    purpose: TokenPurpose = TokenPurpose.RESET,
    later: timedelta = MINUTE,
) -> OneTimeToken | None:
    async with uow(user.tenant_id) as tx:
        return await tx.one_time_tokens.use(digest_of(text), purpose, at=NOW + later)


@pytest.fixture
async def token(uow: PostgresUnitOfWork, user: User) -> OneTimeToken:
    """A link for a new password."""
    token = a_token(user)
    async with uow(user.tenant_id) as tx:
        await tx.one_time_tokens.put(token)
    return token


async def test_a_link_is_good_once(uow: PostgresUnitOfWork, user: User, token: OneTimeToken) -> None:
    used = await use(uow, user)

    assert used is not None
    assert (used.id, used.user_id, used.email, used.used_at) == (token.id, user.id, user.email, NOW + MINUTE)
    assert await use(uow, user) is None


@pytest.mark.usefixtures("token")
async def test_of_two_at_once_one_gets_it(uow: PostgresUnitOfWork, user: User) -> None:
    used = await asyncio.gather(*(use(uow, user) for _ in range(5)))

    assert sum(one is not None for one in used) == 1


@pytest.mark.usefixtures("token")
@pytest.mark.parametrize(
    ("purpose", "later"),
    [(TokenPurpose.VERIFY, MINUTE), (TokenPurpose.RESET, LIFETIMES[TokenPurpose.RESET])],
)
async def test_it_is_good_for_its_purpose_and_its_time(
    purpose: TokenPurpose, later: timedelta, uow: PostgresUnitOfWork, user: User
) -> None:
    assert await use(uow, user, purpose=purpose, later=later) is None


@pytest.mark.usefixtures("token")
async def test_a_newer_link_takes_its_place(uow: PostgresUnitOfWork, user: User) -> None:
    async with uow(user.tenant_id) as tx:
        await tx.one_time_tokens.put(a_token(user, "newer"))
        await tx.one_time_tokens.put(a_token(user, "other", TokenPurpose.VERIFY))

    assert await use(uow, user) is None
    assert await use(uow, user, "newer") is not None


@pytest.mark.usefixtures("token")
async def test_it_can_be_dropped(uow: PostgresUnitOfWork, user: User) -> None:
    async with uow(user.tenant_id) as tx:
        await tx.one_time_tokens.drop(user.id, TokenPurpose.RESET)

    assert await use(uow, user) is None


@pytest.mark.usefixtures("token")
async def test_another_tenant_cannot_use_it(uow: PostgresUnitOfWork, other_tenant_id: TenantId) -> None:
    async with uow(other_tenant_id) as tx:
        assert await tx.one_time_tokens.use(digest_of("secret"), TokenPurpose.RESET, at=NOW) is None


@pytest.mark.usefixtures("token")
class TestBook:
    async def test_it_knows_whose_a_link_is(self, platform_database: Database, tenant_id: TenantId) -> None:
        book = PostgresOneTimeTokenBook(platform_database)

        assert await book.tenant_of(digest_of("secret")) == tenant_id
        assert await book.tenant_of(digest_of("another")) is None

    async def test_what_is_over_is_removed(
        self, platform_database: Database, uow: PostgresUnitOfWork, user: User
    ) -> None:
        book, over = PostgresOneTimeTokenBook(platform_database), NOW + LIFETIMES[TokenPurpose.RESET]

        assert await book.remove_expired(before=over, limit=10) == 0
        assert await book.remove_expired(before=over + MINUTE, limit=10) == 1
        assert await use(uow, user) is None
