"""Roles in PostgreSQL."""

from sqlalchemy import bindparam, delete, select

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
from adapters.postgres.tables.people import roles
from domain.identity.errors import RoleNotFoundError
from domain.identity.permissions import Permission, Role, built_in_permissions
from domain.identity.role import TenantRole, is_built_in, known_permissions
from domain.shared.ids import RoleId

_GET = select_row(roles)
_GET_TO_DELETE = Statement(select(roles).where(is_row(roles)).with_for_update())
_ADD = insert_dated(roles)
_SAVE = update_dated(roles)
_REMOVE = Statement(delete(roles).where(is_row(roles)))

_PERMISSIONS = Statement(
    select(roles.c.permissions)
    .where(roles.c.tenant_id == bindparam("tenant_id"), roles.c.code == bindparam("code"))
    .with_for_update(read=True)
)
"""Held until the transaction ends: who deletes or changes the role waits, or was faster and is seen."""

_IS_IN_USE = Statement(
    """
    SELECT EXISTS (SELECT FROM platform.users WHERE tenant_id = :tenant_id AND role = :code AND deleted_at IS NULL)
      OR EXISTS (SELECT FROM platform.invitations WHERE tenant_id = :tenant_id AND role = :code
        AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now())
    """
)


def to_domain(row: Row) -> TenantRole:
    """Read a row."""
    return TenantRole(
        id=RoleId(row["id"]),
        code=row["code"],
        name=row["name"],
        description=row["description"],
        permissions=row["permissions"],
        created_at=row["created_at"],
        version=row["version"],
    )


class PostgresRoles:
    """Keeps roles."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, role_id: RoleId) -> TenantRole:
        """Load a role. Raises RoleNotFoundError."""
        return _found(await self._connection.fetch_one(_GET, id=role_id))

    async def get_to_delete(self, role_id: RoleId) -> TenantRole:
        """Load a role; who gives it to somebody waits, and then finds it gone. Raises RoleNotFoundError."""
        return _found(await self._connection.fetch_one(_GET_TO_DELETE, id=role_id))

    async def permissions_of(self, code: str) -> frozenset[Permission] | None:
        """Give what a role holds, which stays until the transaction ends; None for a code that nobody may have here."""
        if is_built_in(code):
            return None if code == Role.SUPER_ADMIN else built_in_permissions(code)
        held = await self._connection.fetch_value(_PERMISSIONS, code=code)
        return None if held is None else known_permissions(held)

    async def add(self, role: TenantRole) -> None:
        """Write a role. Raises RoleTakenError."""
        await write(self._connection, _ADD, **values_of(role))

    async def save(self, role: TenantRole) -> None:
        """Write changes. Raises StaleVersionError."""
        await save_row(self._connection, _SAVE, role)

    async def is_in_use(self, code: str) -> bool:
        """Whether users or open invitations have it."""
        return bool(await self._connection.fetch_value(_IS_IN_USE, code=code))

    async def remove(self, role_id: RoleId) -> None:
        """Delete it."""
        await self._connection.execute(_REMOVE, id=role_id)


def _found(row: Row | None) -> TenantRole:
    if row is None:
        raise RoleNotFoundError("There is no such role.")
    return to_domain(row)
