"""What a company promises, read from PostgreSQL."""

from sqlalchemy import FromClause, Integer, extract, select
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.readers.listing import Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.support import sla_policies
from application.ports.readers.sla_policies import SLA_POLICY_SORTS, SlaPolicyRow
from application.shared.page import Page, PageRequest
from domain.shared.ids import SlaPolicyId, TenantId
from domain.support.errors import SlaPolicyNotFoundError


def _show(rows: FromClause) -> Shown:
    return select(
        *columns_of(rows, SlaPolicyRow),
        _minutes(rows.c.first_response).label("first_response_minutes"),
        _minutes(rows.c.resolution).label("resolution_minutes"),
    )


def _minutes(column: ColumnElement[object]) -> ColumnElement[int]:
    return (extract("epoch", column) / 60).cast(Integer)


_LISTING = Listing(
    sla_policies,
    item=SlaPolicyRow,
    show=_show,
    asks=Asks(sorts=orders_by(sla_policies, SlaPolicyRow, SLA_POLICY_SORTS), search=matching(sla_policies.c.name)),
)
_ONE = Statement(_show(sla_policies).where(is_row(sla_policies)))


class PostgresSlaPolicyList(TenantReader):
    """Reads policies."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[SlaPolicyRow]:
        """Give them by place, or as `page` asks. Raises MalformedError."""
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page)

    async def one(self, tenant_id: TenantId, *, policy_id: SlaPolicyId) -> SlaPolicyRow:
        """Give one. Raises SlaPolicyNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=policy_id)
        if row is None:
            raise SlaPolicyNotFoundError("There is no such policy.")
        return to_struct(row, SlaPolicyRow)
