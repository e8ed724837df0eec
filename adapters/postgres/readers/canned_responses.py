"""Canned responses, read from PostgreSQL."""

from collections.abc import Collection

from sqlalchemy import bindparam, or_, select
from sqlalchemy.dialects.postgresql import ARRAY

from adapters.postgres.readers.listing import Asks, Listing, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import select_row
from adapters.postgres.tables.sending import canned_responses
from application.ports.readers.canned_responses import CANNED_SORTS, CannedResponseFilters, CannedResponseRow
from application.shared.page import Page, PageRequest
from domain.messages.errors import CannedResponseNotFoundError
from domain.shared.ids import CannedResponseId, DepartmentId, TenantId

_c = canned_responses.c
_DEPARTMENTS = bindparam("departments", type_=ARRAY(_c.department_id.type))

_LISTING = Listing(
    canned_responses,
    item=CannedResponseRow,
    show=lambda rows: select(*columns_of(rows, CannedResponseRow)),
    asks=Asks(
        sorts=orders_by(canned_responses, CannedResponseRow, CANNED_SORTS),
        filters={
            "departments": or_(_c.department_id.is_(None), _c.department_id == _DEPARTMENTS.any_()),
            "department_id": _c.department_id == bindparam("department_id"),
        },
        search=matching(_c.shortcut, _c.title, _c.content["body"].astext, _c.content["caption"].astext),
    ),
)

_ONE = select_row(canned_responses)


class PostgresCannedResponseList(TenantReader):
    """Reads canned responses."""

    async def page(
        self, tenant_id: TenantId, *, filters: CannedResponseFilters, page: PageRequest
    ) -> Page[CannedResponseRow]:
        """Give them by shortcut, or as `page` asks. Raises MalformedError."""
        departments = None if filters.of is None else list(filters.of)
        asked = {"departments": departments, "department_id": filters.department_id}
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters=asked)

    async def one(
        self, tenant_id: TenantId, *, response_id: CannedResponseId, of: Collection[DepartmentId] | None = None
    ) -> CannedResponseRow:
        """Give one. Raises CannedResponseNotFoundError, also for one that none of these departments has."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=response_id)
        if row is None or (of is not None and row["department_id"] is not None and row["department_id"] not in of):
            raise CannedResponseNotFoundError("There is no such canned response.")
        return to_struct(row, CannedResponseRow)
