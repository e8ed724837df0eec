"""AuditList, on PostgreSQL."""

from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.audit import PostgresAuditList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.ports.audit import Subject
from application.ports.readers.audit import AuditFilters, AuditRow
from application.shared.page import Direction, PageRequest
from domain.audit.actions import AuditAction
from domain.audit.author import SYSTEM, Author, AuthorKind
from domain.shared.errors import MalformedError
from domain.shared.ids import ApiKeyId, TenantId, UserId
from tests.contract.readers.walking import walk
from tests.doubles import FrozenClock

MINUTE = timedelta(minutes=1)


@pytest.fixture
def audit_list(app_database: Database) -> PostgresAuditList:
    return PostgresAuditList(app_database)


@pytest.fixture
def ana(ids: SystemIds) -> Author:
    return Author(kind=AuthorKind.USER, user_id=UserId(ids.new()), ip="192.0.2.1", user_agent="x", request_id="req_1")


@pytest.fixture
async def written(
    uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author, ids: SystemIds, frozen_clock: FrozenClock
) -> list[Subject]:
    """Five entries, a minute apart: ana's on each thing, the last one by her key, the third by nobody."""
    things = [Subject(type="user" if place % 2 else "role", id=ids.new()) for place in range(5)]
    key = msgspec.structs.replace(ana, kind=AuthorKind.API_KEY, api_key_id=ApiKeyId(ids.new()))
    actions = [AuditAction.ROLE_CREATED, AuditAction.USER_CREATED, AuditAction.ROLE_UPDATED]
    for place, thing in enumerate(things):
        author = SYSTEM if place == 2 else key if place == 4 else ana
        async with uow(tenant_id) as tx:
            tx.audit.record(actions[place % 3], by=author, on=thing, before=None, after={"place": place})
        frozen_clock.advance(MINUTE)
    return things


class TestPage:
    async def test_shows_an_entry_with_its_place_in_the_chain(
        self, audit_list: PostgresAuditList, tenant_id: TenantId, written: list[Subject], ana: Author
    ) -> None:
        page = await audit_list.page(tenant_id, filters=AuditFilters(), page=PageRequest(page=5, limit=1))

        [row] = page.items
        assert row == AuditRow(
            id=row.id,
            seq=1,
            at=row.at,
            action="role.created",
            actor_kind="user",
            user_id=ana.user_id,
            user_name=None,
            api_key_id=None,
            ip="192.0.2.1",
            user_agent="x",
            request_id="req_1",
            subject_type="role",
            subject_id=written[0].id,
            before=msgspec.Raw(b"null"),
            after=msgspec.Raw(b'{"place": 0}'),
            hash=row.hash,
        )
        assert len(bytes.fromhex(row.hash)) == 32
        assert page.total == 5

    @pytest.mark.usefixtures("written")
    async def test_gives_the_newest_first_or_the_oldest(
        self, audit_list: PostgresAuditList, tenant_id: TenantId
    ) -> None:
        for direction, seqs in ((None, [5, 4, 3, 2, 1]), (Direction.ASCENDING, [1, 2, 3, 4, 5])):
            page = await audit_list.page(tenant_id, filters=AuditFilters(), page=PageRequest(direction=direction))
            assert [row.seq for row in page.items] == seqs

    @pytest.mark.usefixtures("written")
    async def test_is_walked_by_cursor(self, audit_list: PostgresAuditList, tenant_id: TenantId) -> None:
        pages = await walk(lambda asked: audit_list.page(tenant_id, filters=AuditFilters(), page=asked), limit=2)

        assert [[row.seq for row in page] for page in pages] == [[5, 4], [3, 2], [1]]

    async def test_entries_of_one_moment_are_walked_too(
        self, audit_list: PostgresAuditList, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        async with uow(tenant_id) as tx:
            for _ in range(7):
                tx.audit.record(AuditAction.USER_UPDATED, by=SYSTEM)

        pages = await walk(lambda asked: audit_list.page(tenant_id, filters=AuditFilters(), page=asked), limit=3)

        assert [row.seq for page in pages for row in page] == [7, 6, 5, 4, 3, 2, 1]

    async def test_filters(
        self, audit_list: PostgresAuditList, tenant_id: TenantId, written: list[Subject], ana: Author,
        frozen_clock: FrozenClock,
    ) -> None:  # fmt: skip
        first = frozen_clock.now() - 5 * MINUTE
        whole = await audit_list.page(tenant_id, filters=AuditFilters(), page=PageRequest())
        key = whole.items[0].api_key_id
        for filters, seqs in (
            (AuditFilters(action=AuditAction.ROLE_CREATED), [4, 1]),
            (AuditFilters(user_id=ana.user_id), [5, 4, 2, 1]),
            (AuditFilters(api_key_id=key), [5]),
            (AuditFilters(subject_type="user"), [4, 2]),
            (AuditFilters(subject_id=written[2].id), [3]),
            (AuditFilters(since=first + MINUTE, until=first + 3 * MINUTE), [3, 2]),
            (AuditFilters(since=first + MINUTE, action=AuditAction.ROLE_CREATED), [4]),
            (AuditFilters(subject_id=UUID(int=1)), []),
        ):
            page = await audit_list.page(tenant_id, filters=filters, page=PageRequest())
            assert ([row.seq for row in page.items], page.total) == (seqs, len(seqs)), filters

    @pytest.mark.usefixtures("written")
    async def test_is_empty_for_another_tenant(self, audit_list: PostgresAuditList, other_tenant_id: TenantId) -> None:
        assert (await audit_list.page(other_tenant_id, filters=AuditFilters(), page=PageRequest())).items == []

    async def test_a_cursor_of_another_list_is_malformed(
        self, audit_list: PostgresAuditList, tenant_id: TenantId
    ) -> None:
        with pytest.raises(MalformedError):
            await audit_list.page(tenant_id, filters=AuditFilters(), page=PageRequest(cursor="bm8"))
