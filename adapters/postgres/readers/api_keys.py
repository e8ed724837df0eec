"""API keys, read from PostgreSQL."""

from sqlalchemy import FromClause, select

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.access import api_keys
from adapters.postgres.tables.platform import users
from application.ports.readers.api_keys import API_KEY_SORTS, ApiKeyRow
from application.shared.page import Page, PageRequest
from domain.identity.errors import ApiKeyNotFoundError
from domain.shared.ids import ApiKeyId, TenantId

_LIVES = api_keys.c.revoked_at.is_(None)


def _show(rows: FromClause) -> Shown:
    is_owner = (users.c.tenant_id == rows.c.tenant_id) & (users.c.id == rows.c.user_id)
    return select(*columns_of(rows, ApiKeyRow), users.c.name.label("user_name")).select_from(rows.join(users, is_owner))


_LISTING = Listing(
    api_keys,
    item=ApiKeyRow,
    show=_show,
    where=[_LIVES],
    asks=Asks(
        sorts={"created_at": NEWEST_FIRST, **orders_by(api_keys, ApiKeyRow, API_KEY_SORTS[1:])},
        search=matching(api_keys.c.name),
    ),
)

_ONE = Statement(_show(api_keys).where(is_row(api_keys), _LIVES))


class PostgresApiKeyList(TenantReader):
    """Reads keys."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[ApiKeyRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page)

    async def one(self, tenant_id: TenantId, *, api_key_id: ApiKeyId) -> ApiKeyRow:
        """Give one. Raises ApiKeyNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=api_key_id)
        if row is None:
            raise ApiKeyNotFoundError("There is no such API key.")
        return to_struct(row, ApiKeyRow)
