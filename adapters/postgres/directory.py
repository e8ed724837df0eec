"""Tenants and users, found before a tenant is known; on the platform role."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import asyncpg
import msgspec
from sqlalchemy import bindparam, insert, select

from adapters.postgres.connection import Row
from adapters.postgres.constraints import translate
from adapters.postgres.database import Database
from adapters.postgres.repositories.rows import decoded, insert_dated, values_of
from adapters.postgres.running import execute, fetch, fetch_one
from adapters.postgres.statements import Statement
from adapters.postgres.tables.platform import tenant_turns, tenants, users
from domain.identity.user import User
from domain.shared.ids import TenantId, UserId
from domain.tenants.tenant import PLATFORM, Tenant

_ADD_TENANT = insert_dated(tenants)
_ADD_TURN = Statement(insert(tenant_turns).values(tenant_id=bindparam("tenant_id"), served_at=bindparam("served_at")))
_TENANT_BY_ID = Statement(select(tenants).where(tenants.c.id == bindparam("id")))
_TENANT_BY_SLUG = Statement(select(tenants).where(tenants.c.slug == bindparam("slug")))
_TENANTS = Statement(select(tenants).where(tenants.c.id != PLATFORM).order_by(tenants.c.created_at, tenants.c.id))
_ADD_USER = insert_dated(users)
_USER = Statement(select(users).where(users.c.id == bindparam("id")))
_USER_BY_EMAIL = Statement(select(users).where(users.c.email == bindparam("email")))


class PostgresDirectory:
    """Tenants and users across the platform."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add_tenant(self, tenant: Tenant) -> None:
        """Write a tenant, and its turn among the others at the lanes. Raises SlugTakenError."""
        async with self._database.transaction() as connection:
            await _write(connection, _ADD_TENANT, values_of(tenant))
            await execute(connection, _ADD_TURN, tenant_id=tenant.id, served_at=tenant.created_at)

    async def tenant(self, slug_or_id: str | TenantId) -> Tenant | None:
        """Find a tenant by its slug or its id."""
        if isinstance(slug_or_id, UUID):
            row = await self._one(_TENANT_BY_ID, id=slug_or_id)
        else:
            row = await self._one(_TENANT_BY_SLUG, slug=slug_or_id)
        return None if row is None else _to_tenant(row)

    async def tenants(self) -> list[Tenant]:
        """List all tenants, the oldest first."""
        async with self._database.connection() as connection:
            rows = await fetch(connection, _TENANTS)
        return [_to_tenant(row) for row in rows]

    async def add_user(self, user: User) -> None:
        """Write a user. Raises EmailTakenError."""
        async with self._database.connection() as connection:
            await _write(connection, _ADD_USER, values_of(user))

    async def user_by_email(self, email: str) -> User | None:
        """Find a user by the case-folded e-mail."""
        return _to_user(await self._one(_USER_BY_EMAIL, email=email))

    async def user(self, user_id: UserId) -> User | None:
        """Find a user by id."""
        return _to_user(await self._one(_USER, id=user_id))

    async def _one(self, statement: Statement, **values: object) -> Row | None:
        async with self._database.connection() as connection:
            return await fetch_one(connection, statement, **values)


async def _write(connection: asyncpg.Connection, statement: Statement, row: Mapping[str, Any]) -> None:
    try:
        await execute(connection, statement, **row)
    except asyncpg.UniqueViolationError as error:
        raise translate(error) from error


def _to_tenant(row: Row) -> Tenant:
    return msgspec.convert({**row, **decoded(row, "limits", "settings")}, Tenant)


def _to_user(row: Row | None) -> User | None:
    return None if row is None else msgspec.convert({**row, **decoded(row, "notifications")}, User)
