"""The list of WhatsApp configs, read from PostgreSQL."""

from sqlalchemy import FromClause, func, select

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.whatsapp import whatsapp_configs
from application.ports.readers.whatsapp_configs import CONFIG_SORTS, WhatsAppConfigFilters, WhatsAppConfigRow
from application.shared.page import Page, PageRequest
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.errors import ConfigNotFoundError

_SECRETS = ("access_token", "app_secret", "verify_token")


def _show(rows: FromClause) -> Shown:
    there = [(func.length(rows.c[f"{secret}_sealed"]) > 0).label(f"has_{secret}") for secret in _SECRETS]
    return select(*columns_of(rows, WhatsAppConfigRow), *there)


_THERE = whatsapp_configs.c.deleted_at.is_(None)


_LISTING = Listing(
    whatsapp_configs,
    item=WhatsAppConfigRow,
    show=_show,
    where=[_THERE],
    asks=Asks(
        sorts={"created_at": NEWEST_FIRST, **orders_by(whatsapp_configs, WhatsAppConfigRow, CONFIG_SORTS[1:])},
        filters={"active": whatsapp_configs.c.is_active, "inactive": ~whatsapp_configs.c.is_active},
        search=matching(whatsapp_configs.c.name, whatsapp_configs.c.phone_number),
    ),
)

_ONE = Statement(_show(whatsapp_configs).where(is_row(whatsapp_configs), _THERE))


class PostgresWhatsAppConfigList(TenantReader):
    """Reads WhatsApp configs."""

    async def page(
        self, tenant_id: TenantId, *, filters: WhatsAppConfigFilters, page: PageRequest
    ) -> Page[WhatsAppConfigRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        asked = {"active": filters.is_active is True, "inactive": filters.is_active is False}
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters=asked)

    async def one(self, tenant_id: TenantId, *, config_id: WhatsAppConfigId) -> WhatsAppConfigRow:
        """Give one. Raises ConfigNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=config_id)
        if row is None:
            raise ConfigNotFoundError("There is no such WhatsApp config.")
        return to_struct(row, WhatsAppConfigRow)
