"""The tenant itself, in PostgreSQL: its own row in a table of the platform's, and its turn at the lanes."""

from typing import Any

import asyncpg
import msgspec
from sqlalchemy import BindParameter, bindparam, func, insert, select, update

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.constraints import translate
from adapters.postgres.repositories.rows import decoded, insert_dated, stale, values_of
from adapters.postgres.statements import Statement
from adapters.postgres.tables.platform import tenant_turns, tenants
from domain.shared.errors import ErrorDetail, InvalidError
from domain.tenants.errors import TenantNotFoundError
from domain.tenants.tenant import Tenant

_GET = Statement(select(tenants).where(tenants.c.id == bindparam("tenant_id")))
_ADD = insert_dated(tenants)
_CHANGED: dict[str, BindParameter[Any]] = {
    column.name: bindparam(column.name)
    for column in tenants.columns
    if column.name not in {"id", "version", "created_at", "updated_at", "isolation"}
}
_SAVE = Statement(
    update(tenants)
    .values({**_CHANGED, "version": tenants.c.version + 1, "updated_at": func.now()})
    .where(tenants.c.id == bindparam("tenant_id"), tenants.c.version == bindparam("of_version"))
)
_KNOW_ZONE = Statement("SELECT now() AT TIME ZONE CAST(:time_zone AS text)")
_ADD_TURN = Statement(
    insert(tenant_turns).values(tenant_id=bindparam("tenant_id"), served_at=func.now(), paused=bindparam("paused"))
)
_PAUSE = Statement(
    update(tenant_turns)
    .values(paused=bindparam("paused"))
    .where(tenant_turns.c.tenant_id == bindparam("tenant_id"), tenant_turns.c.paused != bindparam("paused"))
)


def to_domain(row: Row) -> Tenant:
    """Read a row."""
    return msgspec.convert({**row, **decoded(row, "limits", "settings")}, Tenant)


class PostgresTenants:
    """Keeps the transaction's own tenant."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self) -> Tenant:
        """Load it. Raises TenantNotFoundError."""
        row = await self._connection.fetch_one(_GET)
        if row is None:
            raise TenantNotFoundError("There is no such company.")
        return to_domain(row)

    async def add(self, tenant: Tenant) -> None:
        """Write a new one, and its turn among the others at the lanes."""
        await self._require_zone(tenant)
        await self._write(_ADD, values_of(tenant))
        await self._connection.execute(_ADD_TURN, paused=tenant.is_at_rest)

    async def save(self, tenant: Tenant) -> None:
        """Write changes, and let its lanes rest while it may not work."""
        await self._require_zone(tenant)
        given = values_of(tenant)
        changed = {name: given[name] for name in _CHANGED}
        if not await self._write(_SAVE, {**changed, "of_version": tenant.version}):
            raise stale(tenant)
        await self._connection.execute(_PAUSE, paused=tenant.is_at_rest)
        tenant.version += 1

    async def _write(self, statement: Statement, values: dict[str, object]) -> int:
        try:
            return await self._connection.execute(statement, **values)
        except (asyncpg.UniqueViolationError, asyncpg.ForeignKeyViolationError) as error:
            raise translate(error) from error

    async def _require_zone(self, tenant: Tenant) -> None:
        """Months are counted by the database, which has its own list of zones."""
        try:
            await self._connection.fetch_value(_KNOW_ZONE, time_zone=tenant.time_zone)
        except asyncpg.InvalidParameterValueError as error:
            wrong = ErrorDetail(field="time_zone", message="a time zone that the database knows")
            raise InvalidError("The time zone is not known.", details=(wrong,)) from error
