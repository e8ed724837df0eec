"""The hosts that a company's flows called, read from PostgreSQL."""

from sqlalchemy import select

from adapters.postgres.readers.listing import Asks, Listing, columns_of
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.tables.calls import api_hosts
from application.ports.readers.api_hosts import API_HOST_SORTS, ApiHostRow
from application.shared.page import Page, PageRequest
from domain.shared.ids import TenantId

_LISTING = Listing(
    api_hosts,
    item=ApiHostRow,
    show=lambda rows: select(*columns_of(rows, ApiHostRow)),
    asks=Asks(
        sorts=orders_by(api_hosts, ApiHostRow, API_HOST_SORTS),
        filters={"is_failing": api_hosts.c.failures_in_a_row > 0},
        search=matching(api_hosts.c.host),
    ),
)


class PostgresApiHostList(TenantReader):
    """Reads the hosts that a company's flows called."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest, is_failing: bool = False) -> Page[ApiHostRow]:
        """Give them by name, or as `page` asks. Raises MalformedError."""
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters={"is_failing": is_failing})
