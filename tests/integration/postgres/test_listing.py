"""Lists by pages, on PostgreSQL: every order walks all rows once, whatever is added meanwhile."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import bindparam, select

from adapters.postgres.connection import TenantConnection
from adapters.postgres.database import Database
from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, columns_of
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.search import fold, matching
from adapters.postgres.tables.contacts import contacts
from adapters.system.ids import SystemIds
from application.shared.page import Direction, Page, PageRequest
from domain.shared.errors import MalformedError
from domain.shared.ids import TenantId

Given = list[tuple[str | None, datetime | None, int]]

NOW = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    id: UUID
    name: str | None
    blocked_at: datetime | None
    version: int


LISTING = Listing(
    contacts,
    item=Row,
    show=lambda rows: select(*columns_of(rows, Row)),
    where=[contacts.c.source == bindparam("source")],
    asks=Asks(
        sorts={"newest": NEWEST_FIRST, **orders_by(contacts, Row, ("name", "blocked_at", "version"))},
        filters={
            "version": contacts.c.version == bindparam("version"),
            "is_blocked": contacts.c.blocked_at.is_not(None),
        },
        search=matching(contacts.c.name, contacts.c.username),
    ),
)
SORTS = ("newest", "name", "blocked_at", "version")

_ADD = """
INSERT INTO contacts (tenant_id, id, name, blocked_at, version, source, username, attributes, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, '{}', now(), now())
"""


class Table:
    """The tenant's contacts."""

    def __init__(self, database: Database, tenant_id: TenantId) -> None:
        self._database, self._tenant_id = database, tenant_id
        self._ids = SystemIds()

    async def add(
        self,
        name: str | None,
        *,
        blocked_at: datetime | None = None,
        version: int = 0,
        source: str = "here",
        username: str | None = None,
    ) -> UUID:
        row_id = self._ids.new()
        async with self._database.tenant_transaction(self._tenant_id) as connection:
            await connection.execute(
                _ADD, self._tenant_id, row_id, name, blocked_at, version, source, username
            )  # fmt: skip
        return row_id

    async def clear(self) -> None:
        async with self._database.tenant_transaction(self._tenant_id) as connection:
            await connection.execute("DELETE FROM contacts WHERE tenant_id = $1", self._tenant_id)

    async def page(self, source: str = "here", filters: dict[str, object] | None = None, **asked: object) -> Page[Row]:
        async with self._database.tenant_transaction(self._tenant_id) as connection:
            return await LISTING.page(
                TenantConnection(connection, self._tenant_id),
                msgspec.convert(asked, PageRequest),
                filters=filters,
                source=source,
            )

    async def names(self, **asked: object) -> list[str | None]:
        return [row.name for row in (await self.page(**asked)).items]  # type: ignore[arg-type]  # passed on

    async def pages(self, **asked: object) -> AsyncIterator[list[Row]]:
        cursor: str | None = ""
        while cursor is not None:
            page = await self.page(cursor=cursor, **asked)  # type: ignore[arg-type]  # the same
            yield page.items
            cursor = page.next_cursor


@pytest.fixture
def table(app_database: Database, tenant_id: TenantId) -> Table:
    return Table(app_database, tenant_id)


names = st.one_of(st.none(), st.sampled_from(["Ana", "ana", "Ágata", "Zé", "zelia", "", " ", "_", "%", "éclair"]))
times = st.one_of(st.none(), st.integers(0, 3).map(lambda hours: NOW + timedelta(hours=hours)))
rows = st.lists(st.tuples(names, times, st.integers(-2, 2)), max_size=9)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=rows,
    meanwhile=rows,
    sort=st.sampled_from(SORTS),
    order=st.sampled_from(list(Direction)),
    limit=st.integers(1, 4),
)
async def test_a_walk_meets_every_row_once_whatever_is_added(
    table: Table, before: Given, meanwhile: Given, sort: str, order: Direction, limit: int
) -> None:
    await table.clear()
    known = [await table.add(name, blocked_at=at, version=version) for name, at, version in before]
    met: list[UUID] = []
    coming = list(meanwhile)

    async for items in table.pages(sort=sort, direction=order, limit=limit):
        met += [row.id for row in items]
        if coming:
            name, at, version = coming.pop()
            await table.add(name, blocked_at=at, version=version)

    assert len(met) == len(set(met))
    assert set(known) <= set(met)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=rows, sort=st.sampled_from(SORTS), limit=st.integers(1, 4))
async def test_cursors_and_numbers_give_the_same_and_turned_round_the_reverse(
    table: Table, before: Given, sort: str, limit: int
) -> None:
    await table.clear()
    for name, at, version in before:
        await table.add(name, blocked_at=at, version=version)

    rising = [row.id async for items in table.pages(sort=sort, direction="asc", limit=limit) for row in items]
    falling = [row.id async for items in table.pages(sort=sort, direction="desc", limit=limit) for row in items]
    numbered = [await table.page(sort=sort, direction="asc", limit=limit, page=number + 1) for number in range(10)]

    assert rising == falling[::-1] == [row.id for page in numbered for row in page.items]
    assert {page.total for page in numbered} == {len(before)}


async def test_texts_are_sorted_as_people_do(table: Table) -> None:
    for name in ("Zé", "ana", None, "Ágata", "Bia", "éden"):
        await table.add(name)

    assert await table.names(sort="name") == [None, "Ágata", "ana", "Bia", "éden", "Zé"]
    assert await table.names(sort="name", direction="desc") == ["Zé", "éden", "Bia", "ana", "Ágata", None]


async def test_times_begin_with_the_latest(table: Table) -> None:
    for hours in (2, None, 1):
        await table.add(str(hours), blocked_at=None if hours is None else NOW + timedelta(hours=hours))

    assert await table.names(sort="blocked_at") == ["2", "1", "None"]
    assert await table.names(sort="blocked_at", direction="asc") == ["None", "1", "2"]


async def test_the_first_sort_is_the_lists_own(table: Table) -> None:
    for name in ("first", "second"):
        await table.add(name)

    assert await table.names() == await table.names(sort="newest") == ["second", "first"]


async def test_filters_narrow_and_combine(table: Table) -> None:
    await table.add("1", version=1)
    await table.add("2", version=1, blocked_at=NOW)
    await table.add("3", version=2, blocked_at=NOW)

    assert await table.names(filters={"version": 1}) == ["2", "1"]
    assert await table.names(filters={"is_blocked": True}) == ["3", "2"]
    assert await table.names(filters={"version": 1, "is_blocked": True}) == ["2"]
    assert await table.names(filters={"version": None, "is_blocked": False}) == ["3", "2", "1"]
    assert (await table.page(filters={"version": 1}, limit=1)).total == 2
    assert await table.names(filters={"version": 0}) == []


async def test_what_is_always_so_stays_so(table: Table) -> None:
    await table.add("elsewhere", source="there", version=1)

    assert (await table.page(filters={"version": 1})).items == []
    assert len((await table.page("there", filters={"version": 1})).items) == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jose", ["José da Silva"]),
        ("JOSÉ", ["José da Silva"]),
        ("  da silva ", ["José da Silva"]),
        ("maria", ["@other"]),
        ("%", ["100% café"]),
        ("_", ["under_score"]),
        ("\\", []),
        ("a", ["100% café", "@other", "José da Silva"]),
        ("'; DROP TABLE contacts; --", []),
    ],
)
async def test_a_search_finds_what_people_mean(table: Table, typed: str, found: list[str]) -> None:
    for name in ("José da Silva", "100% café", "under_score"):
        await table.add(name)
    await table.add("@other", username="maria.b")

    assert sorted(map(str, await table.names(search=typed))) == found


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00", max_codepoint=0x24F)))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("asked", [{"sort": "name", "direction": "asc"}, {"sort": "newest", "direction": "asc"}])
async def test_a_cursor_of_another_order_is_refused(table: Table, asked: dict[str, str]) -> None:
    for name in "ab":
        await table.add(name)
    cursor = (await table.page(limit=1)).next_cursor

    with pytest.raises(MalformedError) as refused:
        await table.page(cursor=cursor, **asked)

    assert [detail.field for detail in refused.value.details] == ["cursor"]


async def test_an_unknown_order_is_refused(table: Table) -> None:
    with pytest.raises(MalformedError) as refused:
        await table.page(sort="password_hash")

    assert [detail.field for detail in refused.value.details] == ["sort"]


async def test_statements_are_made_once(table: Table) -> None:
    await table.page(filters={"version": 1}, sort="name")
    made = len(LISTING._cuts)

    await table.page(filters={"version": 2}, sort="name")

    assert len(LISTING._cuts) == made
