"""In which departments people are, read from PostgreSQL as their tenant."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import ARRAY, Uuid, bindparam, func, select

from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from adapters.postgres.tables.people import department_members, departments
from domain.shared.ids import DepartmentId, TenantId, UserId
from domain.tenants.tenant import PLATFORM

_IS_ITS = (departments.c.tenant_id == department_members.c.tenant_id) & (
    departments.c.id == department_members.c.department_id
)
_OF = Statement(
    select(department_members.c.user_id, department_members.c.department_id)
    .join(departments, _IS_ITS)
    .where(
        department_members.c.tenant_id == bindparam("tenant_id"),
        department_members.c.user_id == func.any(bindparam("user_ids", type_=ARRAY(Uuid(as_uuid=True)))),
        departments.c.deleted_at.is_(None),
    )
)


class PostgresMemberships(TenantReader):
    """Reads who is in which departments; a department that is deleted has nobody."""

    async def of(self, tenant_id: TenantId, user_ids: Collection[UserId]) -> dict[UserId, frozenset[DepartmentId]]:
        """Give the departments of each of these users, none for an operator. Raises UnavailableError."""
        found: dict[UserId, set[DepartmentId]] = defaultdict(set)
        if tenant_id != PLATFORM:
            async with self._reading(tenant_id) as connection:
                for row in await connection.fetch(_OF, user_ids=list(user_ids)):
                    found[UserId(row["user_id"])].add(DepartmentId(row["department_id"]))
        return {user_id: frozenset(found[user_id]) for user_id in user_ids}
