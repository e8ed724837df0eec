"""Invitations across the platform, on the platform role."""

from sqlalchemy import bindparam, select

from adapters.postgres.database import Database
from adapters.postgres.running import fetch_value
from adapters.postgres.statements import Statement
from adapters.postgres.tables.access import invitations
from domain.shared.ids import TenantId

_TENANT = Statement(select(invitations.c.tenant_id).where(invitations.c.token_hash == bindparam("token_hash")))


class PostgresInvitationFinder:
    """Finds invitations."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def tenant_of(self, token_hash: bytes) -> TenantId | None:
        """Give the tenant that made the invitation with this token; None when there is none."""
        async with self._database.connection() as connection:
            found = await fetch_value(connection, _TENANT, token_hash=token_hash)
        return None if found is None else TenantId(found)
