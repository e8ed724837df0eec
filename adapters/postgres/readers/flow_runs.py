"""What became of a schedule's times, read from PostgreSQL."""

from sqlalchemy import bindparam, select

from adapters.postgres.readers.listing import Asks, Listing, columns_of
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from adapters.postgres.tables.flow_starts import flow_runs
from application.ports.readers.flow_runs import FlowRunRow
from application.shared.page import Page, PageRequest
from domain.flows.definition import FlowNotFoundError
from domain.flows.starts import RunStatus
from domain.shared.ids import FlowId, TenantId

_IS_THERE = Statement("SELECT id FROM flows WHERE tenant_id = :tenant_id AND id = :flow_id AND deleted_at IS NULL")
_RUNS = Listing(
    flow_runs,
    item=FlowRunRow,
    show=lambda rows: select(*columns_of(rows, FlowRunRow)),
    where=(flow_runs.c.flow_id == bindparam("flow_id"),),
    asks=Asks(filters={"status": flow_runs.c.status == bindparam("status")}),
)


class PostgresFlowRunList(TenantReader):
    """Reads runs."""

    async def page(
        self, tenant_id: TenantId, *, flow_id: FlowId, status: RunStatus | None, page: PageRequest
    ) -> Page[FlowRunRow]:
        """Give the newest first. Raises FlowNotFoundError, MalformedError."""
        async with self._reading(tenant_id) as connection:
            if await connection.fetch_value(_IS_THERE, flow_id=flow_id) is None:
                raise FlowNotFoundError("There is no such flow.")
            return await _RUNS.page(connection, page, filters={"status": status}, flow_id=flow_id)
