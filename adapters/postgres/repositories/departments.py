"""Departments in PostgreSQL."""

from collections.abc import Collection

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import is_row, save_row, update_dated, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.people import departments
from domain.flows.text import fold
from domain.people.department import Assignment, Department
from domain.people.errors import DepartmentNotFoundError
from domain.shared.ids import DepartmentId, UserId

_c = departments.c
_LIVES = _c.deleted_at.is_(None)
_OURS = _c.tenant_id == bindparam("tenant_id")

_ALL = Statement(select(_c.id, _c.name).where(_OURS, _LIVES).order_by(_c.created_at, _c.id))
_GET = Statement(select(departments).where(is_row(departments), _LIVES))
_HOLD = Statement(select(_c.id).where(is_row(departments), _LIVES).with_for_update(read=True, key_share=True))
_GET_TO_DELETE = Statement(select(departments).where(is_row(departments), _LIVES).with_for_update())
_DEFAULT = Statement(select(departments).where(_OURS, _LIVES, _c.is_default))
_KNOWN = Statement(select(_c.id).where(_OURS, _LIVES, _c.id == bindparam("ids", type_=ARRAY(_c.id.type)).any_()))
_SAVE = update_dated(departments)

_ADD = Statement(
    """
    INSERT INTO departments (tenant_id, id, name, description, created_at, is_default)
    SELECT :tenant_id, :id, :name, :description, now(),
      NOT EXISTS (SELECT FROM departments WHERE tenant_id = :tenant_id AND deleted_at IS NULL)
    """
)

_IS_IN_USE = Statement(
    """
    SELECT EXISTS (
      SELECT FROM conversations
      WHERE tenant_id = :tenant_id AND department_id = :department_id AND status IN ('active', 'waiting'))
    """
)
"""The states are written out, as a parameter would not match the condition of the index."""

_MEMBERS = Statement(
    "SELECT user_id FROM department_members WHERE tenant_id = :tenant_id AND department_id = :department_id"
)
_OF_MEMBER = Statement(
    "SELECT department_id FROM department_members WHERE tenant_id = :tenant_id AND user_id = :user_id"
)
_LEAVE_DEPARTMENT = Statement(
    """
    DELETE FROM department_members
    WHERE tenant_id = :tenant_id AND department_id = :department_id AND user_id <> ALL(CAST(:user_ids AS uuid[]))
    """
)
"""Who stays keeps their turn."""
_JOIN_DEPARTMENT = Statement(
    """
    INSERT INTO department_members (tenant_id, department_id, user_id)
    SELECT :tenant_id, :department_id, unnest(CAST(:user_ids AS uuid[])) ON CONFLICT DO NOTHING
    """
)
_LEAVE_ALL = Statement(
    """
    DELETE FROM department_members
    WHERE tenant_id = :tenant_id AND user_id = :user_id AND department_id <> ALL(CAST(:department_ids AS uuid[]))
    """
)
_JOIN_ALL = Statement(
    """
    INSERT INTO department_members (tenant_id, department_id, user_id)
    SELECT :tenant_id, unnest(CAST(:department_ids AS uuid[])), :user_id ON CONFLICT DO NOTHING
    """
)


def to_domain(row: Row) -> Department:
    """Read a row."""
    return Department(
        id=DepartmentId(row["id"]),
        name=row["name"],
        description=row["description"],
        is_default=row["is_default"],
        created_at=row["created_at"],
        deleted_at=row["deleted_at"],
        assignment=Assignment(row["assignment"]),
        assigns_out_of_hours=row["assigns_out_of_hours"],
        version=row["version"],
    )


class PostgresDepartments:
    """Keeps departments."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def find(self, name_or_id: str) -> DepartmentId | None:
        """Find a department by its id or its name: all are read, as PostgreSQL alone does not fold accents."""
        rows = await self._connection.fetch(_ALL)
        wanted = fold(name_or_id)
        found = next((row["id"] for row in rows if wanted in {str(row["id"]), fold(row["name"])}), None)
        if found is None or await self._connection.fetch_value(_HOLD, id=found) is None:
            return None  # there is none, or it was deleted while we waited
        return DepartmentId(found)

    async def get(self, department_id: DepartmentId) -> Department:
        """Load a department. Raises DepartmentNotFoundError."""
        return _found(await self._connection.fetch_one(_GET, id=department_id))

    async def get_to_delete(self, department_id: DepartmentId) -> Department:
        """Load a department; who puts a conversation into it waits, and then finds it gone."""
        return _found(await self._connection.fetch_one(_GET_TO_DELETE, id=department_id))

    async def default(self) -> Department | None:
        """Load the default one; None while the tenant has no department."""
        row = await self._connection.fetch_one(_DEFAULT)
        return None if row is None else to_domain(row)

    async def add(self, department_id: DepartmentId, *, name: str, description: str = "") -> None:
        """Write a department; the first is the default. Raises DepartmentTakenError."""
        await write(self._connection, _ADD, id=department_id, name=name, description=description)

    async def save(self, department: Department) -> None:
        """Write changes. Raises StaleVersionError, DepartmentTakenError."""
        await save_row(self._connection, _SAVE, department)

    async def is_in_use(self, department_id: DepartmentId) -> bool:
        """Whether open conversations are in it."""
        return bool(await self._connection.fetch_value(_IS_IN_USE, department_id=department_id))

    async def known(self, department_ids: Collection[DepartmentId]) -> set[DepartmentId]:
        """Give those of the ids that are departments of the tenant."""
        return {DepartmentId(row["id"]) for row in await self._connection.fetch(_KNOWN, ids=list(department_ids))}

    async def members(self, department_id: DepartmentId) -> set[UserId]:
        """Give who is in it."""
        rows = await self._connection.fetch(_MEMBERS, department_id=department_id)
        return {UserId(row["user_id"]) for row in rows}

    async def of_member(self, user_id: UserId) -> set[DepartmentId]:
        """Give in which a user is."""
        return {DepartmentId(row["department_id"]) for row in await self._connection.fetch(_OF_MEMBER, user_id=user_id)}

    async def set_members(self, department_id: DepartmentId, user_ids: Collection[UserId]) -> None:
        """Replace who is in it."""
        await self._connection.execute(_LEAVE_DEPARTMENT, department_id=department_id, user_ids=list(user_ids))
        await write(self._connection, _JOIN_DEPARTMENT, department_id=department_id, user_ids=list(user_ids))

    async def set_departments(self, user_id: UserId, department_ids: Collection[DepartmentId]) -> None:
        """Replace in which a user is."""
        await self._connection.execute(_LEAVE_ALL, user_id=user_id, department_ids=list(department_ids))
        await write(self._connection, _JOIN_ALL, user_id=user_id, department_ids=list(department_ids))


def _found(row: Row | None) -> Department:
    if row is None:
        raise DepartmentNotFoundError("There is no such department.")
    return to_domain(row)
