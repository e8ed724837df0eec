"""The people of a company, read from PostgreSQL."""

from typing import Any

from sqlalchemy import FromClause, bindparam, exists, func, select
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.people import department_members, departments, user_status
from adapters.postgres.tables.platform import users
from application.ports.readers.users import USER_SORTS, UserFilters, UserRow, UserState
from application.shared.page import Page, PageRequest
from domain.identity.errors import UserNotFoundError
from domain.people.status import DEFAULT_CAPACITY
from domain.shared.ids import TenantId, UserId


def status_of(rows: FromClause) -> ColumnElement[bool]:
    """Join what a user chose."""
    return (user_status.c.tenant_id == rows.c.tenant_id) & (user_status.c.user_id == rows.c.id)


def capacity() -> ColumnElement[int]:
    """Give how many conversations a user can have at once."""
    return func.coalesce(user_status.c.capacity, DEFAULT_CAPACITY)


def departments_of(rows: FromClause) -> ColumnElement[Any]:
    """Give in which departments a user is."""
    of_user = (department_members.c.tenant_id == rows.c.tenant_id) & (department_members.c.user_id == rows.c.id)
    is_its = (departments.c.tenant_id == department_members.c.tenant_id) & (
        departments.c.id == department_members.c.department_id
    )
    theirs = (
        select(department_members.c.department_id)
        .join(departments, is_its)
        .where(of_user, departments.c.deleted_at.is_(None))
        .order_by(department_members.c.department_id)
    )
    return func.array(theirs.scalar_subquery())


def is_in_department(name: str) -> ColumnElement[bool]:
    """Say that a user is in the department that the parameter `name` names."""
    return exists().where(
        department_members.c.tenant_id == users.c.tenant_id,
        department_members.c.user_id == users.c.id,
        department_members.c.department_id == bindparam(name),
    )


def _show(rows: FromClause) -> Shown:
    return select(
        *columns_of(rows, UserRow),
        rows.c.totp_enabled_at.is_not(None).label("has_two_factor"),
        departments_of(rows).label("department_ids"),
        capacity().label("capacity"),
    ).select_from(rows.outerjoin(user_status, status_of(rows)))


_LIVES = users.c.deleted_at.is_(None)

_LISTING = Listing(
    users,
    item=UserRow,
    show=_show,
    where=[_LIVES],
    asks=Asks(
        sorts={"created_at": NEWEST_FIRST, **orders_by(users, UserRow, USER_SORTS[1:])},
        filters={
            "role": users.c.role == bindparam("role"),
            "active": users.c.is_active,
            "inactive": users.c.is_active.is_(False),
            "department": is_in_department("department"),
        },
        search=matching(users.c.name, users.c.email),
    ),
)

_ONE = Statement(_show(users).where(is_row(users), _LIVES))


class PostgresUserList(TenantReader):
    """Reads users."""

    async def page(self, tenant_id: TenantId, *, filters: UserFilters, page: PageRequest) -> Page[UserRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        asked = {
            "role": filters.role,
            "department": filters.department,
            "active": filters.status is UserState.ACTIVE,
            "inactive": filters.status is UserState.INACTIVE,
        }
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters=asked)

    async def one(self, tenant_id: TenantId, *, user_id: UserId) -> UserRow:
        """Give one. Raises UserNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=user_id)
        if row is None:
            raise UserNotFoundError("There is no such user.")
        return to_struct(row, UserRow)
