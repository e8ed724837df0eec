"""Files of contacts, read from PostgreSQL."""

from collections.abc import AsyncIterator

import msgspec
from sqlalchemy import FromClause, bindparam, select

from adapters.postgres.readers.listing import NEWEST_FIRST, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contact_import_errors, contact_imports
from application.ports.readers.contact_transfers import ImportDetail, ImportErrorRow, ImportRow
from application.shared.page import Page, PageRequest
from domain.contacts.errors import ImportNotFoundError
from domain.shared.ids import ContactImportId, TenantId

BATCH = 500


def _show(rows: FromClause) -> Shown:
    return select(*columns_of(rows, ImportRow))


_LISTING = Listing(contact_imports, item=ImportRow, show=_show, order=NEWEST_FIRST)
_ONE = Statement(select(*columns_of(contact_imports, ImportDetail)).where(is_row(contact_imports)))
_c = contact_import_errors.c
_ERRORS = Statement(
    select(*columns_of(contact_import_errors, ImportErrorRow))
    .where(
        _c.tenant_id == bindparam("tenant_id"),
        _c.import_id == bindparam("import_id"),
        _c.row_number > bindparam("after"),
    )
    .order_by(_c.row_number, _c.field)
    .limit(bindparam("limit"))
)


class PostgresContactTransferList(TenantReader):
    """Reads imports and what was wrong with their rows."""

    async def imports(self, tenant_id: TenantId, *, page: PageRequest) -> Page[ImportRow]:
        """Give the newest first. Raises MalformedError."""
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page)

    async def one(self, tenant_id: TenantId, *, import_id: ContactImportId) -> ImportDetail:
        """Give one. Raises ImportNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=import_id)
        if row is None:
            raise ImportNotFoundError("There is no such import.")
        return to_struct(row, ImportDetail)

    async def errors(
        self, tenant_id: TenantId, *, import_id: ContactImportId, after: int, limit: int
    ) -> list[ImportErrorRow]:
        """Give what is wrong with the rows behind this one. Raises ImportNotFoundError."""
        await self.one(tenant_id, import_id=import_id)
        return await self._some(tenant_id, import_id, after=after, limit=limit)

    async def all_errors(
        self, tenant_id: TenantId, *, import_id: ContactImportId
    ) -> AsyncIterator[list[ImportErrorRow]]:
        """Give all, some hundreds at a time."""
        after = 0
        while found := await self._some(tenant_id, import_id, after=after, limit=BATCH):
            yield found
            after = found[-1].row_number

    async def _some(
        self, tenant_id: TenantId, import_id: ContactImportId, *, after: int, limit: int
    ) -> list[ImportErrorRow]:
        """Give whole rows only: what is wrong with the last may go on behind the limit."""
        async with self._reading(tenant_id) as connection:
            rows = await connection.fetch(_ERRORS, import_id=import_id, after=after, limit=limit)
        found = [msgspec.convert(dict(row), ImportErrorRow) for row in rows]
        is_cut = len(found) == limit and found[0].row_number != found[-1].row_number
        return [one for one in found if one.row_number != found[-1].row_number] if is_cut else found
