"""Users in PostgreSQL: rows of the platform's table, fenced by the tenant like its own."""

from collections.abc import Collection

import msgspec
from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories.rows import (
    decoded,
    insert_dated,
    is_row,
    save_row,
    update_dated,
    values_of,
    write,
)
from adapters.postgres.statements import Statement
from adapters.postgres.tables.platform import users
from domain.identity.errors import UserNotFoundError
from domain.identity.permissions import Permission, Role, built_in_permissions
from domain.identity.user import User
from domain.shared.ids import UserId

_c = users.c


def _are_ours() -> ColumnElement[bool]:
    return (_c.tenant_id == bindparam("tenant_id")) & _c.deleted_at.is_(None)


_GET = Statement(select(users).where(is_row(users), _c.deleted_at.is_(None)))
_BY_EMAIL = Statement(select(users).where(_are_ours(), _c.email == bindparam("email")))
_ADD = insert_dated(users)
_SAVE = update_dated(
    users,
    last_login_at=func.greatest(_c.last_login_at, bindparam("last_login_at", type_=_c.last_login_at.type)),
    totp_last_step=func.greatest(_c.totp_last_step, bindparam("totp_last_step", type_=_c.totp_last_step.type)),
)
_HOLDERS = Statement(select(_c.id).where(_are_ours(), _c.role == bindparam("role")).order_by(_c.id))
_KNOWN = Statement(select(_c.id).where(_are_ours(), _c.id == bindparam("ids", type_=ARRAY(_c.id.type)).any_()))

_WHO_MAY = Statement(
    """
    SELECT id FROM platform.users
    WHERE tenant_id = :tenant_id AND is_active AND deleted_at IS NULL AND (role = ANY (CAST(:built_in AS text[]))
      OR role IN (SELECT code FROM roles WHERE tenant_id = :tenant_id AND :permission = ANY (permissions)))
    ORDER BY id
    """
)

_LOCK_ADMINS = Statement(
    """
    SELECT id FROM platform.users
    WHERE tenant_id = :tenant_id AND role = 'admin' AND is_active AND deleted_at IS NULL
    ORDER BY id FOR NO KEY UPDATE
    """
)
"""In the order of their ids, so that two who do this wait for each other and never both; sessions may begin meanwhile.

Who waited sees the rows as the other left them: PostgreSQL compares them with the conditions again.
"""


def to_domain(row: Row) -> User:
    """Read a row."""
    return msgspec.convert({**row, **decoded(row, "notifications")}, User)


class PostgresUsers:
    """Keeps users."""

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection = connection
        self._events = events

    async def get(self, user_id: UserId) -> User:
        """Load a user. Raises UserNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=user_id)
        if row is None:
            raise UserNotFoundError("There is no such user.")
        return to_domain(row)

    async def find_by_email(self, email: str) -> User | None:
        """Find one of the tenant's users by the case-folded e-mail."""
        row = await self._connection.fetch_one(_BY_EMAIL, email=email)
        return None if row is None else to_domain(row)

    async def add(self, user: User) -> None:
        """Write a new user and its events. Raises EmailTakenError."""
        await write(self._connection, _ADD, **values_of(user))
        self._events.record(user.take_events())

    async def save(self, user: User) -> None:
        """Write changes and events. Raises StaleVersionError, EmailTakenError."""
        await save_row(self._connection, _SAVE, user)
        self._events.record(user.take_events())

    async def count_active_admins(self) -> int:
        """Count those who can manage the company, with their rows locked, so that the last one stays."""
        return len(await self._connection.fetch(_LOCK_ADMINS))

    async def holders_of(self, role: str) -> list[UserId]:
        """List who has a role, active or not."""
        return [UserId(row["id"]) for row in await self._connection.fetch(_HOLDERS, role=role)]

    async def who_may(self, permission: Permission) -> list[UserId]:
        """List who can log in and holds a permission, by a built-in role or one of the tenant's own."""
        built_in = [role.value for role in Role if permission in built_in_permissions(role)]
        rows = await self._connection.fetch(_WHO_MAY, permission=permission, built_in=built_in)
        return [UserId(row["id"]) for row in rows]

    async def known(self, user_ids: Collection[UserId]) -> set[UserId]:
        """Give those of the ids that are users of the tenant."""
        return {UserId(row["id"]) for row in await self._connection.fetch(_KNOWN, ids=list(user_ids))}
