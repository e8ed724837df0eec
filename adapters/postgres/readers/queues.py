"""The queues of departments, read from PostgreSQL."""

from datetime import datetime
from uuid import UUID

from adapters.postgres.readers.listing import to_struct
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from application.ports.readers.queues import DepartmentName, QueueFigures
from domain.people.errors import DepartmentNotFoundError
from domain.shared.ids import DepartmentId, TenantId

_FIGURES = Statement(
    """
    SELECT count(conversations.id) AS waiting,
      min(coalesce(conversations.queued_at, conversations.waiting_since)) AS oldest_waiting_since,
      (SELECT count(*) FROM conversation_transfers
        WHERE tenant_id = :tenant_id AND id >= CAST(:first_id AS uuid) AND to_department = departments.id
          AND to_user IS NOT NULL) AS given_out
    FROM departments LEFT JOIN conversations ON conversations.tenant_id = departments.tenant_id
      AND conversations.department_id = departments.id AND conversations.status = 'waiting'
    WHERE departments.tenant_id = :tenant_id AND departments.id = :department_id AND departments.deleted_at IS NULL
    GROUP BY departments.id
    """
)
"""`first_id` lets the hour's transfers be found by their key."""

_DIRECTORY = Statement(
    """
    SELECT id, name, description, is_default,
      (SELECT count(*) FROM conversations WHERE conversations.tenant_id = :tenant_id
        AND conversations.department_id = departments.id AND conversations.status = 'waiting') AS waiting
    FROM departments WHERE tenant_id = :tenant_id AND deleted_at IS NULL ORDER BY lower(name), id
    """
)


class PostgresQueueBoard(TenantReader):
    """Reads queues."""

    async def figures(self, tenant_id: TenantId, *, department_id: DepartmentId, since: datetime) -> QueueFigures:
        """Give a department's figures. Raises DepartmentNotFoundError."""
        first_id = UUID(int=int(since.timestamp() * 1000) << 80)
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_FIGURES, department_id=department_id, first_id=first_id)
        if row is None:
            raise DepartmentNotFoundError("There is no such department.")
        return to_struct(row, QueueFigures)

    async def directory(self, tenant_id: TenantId) -> list[DepartmentName]:
        """Give all departments by name."""
        async with self._reading(tenant_id) as connection:
            return [to_struct(row, DepartmentName) for row in await connection.fetch(_DIRECTORY)]
