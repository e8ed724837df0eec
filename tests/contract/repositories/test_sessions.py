from datetime import timedelta

import pytest

from adapters.postgres.database import Database
from adapters.postgres.sessions import PostgresSessionBook
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.sessions import Family
from application.ports.sessions import TokenOwner
from domain.identity.session import GRACE, EndReason
from domain.identity.user import User
from domain.shared.digest import digest_of
from domain.shared.ids import TenantId, UserId
from tests.accounts import Accounts
from tests.contract.repositories.logins import a_login_session, a_refresh_token
from tests.contract.repositories.stored import NOW, new_id


@pytest.fixture
async def user_id(platform_database: Database, tenant_id: TenantId) -> UserId:
    return (await Accounts(platform_database).a_session(tenant=tenant_id)).user_id


def a_user(tenant_id: TenantId, user_id: UserId) -> User:
    email = f"{user_id}@aurora.example"
    return User(
        id=user_id, tenant_id=tenant_id, email=email, name="Ana", role="agent", password_hash="!", created_at=NOW
    )


async def open_one(uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId, shown: str = "first") -> Family:
    session = a_login_session(user_id)
    token = a_refresh_token(session, shown)
    async with uow(tenant_id) as tx:
        await tx.sessions.open(session, token)
    return Family(session=session, token=token)


async def test_a_family_is_found_by_its_token(uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId):
    family = await open_one(uow, tenant_id, user_id)

    async with uow(tenant_id) as tx:
        assert await tx.sessions.lock_family(digest_of("first")) == family
        assert await tx.sessions.lock_family(digest_of("another")) is None
        assert (await tx.users.get(user_id)).last_login_at == NOW


async def test_another_tenant_finds_nothing(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, user_id: UserId
):
    family = await open_one(uow, tenant_id, user_id)

    async with uow(other_tenant_id) as tx:
        assert await tx.sessions.lock_family(digest_of("first")) is None
        ended = await tx.sessions.end(family.session.id, user_id=user_id, reason=EndReason.LOGGED_OUT, at=NOW)
        assert ended is None


async def test_a_rotation_uses_the_token_and_moves_the_session_on(
    uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId
):
    family = await open_one(uow, tenant_id, user_id)
    later = NOW + timedelta(minutes=10)
    seen = a_login_session(user_id, id=family.session.id, last_seen_at=later, ip="198.51.100.1", user_agent=None)
    successor = a_refresh_token(seen, "second", parent_id=family.token.id, issued_at=later)
    used = a_refresh_token(family.session, "first", id=family.token.id, used_at=later, successor_sealed=b"sealed")

    async with uow(tenant_id) as tx:
        await tx.sessions.rotate(seen, used=used, successor=successor)

    async with uow(tenant_id) as tx:
        assert await tx.sessions.lock_family(digest_of("first")) == Family(session=seen, token=used)
        assert await tx.sessions.lock_family(digest_of("second")) == Family(session=seen, token=successor)


@pytest.mark.parametrize(("later", "is_kept"), [(GRACE - timedelta(seconds=1), True), (GRACE, False)])
async def test_a_successor_is_kept_for_the_grace_only(
    uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId, *, later: timedelta, is_kept: bool
):
    family = await open_one(uow, tenant_id, user_id)
    second = a_refresh_token(family.session, "second", parent_id=family.token.id, issued_at=NOW)
    third = a_refresh_token(family.session, "third", parent_id=second.id, issued_at=NOW + later)
    first_used = a_refresh_token(family.session, "first", id=family.token.id, used_at=NOW, successor_sealed=b"2")
    second_used = a_refresh_token(family.session, "second", id=second.id, used_at=NOW + later, successor_sealed=b"3")

    async with uow(tenant_id) as tx:
        await tx.sessions.rotate(family.session, used=first_used, successor=second)
    async with uow(tenant_id) as tx:
        await tx.sessions.rotate(family.session, used=second_used, successor=third)

    async with uow(tenant_id) as tx:
        found = await tx.sessions.lock_family(digest_of("first"))
    assert found is not None
    assert (found.token.successor_sealed is not None) is is_kept


async def test_a_session_ends_once(uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId):
    family = await open_one(uow, tenant_id, user_id)

    async with uow(tenant_id) as tx:
        ended = await tx.sessions.end(family.session.id, user_id=user_id, reason=EndReason.LOGGED_OUT, at=NOW)
        again = await tx.sessions.end(family.session.id, user_id=user_id, reason=EndReason.ENDED_ELSEWHERE, at=NOW)

    assert ended is not None
    assert (ended.ended_at, ended.end_reason) == (NOW, "logged_out")
    assert again is None


async def test_one_user_does_not_end_anothers(
    uow: PostgresUnitOfWork, tenant_id: TenantId, user_id: UserId, platform_database: Database
):
    family = await open_one(uow, tenant_id, user_id)
    other = await Accounts(platform_database).a_session(tenant=tenant_id)

    async with uow(tenant_id) as tx:
        ended = await tx.sessions.end(family.session.id, user_id=other.user_id, reason=EndReason.LOGGED_OUT, at=NOW)

    assert ended is None


async def test_all_end_but_one(uow: PostgresUnitOfWork, tenant_id: TenantId):
    user_id = UserId(new_id())
    async with uow(tenant_id) as tx:
        await tx.users.add(a_user(tenant_id, user_id))
    families = [await open_one(uow, tenant_id, user_id, str(number)) for number in range(3)]

    async with uow(tenant_id) as tx:
        ended = await tx.sessions.end_all(
            user_id, reason=EndReason.PASSWORD_CHANGED, at=NOW, but=families[0].session.id
        )
        rest = await tx.sessions.end_all(user_id, reason=EndReason.USER_DEACTIVATED, at=NOW)

    assert set(ended) == {family.session.id for family in families[1:]}
    assert rest == [families[0].session.id]


async def test_the_book_knows_whose_a_token_is_and_removes_what_is_old(
    uow: PostgresUnitOfWork, platform_database: Database, tenant_id: TenantId, user_id: UserId
):
    book = PostgresSessionBook(platform_database)
    token = (await open_one(uow, tenant_id, user_id)).token
    owner = TokenOwner(token_id=token.id, tenant_id=tenant_id, user_id=user_id)

    assert await book.owner_of(digest_of("first")) == owner
    assert await book.owner_of(digest_of("another")) is None
    assert await book.remove_ended(before=NOW + timedelta(days=7), limit=10) == 0
    assert await book.remove_ended(before=NOW + timedelta(days=7, seconds=1), limit=10) == 1
    assert await book.owner_of(digest_of("first")) is None
