"""Opening hours in PostgreSQL."""

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import insert_dated, save_row, update_dated, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.support import business_hours
from application.ports.repositories.business_hours import HoursRules
from domain.shared.ids import BusinessHoursId, DepartmentId
from domain.support.business_hours import BusinessHours
from domain.support.holidays import Holiday
from domain.support.week import Span, Weekday
from domain.tenants.errors import TenantNotFoundError
from domain.tenants.settings import TenantSettings

_RULES = Statement(
    """
    SELECT tenants.time_zone, tenants.language, tenants.settings,
      (SELECT coalesce(jsonb_agg(to_jsonb(business_hours)), '[]') FROM business_hours
        WHERE business_hours.tenant_id = tenants.id) AS weeks,
      (SELECT coalesce(jsonb_agg(to_jsonb(holidays)), '[]') FROM holidays WHERE holidays.tenant_id = tenants.id)
        AS holidays
    FROM platform.tenants WHERE tenants.id = :tenant_id
    """
)
_OF = Statement(
    """
    SELECT * FROM business_hours
    WHERE tenant_id = :tenant_id AND department_id IS NOT DISTINCT FROM CAST(:department_id AS uuid)
    """
)
_ADD = insert_dated(business_hours)
_SAVE = update_dated(business_hours)
_REMOVE = Statement(
    """
    DELETE FROM business_hours
    WHERE tenant_id = :tenant_id AND department_id IS NOT DISTINCT FROM CAST(:department_id AS uuid)
    """
)


def to_domain(row: Row) -> BusinessHours:
    """Read a row."""
    return BusinessHours(
        id=BusinessHoursId(row["id"]),
        department_id=row["department_id"],
        time_zone=row["time_zone"],
        week=msgspec.json.decode(row["week"], type=dict[Weekday, tuple[Span, ...]]),
        observes_holidays=row["observes_holidays"],
        created_at=row["created_at"],
        version=row["version"],
    )


class PostgresBusinessHours:
    """Keeps weeks of opening hours."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def rules(self) -> HoursRules:
        """Load all that decides when the company is open."""
        row = await self._connection.fetch_one(_RULES)
        if row is None:
            raise TenantNotFoundError("There is no such company.")
        return HoursRules(
            time_zone=row["time_zone"],
            language=row["language"],
            region=msgspec.json.decode(row["settings"], type=TenantSettings).holiday_region,
            weeks=msgspec.json.decode(row["weeks"], type=list[BusinessHours]),
            holidays=msgspec.json.decode(row["holidays"], type=list[Holiday]),
        )

    async def of(self, department_id: DepartmentId | None) -> BusinessHours | None:
        """Load those of a department, or the company's."""
        row = await self._connection.fetch_one(_OF, department_id=department_id)
        return None if row is None else to_domain(row)

    async def add(self, hours: BusinessHours) -> None:
        """Write new ones."""
        await write(self._connection, _ADD, **values_of(hours))

    async def save(self, hours: BusinessHours) -> None:
        """Write changes, if nobody was faster."""
        await save_row(self._connection, _SAVE, hours)

    async def remove(self, department_id: DepartmentId | None) -> bool:
        """Forget them."""
        return bool(await self._connection.execute(_REMOVE, department_id=department_id))
