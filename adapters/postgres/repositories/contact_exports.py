"""Exports of contacts in PostgreSQL."""

import msgspec
from sqlalchemy import bindparam, func, select

from adapters.postgres.connection import TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories.rows import insert_dated, save_row, select_row, update_dated, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contact_exports
from domain.contacts.contact_export import ContactExport, ExportScope, ExportState
from domain.contacts.errors import ExportNotFoundError
from domain.shared.ids import ContactExportId

_c = contact_exports.c
_GET = select_row(contact_exports)
_ADD = insert_dated(contact_exports)
_SAVE = update_dated(contact_exports)
_UNFINISHED = Statement(
    select(func.count())
    .select_from(contact_exports)
    .where(
        _c.tenant_id == bindparam("tenant_id"),
        _c.state.in_([str(ExportState.QUEUED), str(ExportState.RUNNING)]),
    )
)
_SCOPE = msgspec.json.Decoder(ExportScope)


class PostgresContactExports:
    """Keeps exports."""

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection, self._events = connection, events

    async def get(self, export_id: ContactExportId) -> ContactExport:
        """Load one. Raises ExportNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=export_id)
        if row is None:
            raise ExportNotFoundError("There is no such export.")
        return msgspec.convert({**row, "filter": _SCOPE.decode(row["filter"])}, ContactExport)

    async def unfinished(self) -> int:
        """Say how many are not over."""
        return int(await self._connection.fetch_value(_UNFINISHED))

    async def add(self, export: ContactExport) -> None:
        """Write a new one."""
        await write(self._connection, _ADD, **values_of(export))
        self._events.record(export.take_events())

    async def save(self, export: ContactExport) -> None:
        """Write changes and events. Raises StaleVersionError on a lost race."""
        await save_row(self._connection, _SAVE, export)
        self._events.record(export.take_events())
