"""Tenants' own schemas, made and dropped on the owner's connection: our two roles own nothing."""

import asyncpg
from sqlalchemy.exc import DBAPIError

from adapters.postgres import migrations
from adapters.postgres.placements import schema_of
from application.ports.tenant_schemas import SchemaRefusedError
from domain.shared.ids import TenantId

_REFUSED = "The database's owner is needed for this: set DATABASE_OWNER_URL."


class PostgresTenantSchemas:
    """Makes and drops schemas; connects only when asked."""

    def __init__(self, owner_url: str) -> None:
        self._owner_url = owner_url

    async def make(self, tenant_id: TenantId) -> None:
        """Make the schema and run every migration's part of it. Raises SchemaRefusedError, DatabaseUnavailableError."""
        try:
            await migrations.make_schema(self._owner_url, schema=schema_of(tenant_id))
        except (asyncpg.InsufficientPrivilegeError, DBAPIError) as error:
            raise SchemaRefusedError(_REFUSED) from error

    async def drop(self, tenant_id: TenantId) -> None:
        """Drop it, with everything in it. Raises SchemaRefusedError, DatabaseUnavailableError."""
        try:
            await migrations.drop_schema(self._owner_url, schema=schema_of(tenant_id))
        except asyncpg.InsufficientPrivilegeError as error:
            raise SchemaRefusedError(_REFUSED) from error
