"""Imports of contacts in PostgreSQL."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import bindparam, delete, func, select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories.rows import (
    decoded,
    insert_dated,
    is_row,
    save_row,
    select_row,
    update_dated,
    values_of,
    write,
)
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contact_import_errors, contact_imports
from domain.contacts.contact_import import UNFINISHED, ContactImport, RowError
from domain.contacts.errors import ImportNotFoundError
from domain.shared.ids import ContactImportId

_c = contact_imports.c
_GET = select_row(contact_imports)
_LOCK = Statement(select(contact_imports).where(is_row(contact_imports)).with_for_update())
_ADD = insert_dated(contact_imports)
_SAVE = update_dated(contact_imports)
_UNFINISHED = Statement(
    select(func.count())
    .select_from(contact_imports)
    .where(_c.tenant_id == bindparam("tenant_id"), _c.state.in_([str(state) for state in UNFINISHED]))
)
_ADD_ERRORS = Statement(
    """
    INSERT INTO contact_import_errors (tenant_id, import_id, row_number, field, code, message, raw)
    SELECT CAST(:tenant_id AS uuid), CAST(:import_id AS uuid), wrong.*
    FROM unnest(CAST(:rows AS int[]), CAST(:fields AS text[]), CAST(:codes AS text[]), CAST(:messages AS text[]),
      CAST(:raws AS text[])) AS wrong
    LIMIT greatest(0, CAST(:room AS int) - (SELECT count(*) FROM contact_import_errors
      WHERE tenant_id = :tenant_id AND import_id = :import_id))
    ON CONFLICT DO NOTHING
    """
)
_errors = contact_import_errors.c
_FORGET_ERRORS = Statement(
    delete(contact_import_errors).where(
        _errors.tenant_id == bindparam("tenant_id"), _errors.import_id == bindparam("import_id")
    )
)


def to_domain(row: Row) -> ContactImport:
    """Read a row."""
    return msgspec.convert({**row, **decoded(row, "plan", "found")}, ContactImport)


class PostgresContactImports:
    """Keeps imports, and what was wrong with their rows."""

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection, self._events = connection, events

    async def get(self, import_id: ContactImportId) -> ContactImport:
        """Load one. Raises ImportNotFoundError."""
        return await self._found(_GET, import_id)

    async def lock(self, import_id: ContactImportId) -> ContactImport:
        """Load one for changing it; whoever else wants to waits. Raises ImportNotFoundError."""
        return await self._found(_LOCK, import_id)

    async def unfinished(self) -> int:
        """Say how many are not over."""
        return int(await self._connection.fetch_value(_UNFINISHED))

    async def add(self, importing: ContactImport) -> None:
        """Write a new one."""
        await write(self._connection, _ADD, **values_of(importing))
        self._events.record(importing.take_events())

    async def save(self, importing: ContactImport) -> None:
        """Write changes and events. Raises StaleVersionError on a lost race."""
        await save_row(self._connection, _SAVE, importing)
        self._events.record(importing.take_events())

    async def add_errors(self, import_id: ContactImportId, errors: Sequence[RowError], *, room: int) -> None:
        """Keep what was wrong with rows; no more than `room` of an import are kept."""
        if errors:
            await self._connection.execute(
                _ADD_ERRORS,
                import_id=import_id,
                rows=[error.row_number for error in errors],
                fields=[error.field for error in errors],
                codes=[error.code for error in errors],
                messages=[error.message for error in errors],
                raws=[error.raw for error in errors],
                room=room,
            )

    async def forget_errors(self, import_id: ContactImportId) -> None:
        """Keep none: it is read anew."""
        await self._connection.execute(_FORGET_ERRORS, import_id=import_id)

    async def _found(self, statement: Statement, import_id: ContactImportId) -> ContactImport:
        row = await self._connection.fetch_one(statement, id=import_id)
        if row is None:
            raise ImportNotFoundError("There is no such import.")
        return to_domain(row)
