"""What every repository is made of: the statements of one row, written from its table, and the save that checks."""

from typing import Any

import asyncpg
import msgspec
from sqlalchemy import Table, Update, bindparam, func, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.constraints import translate
from adapters.postgres.statements import Statement
from domain.shared.aggregate import Aggregate
from domain.shared.errors import StaleVersionError

_NEVER_GIVEN = {"tenant_id", "id", "version"}


def values_of(struct: msgspec.Struct) -> dict[str, object]:
    """Give the fields by name, which are their columns' names; what an aggregate keeps to itself is left out."""
    return {name: getattr(struct, name) for name in struct.__struct_fields__ if not name.startswith("_")}


def decoded(row: Row, *columns: str) -> dict[str, object]:
    """Read `jsonb` columns as plain values, for `msgspec.convert`."""
    return {name: msgspec.json.decode(row[name]) for name in columns}


def insert_into(table: Table) -> Statement:
    """Write a row, of which every column is given."""
    return Statement(insert(table).values(_given(table)))


def insert_dated(table: Table) -> Statement:
    """Write a row whose `updated_at` the database keeps: at first it is `created_at`."""
    return Statement(insert(table).values({**_given(table), "updated_at": bindparam("created_at")}))


def update_version(table: Table) -> Statement:
    """Write what can change, if the row still has the version that was read, and count it up."""
    return Statement(_update(table))


# A column of any type: what SQLAlchemy's own annotations say.
def update_dated(table: Table, **kept: ColumnElement[Any]) -> Statement:
    """Do the same for a row whose `updated_at` the database keeps; `kept` columns are written as they say."""
    return Statement(_update(table, updated_at=func.now(), **kept))


def select_row(table: Table) -> Statement:
    """Read one row by its id."""
    return Statement(select(table).where(is_row(table)))


def is_row(table: Table) -> ColumnElement[bool]:
    """Name one row of the tenant, by its id."""
    return (table.c.tenant_id == bindparam("tenant_id")) & (table.c.id == bindparam("id"))


async def write(connection: TenantConnection, statement: Statement, /, **values: object) -> int:
    """Write rows; give how many. Raises what a violated unique constraint means; the transaction is then over."""
    try:
        return await connection.execute(statement, **values)
    except (asyncpg.UniqueViolationError, asyncpg.ForeignKeyViolationError) as error:
        raise translate(error) from error


async def save_row(
    connection: TenantConnection, statement: Statement, aggregate: Aggregate, **made_of_it: object
) -> None:
    """Write an aggregate and count its version up; `made_of_it` fills columns that are no fields of its own.

    Raises StaleVersionError when somebody was faster.
    """
    if not await write(connection, statement, **{**values_of(aggregate), **made_of_it}):
        raise stale(aggregate)
    aggregate.version += 1


def stale(thing: object) -> StaleVersionError:
    """Say which kind of thing was changed meanwhile."""
    return StaleVersionError(f"This {type(thing).__name__.lower()} was changed meanwhile; load it again.")


# A column of any type: what SQLAlchemy's own annotations say.
def _given(table: Table) -> dict[str, ColumnElement[Any]]:
    return {column.name: bindparam(column.name) for column in table.columns}


def _update(table: Table, **kept: ColumnElement[Any]) -> Update:
    given = {name: value for name, value in _given(table).items() if name not in _NEVER_GIVEN}
    values = {**given, **kept, "version": table.c.version + 1}
    return update(table).values(values).where(is_row(table), table.c.version == bindparam("version"))
