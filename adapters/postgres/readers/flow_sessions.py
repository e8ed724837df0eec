"""What happened in a flow's sessions, read from PostgreSQL."""

import msgspec
from sqlalchemy import FromClause, bindparam, select

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contacts
from adapters.postgres.tables.flows import flow_sessions, flow_sprints, flow_versions, flows
from application.ports.readers.flows import (
    FLOW_SESSION_SORTS,
    FlowSessionDetail,
    FlowSessionFilters,
    FlowSessionNotFoundError,
    FlowSessionRow,
    SprintRow,
)
from application.shared.page import Page, PageRequest
from domain.flows.definition import FlowNotFoundError
from domain.shared.ids import FlowId, FlowSessionId, TenantId


def _show(rows: FromClause) -> Shown:
    is_theirs = (contacts.c.tenant_id == rows.c.tenant_id) & (contacts.c.id == rows.c.contact_id)
    is_its = (flow_versions.c.tenant_id == rows.c.tenant_id) & (flow_versions.c.id == rows.c.version_id)
    name, number = contacts.c.name.label("contact_name"), flow_versions.c.number.label("flow_number")
    joined = rows.outerjoin(contacts, is_theirs).outerjoin(flow_versions, is_its)
    return select(*columns_of(rows, FlowSessionRow), name, number).select_from(joined)


_LISTING = Listing(
    flow_sessions,
    item=FlowSessionRow,
    show=_show,
    where=[flow_sessions.c.flow_id == bindparam("flow_id")],
    asks=Asks(
        sorts=dict.fromkeys(FLOW_SESSION_SORTS, NEWEST_FIRST),
        filters={name: flow_sessions.c[name] == bindparam(name) for name in FlowSessionFilters.__struct_fields__},
    ),
)

_IS_THERE = Statement(
    select(flows.c.id).where(flows.c.tenant_id == bindparam("tenant_id"), flows.c.id == bindparam("flow_id"))
)

_ONE = Statement(_show(flow_sessions).add_columns(flow_sessions.c.state).where(is_row(flow_sessions)))

_SPRINTS = Statement(
    select(*columns_of(flow_sprints, SprintRow))
    .where(flow_sprints.c.tenant_id == bindparam("tenant_id"), flow_sprints.c.session_id == bindparam("session_id"))
    .order_by(flow_sprints.c.number)
)


class PostgresFlowSessionList(TenantReader):
    """Reads what happened in a flow."""

    async def page(
        self, tenant_id: TenantId, *, flow_id: FlowId, filters: FlowSessionFilters, page: PageRequest
    ) -> Page[FlowSessionRow]:
        """Give the newest first, or as `page` asks. Raises FlowNotFoundError, MalformedError."""
        async with self._reading(tenant_id) as connection:
            if await connection.fetch_value(_IS_THERE, flow_id=flow_id) is None:
                raise FlowNotFoundError("There is no such flow.")
            return await _LISTING.page(connection, page, filters=msgspec.structs.asdict(filters), flow_id=flow_id)

    async def one(self, tenant_id: TenantId, *, session_id: FlowSessionId) -> FlowSessionDetail:
        """Give one with its trace. Raises FlowSessionNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=session_id)
            if row is None:
                raise FlowSessionNotFoundError("There is no such flow session.")
            sprints = await connection.fetch(_SPRINTS, session_id=session_id)
        return to_struct({**row, "sprints": [to_struct(sprint, SprintRow) for sprint in sprints]}, FlowSessionDetail)
