"""A list by pages: which orders, filters and searches it knows, and the page that it gives.

    _LISTING = Listing(
        departments,
        item=DepartmentRow,
        show=lambda rows: select(*columns_of(rows, DepartmentRow)),
        where=[departments.c.deleted_at.is_(None)],
        asks=Asks(
            sorts=orders_by(departments, DepartmentRow, DEPARTMENT_SORTS),
            filters={"role": departments.c.role == bindparam("role"), "is_default": departments.c.is_default},
            search=matching(departments.c.name, departments.c.description),
        ),
    )
    …
    async with self._reading(tenant_id) as connection:
        return await _LISTING.page(connection, page, filters={"role": filters.role, "is_default": filters.default})

`DEPARTMENT_SORTS = ("created_at", "name")` stands beside the read model in `application/ports/readers/`, and the route
names the same: `dependencies={"paging": paged(sorts=DEPARTMENT_SORTS, search=True)}` (entrypoints/http/query.py). The
first sort is the list's own order; without any it is the newest first. A filter that is None or False does not ask. A
table without `tenant_id` is the platform's: read it through `TenantConnection(connection, PLATFORM)`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import FromClause, Select, Table, bindparam, func, select, tuple_
from sqlalchemy.sql.elements import BindParameter, ColumnElement
from sqlalchemy.sql.visitors import iterate

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.readers.cursors import read_cursor, write_cursor
from adapters.postgres.readers.orders import NEWEST_FIRST, Columns, Order
from adapters.postgres.readers.search import pattern_of
from adapters.postgres.statements import Statement
from application.shared.page import Direction, Page, PageRequest, malformed_page

__all__ = ["NEWEST_FIRST", "Asks", "Columns", "Listing", "Order", "Shown", "columns_of", "to_struct"]

Item = TypeVar("Item", bound=msgspec.Struct)
Shown = Select[*tuple[Any, ...]]

OWN_ORDER = "newest"
"""The name, in cursors, of the order of a list that has no sorts."""
KEPT_CUTS = 512
"""More than the sets of filters and orders that people use of one list; each costs three statements of some kilobytes.

Every set is of named filters, so their number is bounded; past this, those least recently made are made again.
"""


class Asks(msgspec.Struct, frozen=True, kw_only=True):
    """What may be asked of a list besides a page: named orders, named conditions, and a search for the parameter `q`.

    A condition whose bind parameter has the filter's own name compares with a value; any other is one by itself. With
    `counts_to` the total is no more than that, and pages by number end there: for a list that may hold millions.
    """

    sorts: Mapping[str, Order] = {}
    filters: Mapping[str, ColumnElement[bool]] = {}
    search: ColumnElement[bool] | None = None
    counts_to: int | None = None


class Cut(msgspec.Struct, frozen=True):
    """A list's statements for one set of conditions in one order."""

    numbered: Statement
    after: Statement
    count: Statement


def to_struct(row: Row, kind: type[Item]) -> Item:
    """Read a row into a read model whose fields are named as the columns."""
    return msgspec.convert(dict(row), kind)


def columns_of(rows: FromClause, item: type[msgspec.Struct]) -> list[ColumnElement[Any]]:
    """Give the columns that a read model shows as they are."""
    return [rows.c[name] for name in item.__struct_fields__ if name in rows.c]


class Listing(Generic[Item]):
    """A table's rows in an order. A page is cut first and then shown, so joins are made for its rows only."""

    def __init__(
        self,
        table: Table,
        *,
        item: type[Item],
        show: Callable[[FromClause], Shown],
        where: Sequence[ColumnElement[bool]] = (),
        order: Order = NEWEST_FIRST,
        asks: Asks | None = None,
    ) -> None:
        self._table, self._item, self._show = table, item, show
        self._asks = asks or Asks()
        self._counts_to = self._asks.counts_to
        self._orders = dict(self._asks.sorts) or {OWN_ORDER: order}
        of_tenant = [table.c.tenant_id == bindparam("tenant_id")] if "tenant_id" in table.c else []
        self._where = (*of_tenant, *where)
        self._compared = {name for name, one in self._asks.filters.items() if name in _parameters(one)}
        self._cuts: dict[tuple[str, Direction, frozenset[str]], Cut] = {}
        self._cut(next(iter(self._orders)), next(iter(self._orders.values())).first, frozenset())

    async def page(
        self,
        connection: TenantConnection,
        request: PageRequest,
        *,
        filters: Mapping[str, object] | None = None,
        shown_with: Mapping[str, object] | None = None,
        counted: int | None = None,
        **values: object,
    ) -> Page[Item]:
        """Give a page; by number with the total, by cursor without. An empty cursor begins. Raises MalformedError.

        `values` fill the parameters of `where`, `shown_with` those that `show` alone has. `counted` is a known total.
        """
        self._refuse_beyond(request)
        asked = _given(filters)
        values |= {name: value for name, value in asked.items() if name in self._compared}
        if request.search is not None and self._asks.search is not None:
            asked["q"] = values["q"] = pattern_of(request.search)
        name, direction = self._wanted(request)
        cut = self._cut(name, direction, frozenset(asked))
        way = f"{name} {direction}"
        one_more = {**(shown_with or {}), **values, "limit": request.limit + 1}
        if request.cursor:
            order = self._orders[name]
            place = order.arguments(read_cursor(request.cursor, order.place, way=way))
            rows = await connection.fetch(cut.after, **one_more, **place)
        else:
            offset = 0 if request.cursor == "" else request.offset
            rows = await connection.fetch(cut.numbered, **one_more, offset=offset)
        by_number = request.cursor is None
        if by_number:
            counted = await connection.fetch_value(cut.count, **values) if counted is None else counted
        return Page(
            items=[to_struct(row, self._item) for row in rows[: request.limit]],
            page=request.page if by_number else None,
            limit=request.limit,
            total=counted if by_number else None,
            next_cursor=self._after(rows[request.limit - 1], name, way) if len(rows) > request.limit else None,
        )

    async def count(self, connection: TenantConnection, *, filters: Mapping[str, object], **values: object) -> int:
        """Count what these filters ask for, as far as the list counts."""
        asked = _given(filters)
        values |= {name: value for name, value in asked.items() if name in self._compared}
        name, order = next(iter(self._orders.items()))
        cut = self._cut(name, order.first, frozenset(asked))
        return int(await connection.fetch_value(cut.count, **values))

    def _refuse_beyond(self, request: PageRequest) -> None:
        if request.cursor is None and self._counts_to is not None and request.offset >= self._counts_to:
            raise malformed_page("page", "within the first {limit} items; go on by cursor", limit=self._counts_to)

    def _after(self, row: Row, name: str, way: str) -> str:
        last = to_struct(row, self._item)
        return write_cursor(msgspec.convert(last, self._orders[name].place, from_attributes=True), way=way)

    def _wanted(self, request: PageRequest) -> tuple[str, Direction]:
        name = request.sort or next(iter(self._orders))
        if name not in self._orders:
            raise malformed_page("sort", "one of {choices}", choices=", ".join(self._orders))
        return name, request.direction or self._orders[name].first

    def _cut(self, name: str, direction: Direction, asked: frozenset[str]) -> Cut:
        key = name, direction, asked
        if (cut := self._cuts.pop(key, None)) is None:
            cut = self._make(self._orders[name], direction, asked)
        self._cuts[key] = cut
        if len(self._cuts) > KEPT_CUTS:
            del self._cuts[next(iter(self._cuts))]
        return cut

    def _make(self, order: Order, direction: Direction, asked: frozenset[str]) -> Cut:
        conditions = [*self._where, *(self._asks.filters[name] for name in sorted(asked - {"q"}))]
        if "q" in asked and self._asks.search is not None:
            conditions.append(self._asks.search)
        falls = direction is Direction.DESCENDING

        def in_order(keys: tuple[ColumnElement[Any], ...]) -> list[ColumnElement[Any]]:
            return [key.desc() if falls else key.asc() for key in keys]

        def shown(page: Shown) -> Statement:
            cut = page.subquery("page")
            return Statement(self._show(cut).order_by(*in_order(order.keys(cut.c))))

        keys, place = tuple_(*order.keys(self._table.c)), tuple_(*order.keys(order.parameters(self._table)))
        sorted_by = in_order(order.keys(self._table.c))
        rows = select(self._table).where(*conditions).order_by(*sorted_by).limit(bindparam("limit"))
        counted = select(self._table.c.id).where(*conditions).limit(self._counts_to).subquery("counted")
        return Cut(
            numbered=shown(rows.offset(bindparam("offset"))),
            after=shown(rows.where(keys < place if falls else keys > place)),
            count=Statement(select(func.count()).select_from(counted)),
        )


def _given(filters: Mapping[str, object] | None) -> dict[str, object]:
    """Leave out the filters that do not ask."""
    return {name: value for name, value in (filters or {}).items() if value is not None and value is not False}


def _parameters(condition: ColumnElement[bool]) -> set[str]:
    return {part.key for part in iterate(condition) if isinstance(part, BindParameter)}
