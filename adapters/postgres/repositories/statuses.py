"""Chosen statuses and capacities in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.rows import write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.people import user_status
from domain.people.status import DEFAULT_CAPACITY, ChosenStatus, Status
from domain.shared.ids import UserId

_OF = Statement(
    select(user_status).where(
        user_status.c.tenant_id == bindparam("tenant_id"),
        user_status.c.user_id == bindparam("ids", type_=ARRAY(user_status.c.user_id.type)).any_(),
    )
)

_CHOOSE = Statement(
    f"""
    INSERT INTO user_status AS old (tenant_id, user_id, status, since, capacity)
    VALUES (:tenant_id, :user_id, :status, :at, {DEFAULT_CAPACITY})
    ON CONFLICT (tenant_id, user_id) DO UPDATE SET status = excluded.status,
      since = CASE WHEN old.status = excluded.status THEN old.since ELSE excluded.since END
    """  # noqa: S608 - a number of ours
)

_SET_CAPACITY = Statement(
    f"""
    INSERT INTO user_status (tenant_id, user_id, status, since, capacity)
    VALUES (:tenant_id, :user_id, '{ChosenStatus().status}', now(), :capacity)
    ON CONFLICT (tenant_id, user_id) DO UPDATE SET capacity = excluded.capacity
    """  # noqa: S608 - a word of ours
)


class PostgresStatuses:
    """Keeps chosen statuses and capacities."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def of(self, user_ids: Collection[UserId]) -> dict[UserId, ChosenStatus]:
        """Give what each chose; who never did has the default."""
        rows = await self._connection.fetch(_OF, ids=list(user_ids))
        chosen = {
            UserId(row["user_id"]): ChosenStatus(
                status=Status(row["status"]), since=row["since"], capacity=row["capacity"]
            )
            for row in rows
        }
        return dict.fromkeys(user_ids, ChosenStatus()) | chosen

    async def choose(self, user_id: UserId, status: Status, *, at: datetime) -> None:
        """Write what a user chose; `since` stays when it is the same as before."""
        await write(self._connection, _CHOOSE, user_id=user_id, status=status, at=at)

    async def set_capacity(self, user_id: UserId, capacity: int) -> None:
        """Write how many conversations a user can have at once."""
        await write(self._connection, _SET_CAPACITY, user_id=user_id, capacity=capacity)
