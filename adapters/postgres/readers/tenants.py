"""Companies and plans, read from PostgreSQL on the platform role."""

import msgspec
from sqlalchemy import FromClause, bindparam, select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.database import Database
from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import decoded
from adapters.postgres.running import fetch, fetch_one
from adapters.postgres.statements import Statement
from adapters.postgres.tables.access import plans
from adapters.postgres.tables.platform import tenants
from application.ports.readers.tenants import TENANT_SORTS, TenantDetail, TenantFilters, TenantRow
from application.shared.page import Page, PageRequest
from domain.shared.ids import TenantId
from domain.tenants.errors import TenantNotFoundError
from domain.tenants.plans import Plan
from domain.tenants.tenant import PLATFORM


def _show(rows: FromClause) -> Shown:
    return select(*columns_of(rows, TenantRow))


_LISTING = Listing(
    tenants,
    item=TenantRow,
    show=_show,
    where=[tenants.c.id != PLATFORM],
    asks=Asks(
        sorts={"created_at": NEWEST_FIRST, **orders_by(tenants, TenantRow, TENANT_SORTS[1:])},
        filters={"status": tenants.c.status == bindparam("status"), "plan": tenants.c.plan == bindparam("plan")},
        search=matching(tenants.c.name, tenants.c.slug, tenants.c.domain),
    ),
)

_ONE = Statement(select(*columns_of(tenants, TenantDetail)).where(tenants.c.id == bindparam("id")))
_PLANS = Statement(select(plans).order_by(plans.c.position))


class PostgresTenantList:
    """Reads companies."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, *, filters: TenantFilters, page: PageRequest) -> Page[TenantRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        async with self._database.connection() as connection:
            asked = msgspec.structs.asdict(filters)
            return await _LISTING.page(TenantConnection(connection, PLATFORM), page, filters=asked)

    async def one(self, tenant_id: TenantId) -> TenantDetail:
        """Give one. Raises TenantNotFoundError."""
        async with self._database.connection() as connection:
            row = await fetch_one(connection, _ONE, id=tenant_id)
        if row is None or tenant_id == PLATFORM:
            raise TenantNotFoundError("There is no such company.")
        return msgspec.convert({**row, **decoded(row, "limits", "settings")}, TenantDetail)


class PostgresPlanList:
    """Reads plans."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> list[Plan]:
        """Give all plans, the smallest first."""
        async with self._database.connection() as connection:
            return [_to_plan(row) for row in await fetch(connection, _PLANS)]


def _to_plan(row: Row) -> Plan:
    return msgspec.convert({**row, **decoded(row, "names", "limits")}, Plan)
