"""A company's own holidays in PostgreSQL."""

from sqlalchemy import delete

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.rows import insert_into, is_row, select_row, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.support import holidays
from domain.shared.ids import HolidayId
from domain.support.errors import HolidayNotFoundError
from domain.support.holidays import Holiday

_GET = select_row(holidays)
_ADD = insert_into(holidays)
_REMOVE = Statement(delete(holidays).where(is_row(holidays)))
_COUNT = Statement("SELECT count(*) FROM holidays WHERE tenant_id = :tenant_id")


class PostgresHolidays:
    """Keeps a company's own days."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, holiday_id: HolidayId) -> Holiday:
        """Load one."""
        row = await self._connection.fetch_one(_GET, id=holiday_id)
        if row is None:
            raise HolidayNotFoundError("There is no such holiday.")
        return Holiday(**{name: row[name] for name in Holiday.__struct_fields__})

    async def add(self, holiday: Holiday) -> None:
        """Write one."""
        await write(self._connection, _ADD, **values_of(holiday))

    async def remove(self, holiday_id: HolidayId) -> None:
        """Forget one."""
        await self._connection.execute(_REMOVE, id=holiday_id)

    async def count(self) -> int:
        """Count them."""
        return int(await self._connection.fetch_value(_COUNT))
