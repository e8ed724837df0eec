"""A company's own holidays, read from PostgreSQL."""

from sqlalchemy import select

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, columns_of
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.tables.support import holidays
from application.ports.readers.holidays import HOLIDAY_SORTS
from application.shared.page import Page, PageRequest
from domain.shared.ids import TenantId
from domain.support.holidays import Holiday

_LISTING = Listing(
    holidays,
    item=Holiday,
    show=lambda rows: select(*columns_of(rows, Holiday)),
    asks=Asks(
        sorts={
            name: NEWEST_FIRST if name == "created_at" else order
            for name, order in orders_by(holidays, Holiday, HOLIDAY_SORTS).items()
        },
        search=matching(holidays.c.name),
    ),
)


class PostgresHolidayList(TenantReader):
    """Reads a company's own holidays."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[Holiday]:
        """Give them by day, or as `page` asks. Raises MalformedError."""
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page)
