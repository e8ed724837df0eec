"""A list by pages: its statements, made once, and the page that they give."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import FromClause, Select, Table, bindparam, func, select, tuple_
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.readers.cursors import IdPlace, Place, read_cursor, write_cursor
from adapters.postgres.statements import Statement
from application.shared.page import Page, PageRequest

Item = TypeVar("Item", bound=msgspec.Struct)
Columns = ReadOnlyColumnCollection[str, Any] | dict[str, ColumnElement[Any]]
Shown = Select[*tuple[Any, ...]]


class Order(msgspec.Struct, Generic[Place], frozen=True, kw_only=True):
    """A descending order: its sort keys, made of the columns that are the fields of its `place`."""

    place: type[Place]
    keys: Callable[[Columns], tuple[ColumnElement[Any], ...]]

    def parameters(self, table: Table) -> dict[str, ColumnElement[Any]]:
        """Give the columns of a place as parameters, where a cursor puts its values."""
        return {name: bindparam(name, type_=table.c[name].type) for name in self.place.__struct_fields__}


NEWEST_FIRST = Order(place=IdPlace, keys=lambda columns: (columns["id"],))
"""The order of ids, which are UUIDv7."""


def to_struct(row: Row, kind: type[Item]) -> Item:
    """Read a row into a read model whose fields are named as the columns."""
    return msgspec.convert(dict(row), kind)


def columns_of(rows: FromClause, item: type[msgspec.Struct]) -> list[ColumnElement[Any]]:
    """Give the columns that a read model shows as they are."""
    return [rows.c[name] for name in item.__struct_fields__ if name in rows.c]


class Listing(Generic[Item, Place]):
    """A table's rows in an order. A page is cut first and then shown, so joins are made for its rows only."""

    def __init__(
        self,
        table: Table,
        *,
        where: Sequence[ColumnElement[bool]] = (),
        order: Order[Place],
        show: Callable[[FromClause], Shown],
        item: type[Item],
    ) -> None:
        self._item, self._place = item, order.place
        keys = order.keys(table.c)
        conditions = (table.c.tenant_id == bindparam("tenant_id"), *where)
        rows = select(table).where(*conditions).order_by(*(key.desc() for key in keys)).limit(bindparam("limit"))
        is_after = tuple_(*keys) < tuple_(*order.keys(order.parameters(table)))

        def shown(page: Shown) -> Statement:
            cut = page.subquery("page")
            return Statement(show(cut).order_by(*(key.desc() for key in order.keys(cut.c))))

        self._numbered = shown(rows.offset(bindparam("offset")))
        self._after = shown(rows.where(is_after))
        self._count = Statement(select(func.count()).select_from(table).where(*conditions))

    async def page(self, connection: TenantConnection, request: PageRequest, **values: object) -> Page[Item]:
        """Give a page; by number with the total, by cursor without. An empty cursor begins."""
        one_more = {**values, "limit": request.limit + 1}
        if request.cursor is None:
            total = await connection.fetch_value(self._count, **values)
            rows = await connection.fetch(self._numbered, **one_more, offset=request.offset)
            return self._to_page(rows, request, number=request.page, total=total)
        if request.cursor:
            place = msgspec.structs.asdict(read_cursor(request.cursor, self._place))
            rows = await connection.fetch(self._after, **one_more, **place)
        else:
            rows = await connection.fetch(self._numbered, **one_more, offset=0)
        return self._to_page(rows, request, number=None, total=None)

    def _to_page(
        self, rows: Sequence[Row], request: PageRequest, *, number: int | None, total: int | None
    ) -> Page[Item]:
        items = [to_struct(row, self._item) for row in rows[: request.limit]]
        next_cursor = self._cursor_after(items[-1]) if len(rows) > request.limit else None
        return Page(items=items, page=number, limit=request.limit, total=total, next_cursor=next_cursor)

    def _cursor_after(self, item: Item) -> str:
        return write_cursor(msgspec.convert(item, self._place, from_attributes=True))
