"""The list of flows and a flow's draft, read from PostgreSQL."""

from sqlalchemy import FromClause, bindparam, select

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.flows import chatbots, flows
from application.ports.readers.flows import FLOW_SORTS, FlowDetail, FlowFilters, FlowRow
from application.shared.page import Page, PageRequest
from domain.flows.definition import FlowNotFoundError
from domain.shared.ids import FlowId, TenantId

_LIVES = flows.c.deleted_at.is_(None)


def _show(rows: FromClause) -> Shown:
    is_its = (chatbots.c.tenant_id == rows.c.tenant_id) & (chatbots.c.id == rows.c.chatbot_id)
    name = chatbots.c.name.label("chatbot_name")
    return select(*columns_of(rows, FlowRow), name).select_from(rows.outerjoin(chatbots, is_its))


_LISTING = Listing(
    flows,
    item=FlowRow,
    show=_show,
    where=[_LIVES],
    asks=Asks(
        sorts={"created_at": NEWEST_FIRST, **orders_by(flows, FlowRow, FLOW_SORTS[1:])},
        filters={
            "chatbot_id": flows.c.chatbot_id == bindparam("chatbot_id"),
            "published": flows.c.published_version_id.is_not(None),
            "unpublished": flows.c.published_version_id.is_(None),
        },
        search=matching(flows.c.name, flows.c.description),
    ),
)

_ONE = Statement(_show(flows).add_columns(flows.c.draft).where(is_row(flows), _LIVES))


class PostgresFlowList(TenantReader):
    """Reads flows."""

    async def page(self, tenant_id: TenantId, *, filters: FlowFilters, page: PageRequest) -> Page[FlowRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        asked = {
            "chatbot_id": filters.chatbot_id,
            "published": filters.published is True,
            "unpublished": filters.published is False,
        }
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters=asked)

    async def one(self, tenant_id: TenantId, *, flow_id: FlowId) -> FlowDetail:
        """Give one with its draft. Raises FlowNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=flow_id)
        if row is None:
            raise FlowNotFoundError("There is no such flow.")
        return to_struct(row, FlowDetail)
