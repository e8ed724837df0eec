"""SessionList, on PostgreSQL."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.sessions import PostgresSessionList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.sessions import SessionRow
from application.shared.page import PageRequest
from domain.identity.session import EndReason
from domain.shared.errors import MalformedError
from domain.shared.ids import TenantId, UserId
from tests.accounts import Accounts
from tests.contract.readers.walking import walk


@pytest.fixture
def session_list(app_database: Database) -> PostgresSessionList:
    return PostgresSessionList(app_database)


@pytest.fixture
def accounts(platform_database: Database) -> Accounts:
    return Accounts(platform_database)


async def test_it_shows_a_users_sessions_the_newest_first(
    session_list: PostgresSessionList, accounts: Accounts, tenant_id: TenantId
) -> None:
    ana = await accounts.a_session(tenant=tenant_id)
    later = await accounts.a_session(tenant=tenant_id, user=ana.user_id)
    await accounts.a_session(tenant=tenant_id)

    page = await session_list.page(tenant_id, ana.user_id, now=datetime.now(UTC), page=PageRequest())

    assert [row.id for row in page.items] == [later.session_id, ana.session_id]
    assert page.total == 2
    [_, row] = page.items
    assert isinstance(row, SessionRow)
    assert (row.ip, row.user_agent, row.created_at) == ("203.0.113.7", "pytest", row.last_seen_at)


async def test_what_is_over_is_not_shown(
    session_list: PostgresSessionList, accounts: Accounts, uow: PostgresUnitOfWork, tenant_id: TenantId
) -> None:
    now = datetime.now(UTC)
    ana = await accounts.a_session(tenant=tenant_id)
    async with uow(tenant_id) as tx:
        await tx.sessions.end(ana.session_id, user_id=ana.user_id, reason=EndReason.LOGGED_OUT, at=now)
    await accounts.a_session(tenant=tenant_id, user=ana.user_id)

    assert (await session_list.page(tenant_id, ana.user_id, now=now, page=PageRequest())).total == 1
    in_a_month = now + timedelta(days=30)
    assert (await session_list.page(tenant_id, ana.user_id, now=in_a_month, page=PageRequest())).total == 0


async def test_another_tenant_sees_nothing(
    session_list: PostgresSessionList, accounts: Accounts, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    ana = await accounts.a_session(tenant=tenant_id)

    page = await session_list.page(other_tenant_id, ana.user_id, now=datetime.now(UTC), page=PageRequest())

    assert page.items == []


async def test_it_is_walked_by_cursors(
    session_list: PostgresSessionList, accounts: Accounts, tenant_id: TenantId
) -> None:
    ana = await accounts.a_session(tenant=tenant_id)
    for _ in range(4):
        await accounts.a_session(tenant=tenant_id, user=ana.user_id)

    pages = await walk(
        lambda page: session_list.page(tenant_id, ana.user_id, now=datetime.now(UTC), page=page), limit=2
    )

    assert [len(page) for page in pages] == [2, 2, 1]
    assert len({row.id for page in pages for row in page}) == 5


async def test_an_unknown_order_is_malformed(session_list: PostgresSessionList, tenant_id: TenantId) -> None:
    nobody = UserId(uuid4())

    with pytest.raises(MalformedError):
        await session_list.page(tenant_id, nobody, now=datetime.now(UTC), page=PageRequest(sort="ip"))
