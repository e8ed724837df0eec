"""Where a tenant's own tables lie: in the shared schema, or in one of its own."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from uuid import UUID

import asyncpg

from domain.shared.ids import TenantId
from domain.tenants.tenant import Isolation

OWN_SCHEMAS = "SELECT nspname FROM pg_namespace WHERE nspname ~ '^tenant_[0-9a-f]{32}$' ORDER BY nspname"
"""The schemas that `schema_of` names, also of a tenant that is only being made."""

_ASK = "SELECT platform.isolation_of($1)"


def schema_of(tenant_id: TenantId) -> str:
    """Name the schema that a tenant has, or would have, for its own."""
    return f"tenant_{UUID(str(tenant_id)).hex}"


class Placements:
    """Remembers where tenants are, for ever: a tenant never moves. One that is not there yet is asked for again."""

    def __init__(self) -> None:
        self._known: dict[TenantId, str | None] = {}

    async def own_schema(
        self, tenant_id: TenantId, connect: Callable[[], AbstractAsyncContextManager[asyncpg.Connection]]
    ) -> str | None:
        """Give the tenant's own schema, None where it shares one."""
        if tenant_id not in self._known:
            asked = UUID(str(tenant_id))
            async with connect() as connection:
                isolation = await connection.fetchval(_ASK, asked)
            if isolation is None:
                return None
            self._known[tenant_id] = schema_of(tenant_id) if isolation == Isolation.SCHEMA else None
        return self._known[tenant_id]
