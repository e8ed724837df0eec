"""Roles, read from PostgreSQL, with the built-in ones before them. A company has a handful, so all are read at once."""

import msgspec

from adapters.postgres.readers.cursors import read_cursor, write_cursor
from adapters.postgres.readers.listing import to_struct
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from application.ports.readers.roles import RoleRow
from application.shared.page import Page, PageRequest
from domain.identity.errors import RoleNotFoundError
from domain.identity.permissions import ROLE_PERMISSIONS, Role
from domain.shared.ids import RoleId, TenantId

_USERS = Statement(
    """
    SELECT role, count(*) AS users FROM platform.users WHERE tenant_id = :tenant_id AND deleted_at IS NULL GROUP BY role
    """
)

_OWN = Statement(
    """
    SELECT id, code, name, description, false AS is_built_in, permissions, version, created_at, updated_at,
      (SELECT count(*) FROM platform.users
        WHERE tenant_id = :tenant_id AND role = roles.code AND deleted_at IS NULL) AS users
    FROM roles WHERE tenant_id = :tenant_id AND (CAST(:id AS uuid) IS NULL OR id = :id) ORDER BY code
    """
)

_WAY = "code"


class _Place(msgspec.Struct, frozen=True, kw_only=True):
    """How many roles came before."""

    shown: int


class PostgresRoleList(TenantReader):
    """Reads roles."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[RoleRow]:
        """Give the built-in ones first, then the company's own by their codes. Raises MalformedError for the cursor."""
        async with self._reading(tenant_id) as connection:
            users = {row["role"]: row["users"] for row in await connection.fetch(_USERS)}
            own = [to_struct(row, RoleRow) for row in await connection.fetch(_OWN, id=None)]
        roles = [*(_built_in(role, users=users.get(role, 0)) for role in Role if role is not Role.SUPER_ADMIN), *own]
        begin = read_cursor(page.cursor, _Place, way=_WAY).shown if page.cursor else 0
        begin = page.offset if page.cursor is None else max(0, begin)
        end = begin + page.limit
        by_number = page.cursor is None
        return Page(
            items=roles[begin:end],
            page=page.page if by_number else None,
            limit=page.limit,
            total=len(roles) if by_number else None,
            next_cursor=write_cursor(_Place(shown=end), way=_WAY) if end < len(roles) else None,
        )

    async def one(self, tenant_id: TenantId, *, role_id: RoleId) -> RoleRow:
        """Give one of the company's own. Raises RoleNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_OWN, id=role_id)
        if row is None:
            raise RoleNotFoundError("There is no such role.")
        return to_struct(row, RoleRow)


def _built_in(role: Role, *, users: int) -> RoleRow:
    return RoleRow(
        id=None,
        code=role,
        name=role.value.capitalize(),
        description="",
        is_built_in=True,
        permissions=sorted(ROLE_PERMISSIONS[role]),
        users=users,
        version=None,
        created_at=None,
        updated_at=None,
    )
