"""A company's secrets, read from PostgreSQL: never a value."""

from sqlalchemy import select

from adapters.postgres.readers.listing import Asks, Listing, columns_of
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.tables.calls import secrets
from application.ports.readers.secrets import SECRET_SORTS, SecretRow
from application.shared.page import Page, PageRequest
from domain.shared.ids import TenantId

_LISTING = Listing(
    secrets,
    item=SecretRow,
    show=lambda rows: select(*columns_of(rows, SecretRow)),
    asks=Asks(sorts=orders_by(secrets, SecretRow, SECRET_SORTS), search=matching(secrets.c.name)),
)


class PostgresSecretList(TenantReader):
    """Reads a company's secrets."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[SecretRow]:
        """Give them by name, or as `page` asks. Raises MalformedError."""
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page)
