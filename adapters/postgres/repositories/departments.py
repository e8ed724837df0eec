"""Departments in PostgreSQL."""

from sqlalchemy import bindparam, func, insert, select

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.rows import write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.people import departments
from domain.flows.text import fold
from domain.shared.ids import DepartmentId

_ALL = Statement(
    select(departments.c.id, departments.c.name)
    .where(departments.c.tenant_id == bindparam("tenant_id"))
    .order_by(departments.c.created_at, departments.c.id)
)

_ADD = Statement(
    insert(departments).values(
        tenant_id=bindparam("tenant_id"), id=bindparam("id"), name=bindparam("name"), created_at=func.now()
    )
)


class PostgresDepartments:
    """Keeps departments."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def find(self, name_or_id: str) -> DepartmentId | None:
        """Find a department by its id or its name: all are read, as PostgreSQL alone does not fold accents."""
        rows = await self._connection.fetch(_ALL)
        wanted = fold(name_or_id)
        found = (row["id"] for row in rows if wanted in {str(row["id"]), fold(row["name"])})
        return next((DepartmentId(department_id) for department_id in found), None)

    async def add(self, department_id: DepartmentId, *, name: str) -> None:
        """Write a department."""
        await write(self._connection, _ADD, id=department_id, name=name)
