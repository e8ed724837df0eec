"""What a company promises, in PostgreSQL."""

import msgspec
from sqlalchemy import delete

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import (
    insert_dated,
    is_row,
    save_row,
    select_row,
    update_dated,
    values_of,
    write,
)
from adapters.postgres.statements import Statement
from adapters.postgres.tables.support import sla_policies
from domain.shared.ids import SlaPolicyId
from domain.support.errors import SlaPolicyNotFoundError
from domain.support.sla import SlaPolicy, SlaScope

_GET = select_row(sla_policies)
_ACTIVE = Statement("SELECT * FROM sla_policies WHERE tenant_id = :tenant_id AND is_active ORDER BY place, id")
_COUNT = Statement("SELECT count(*) FROM sla_policies WHERE tenant_id = :tenant_id")
_ADD = insert_dated(sla_policies)
_SAVE = update_dated(sla_policies)
_DELETE = Statement(delete(sla_policies).where(is_row(sla_policies)))


def to_domain(row: Row) -> SlaPolicy:
    """Read a row."""
    return SlaPolicy(
        id=SlaPolicyId(row["id"]),
        name=row["name"],
        first_response=row["first_response"],
        resolution=row["resolution"],
        is_business_time=row["is_business_time"],
        warn_at_percent=row["warn_at_percent"],
        applies_to=msgspec.json.decode(row["applies_to"], type=SlaScope),
        place=row["place"],
        is_active=row["is_active"],
        created_at=row["created_at"],
        version=row["version"],
    )


class PostgresSlaPolicies:
    """Keeps policies."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection
        self.has_changed = False

    async def get(self, policy_id: SlaPolicyId) -> SlaPolicy:
        """Load one."""
        row = await self._connection.fetch_one(_GET, id=policy_id)
        if row is None:
            raise SlaPolicyNotFoundError("There is no such policy.")
        return to_domain(row)

    async def active(self) -> list[SlaPolicy]:
        """Load all that count."""
        return [to_domain(row) for row in await self._connection.fetch(_ACTIVE)]

    async def count(self) -> int:
        """Count them."""
        return int(await self._connection.fetch_value(_COUNT))

    async def add(self, policy: SlaPolicy) -> None:
        """Write a new one."""
        await write(self._connection, _ADD, **values_of(policy))
        self.has_changed = True

    async def save(self, policy: SlaPolicy) -> None:
        """Write changes, if nobody was faster."""
        await save_row(self._connection, _SAVE, policy)
        self.has_changed = True

    async def delete(self, policy_id: SlaPolicyId) -> None:
        """Remove it, with what was promised by it."""
        await self._connection.execute(_DELETE, id=policy_id)
        self.has_changed = True
