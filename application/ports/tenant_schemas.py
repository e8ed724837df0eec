"""Schemas of their own, for tenants whose tables lie apart from the others'."""

from typing import Protocol

from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId


class SchemaRefusedError(UnavailableError):
    """The database does not let this process make a schema: it needs the login that owns the database."""

    code = "SCHEMA_REFUSED"


class TenantSchemas(Protocol):
    """Makes and drops them, as the database's owner; `pytake migrate` keeps them up to date."""

    async def make(self, tenant_id: TenantId) -> None:
        """Make the schema and all its tables; one half made is brought to its end. Raises SchemaRefusedError."""
        ...

    async def drop(self, tenant_id: TenantId) -> None:
        """Drop the schema and all that is in it. Idempotent. Raises SchemaRefusedError."""
        ...
