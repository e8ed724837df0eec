"""What a role holds, read from PostgreSQL as the tenant."""

from sqlalchemy import bindparam, select

from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from adapters.postgres.tables.people import roles
from domain.identity.permissions import Permission, built_in_permissions
from domain.identity.role import is_built_in, known_permissions
from domain.shared.ids import TenantId

_PERMISSIONS = Statement(
    select(roles.c.permissions).where(roles.c.tenant_id == bindparam("tenant_id"), roles.c.code == bindparam("code"))
)


class PostgresRolePermissions(TenantReader):
    """Reads what roles hold; the built-in ones are in the code."""

    async def of(self, tenant_id: TenantId, role: str) -> frozenset[Permission]:
        """Give what a role holds; nothing for one that is not there."""
        if is_built_in(role):
            return built_in_permissions(role)
        async with self._reading(tenant_id) as connection:
            return known_permissions(await connection.fetch_value(_PERMISSIONS, code=role) or [])
