"""In which orders a list can be read, so that a page can begin where the one before ended."""

from collections.abc import Callable
from typing import Any, get_type_hints
from uuid import UUID

import msgspec
from sqlalchemy import Boolean, Date, Integer, Table, Text, Uuid, bindparam, case, literal_column
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import TypeEngine

from adapters.postgres.readers.cursors import IdPlace
from adapters.postgres.readers.search import folded
from application.shared.page import Direction

Columns = ReadOnlyColumnCollection[str, Any] | dict[str, ColumnElement[Any]]
Keys = tuple[ColumnElement[Any], ...]

_LOWEST: tuple[tuple[type[TypeEngine[Any]], str], ...] = (
    (TIMESTAMP, "'-infinity'::timestamptz"),
    (Date, "'-infinity'::date"),
    (Integer, "'-9223372036854775808'::bigint"),
    (Boolean, "false"),
    (Uuid, "'00000000-0000-0000-0000-000000000000'::uuid"),
    (Text, "''"),
)
"""What NULL counts as, for a comparison with NULL is neither true nor false, and a page would begin nowhere."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Sort keys, made of the columns that are the fields of its `place`; the last one is unique."""

    place: type[msgspec.Struct]
    keys: Callable[[Columns], Keys]
    first: Direction = Direction.DESCENDING

    def parameters(self, table: Table) -> dict[str, ColumnElement[Any]]:
        """Give the columns of a place as parameters, where a cursor puts its values."""
        return {name: bindparam(f"after_{name}", type_=table.c[name].type) for name in self.place.__struct_fields__}

    def arguments(self, place: msgspec.Struct) -> dict[str, object]:
        """Give a place's values for those parameters."""
        return {f"after_{name}": value for name, value in msgspec.structs.asdict(place).items()}


NEWEST_FIRST = Order(place=IdPlace, keys=lambda columns: (columns["id"],))
"""The order of ids, which are UUIDv7."""


def by(table: Table, item: type[msgspec.Struct], name: str, *, first: Direction = Direction.ASCENDING) -> Order:
    """Order by a column that the item shows under its own name, texts as a dictionary does, NULL as the lowest.

    It reads all rows that the filters leave: give a large table's list an order of its own, made for an index.
    """
    shown = get_type_hints(item)[name]
    place = msgspec.defstruct(
        f"By_{name}", [(name, shown), ("id", UUID)], frozen=True, kw_only=True, forbid_unknown_fields=True
    )
    column = table.c[name]
    return Order(place=place, keys=lambda columns: (_comparable(columns[name], column), columns["id"]), first=first)


def orders_by(table: Table, item: type[msgspec.Struct], names: tuple[str, ...]) -> dict[str, Order]:
    """Give an order for each of these columns: times with the latest first, all else with the lowest."""
    return {
        name: by(
            table,
            item,
            name,
            first=Direction.DESCENDING if isinstance(table.c[name].type, TIMESTAMP) else Direction.ASCENDING,
        )
        for name in names
    }


def _comparable(value: ColumnElement[Any], column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Give a value that is never NULL; it is a CASE as row-level security lets no COALESCE near an index."""
    kind = column.type
    if isinstance(kind, Text):
        value = folded(value)
    if not getattr(column, "nullable", True):
        return value
    lowest = next(lowest for of, lowest in _LOWEST if isinstance(kind, of))
    return case((value.is_(None), literal_column(lowest, type_=kind)), else_=value)
