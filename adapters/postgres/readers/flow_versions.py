"""What was published of a flow, read from PostgreSQL."""

from sqlalchemy import FromClause, bindparam, func, select

from adapters.postgres.connection import TenantConnection
from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from adapters.postgres.tables.flows import flow_versions, flows
from adapters.postgres.tables.platform import users
from application.ports.readers.flow_versions import FLOW_VERSION_SORTS, FlowVersionDetail, FlowVersionRow
from application.shared.page import Page, PageRequest
from domain.flows.definition import FlowNotFoundError
from domain.flows.errors import FlowVersionNotFoundError
from domain.shared.ids import FlowId, TenantId


def _show(rows: FromClause) -> Shown:
    is_by = (users.c.tenant_id == rows.c.tenant_id) & (users.c.id == rows.c.published_by)
    is_of = (flows.c.tenant_id == rows.c.tenant_id) & (flows.c.id == rows.c.flow_id)
    return select(
        *columns_of(rows, FlowVersionRow),
        users.c.name.label("published_by_name"),
        func.coalesce(flows.c.published_version_id == rows.c.id, False).label("is_running"),
    ).select_from(rows.join(flows, is_of).outerjoin(users, is_by))


_LISTING = Listing(
    flow_versions,
    item=FlowVersionRow,
    show=_show,
    where=[flow_versions.c.flow_id == bindparam("flow_id")],
    asks=Asks(sorts=dict.fromkeys(FLOW_VERSION_SORTS, NEWEST_FIRST)),
)
_ONE = Statement(
    _show(flow_versions)
    .add_columns(flow_versions.c.document)
    .where(
        flow_versions.c.tenant_id == bindparam("tenant_id"),
        flow_versions.c.flow_id == bindparam("flow_id"),
        flow_versions.c.number == bindparam("number"),
    )
)
_IS_THERE = Statement(
    select(flows.c.id).where(
        flows.c.tenant_id == bindparam("tenant_id"), flows.c.id == bindparam("flow_id"), flows.c.deleted_at.is_(None)
    )
)


class PostgresFlowVersionList(TenantReader):
    """Reads versions."""

    async def page(self, tenant_id: TenantId, *, flow_id: FlowId, page: PageRequest) -> Page[FlowVersionRow]:
        """Give the newest first, or as `page` asks. Raises FlowNotFoundError, MalformedError."""
        async with self._reading(tenant_id) as connection:
            await _require(connection, flow_id)
            return await _LISTING.page(connection, page, flow_id=flow_id)

    async def one(self, tenant_id: TenantId, *, flow_id: FlowId, number: int) -> FlowVersionDetail:
        """Give one with its document. Raises FlowNotFoundError, FlowVersionNotFoundError."""
        async with self._reading(tenant_id) as connection:
            await _require(connection, flow_id)
            row = await connection.fetch_one(_ONE, flow_id=flow_id, number=number)
        if row is None:
            raise FlowVersionNotFoundError(f"The flow has no version {number}.")
        return to_struct(row, FlowVersionDetail)


async def _require(connection: TenantConnection, flow_id: FlowId) -> None:
    if await connection.fetch_value(_IS_THERE, flow_id=flow_id) is None:
        raise FlowNotFoundError("There is no such flow.")
