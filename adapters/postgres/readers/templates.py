"""Templates, read from PostgreSQL."""

from sqlalchemy import Text, bindparam, cast, func, literal_column, select

from adapters.postgres.readers.listing import Asks, Listing, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import select_row
from adapters.postgres.tables.whatsapp import templates
from application.ports.readers.templates import TEMPLATE_SORTS, TemplateFilters, TemplateRow
from application.shared.page import Page, PageRequest
from domain.shared.ids import TemplateId, TenantId
from domain.whatsapp.templates.errors import TemplateNotFoundError

_c = templates.c

_TEXTS = cast(func.jsonb_path_query_array(_c.components, literal_column("CAST('$[*].text' AS jsonpath)")), Text)
"""The header's, the text's and the footer's words, of a book of some hundred rows."""

_LISTING = Listing(
    templates,
    item=TemplateRow,
    show=lambda rows: select(*columns_of(rows, TemplateRow)),
    asks=Asks(
        sorts=orders_by(templates, TemplateRow, TEMPLATE_SORTS),
        filters={
            "whatsapp_config_id": _c.whatsapp_config_id == bindparam("whatsapp_config_id"),
            "status": _c.status == bindparam("status"),
            "category": _c.category == bindparam("category"),
            "language": _c.language == bindparam("language"),
        },
        search=matching(_c.name, _TEXTS),
    ),
)
_ONE = select_row(templates)


class PostgresTemplateList(TenantReader):
    """Reads templates."""

    async def page(self, tenant_id: TenantId, *, filters: TemplateFilters, page: PageRequest) -> Page[TemplateRow]:
        """Give them by name, or as `page` asks. Raises MalformedError."""
        asked = {
            "whatsapp_config_id": filters.whatsapp_config_id,
            "status": filters.status.value if filters.status else None,
            "category": filters.category.value if filters.category else None,
            "language": filters.language,
        }
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters=asked)

    async def one(self, tenant_id: TenantId, *, template_id: TemplateId) -> TemplateRow:
        """Give one. Raises TemplateNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=template_id)
        if row is None:
            raise TemplateNotFoundError("There is no such template.")
        return to_struct(row, TemplateRow)
