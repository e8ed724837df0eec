"""Departments, read from PostgreSQL."""

from sqlalchemy import FromClause, bindparam, func, select

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.readers.users import capacity, status_of
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import conversations
from adapters.postgres.tables.people import department_members, departments, user_status
from adapters.postgres.tables.platform import users
from application.ports.readers.departments import DEPARTMENT_SORTS, DepartmentRow, MemberRow
from application.shared.page import Page, PageRequest
from domain.people.errors import DepartmentNotFoundError
from domain.shared.ids import DepartmentId, TenantId

_IS_MEMBER = (users.c.tenant_id == department_members.c.tenant_id) & (users.c.id == department_members.c.user_id)
_MEMBERS = department_members.join(users, _IS_MEMBER).outerjoin(user_status, status_of(users))
_LIVES = departments.c.deleted_at.is_(None)


def _show(rows: FromClause) -> Shown:
    inside = (
        department_members.c.tenant_id == rows.c.tenant_id,
        department_members.c.department_id == rows.c.id,
        users.c.deleted_at.is_(None),
    )
    members = select(func.count()).select_from(_MEMBERS).where(*inside)
    can_take = select(func.coalesce(func.sum(capacity()), 0)).select_from(_MEMBERS).where(*inside, users.c.is_active)
    waiting = (
        select(func.count())
        .select_from(conversations)
        .where(
            conversations.c.tenant_id == rows.c.tenant_id,
            conversations.c.department_id == rows.c.id,
            conversations.c.status == "waiting",
        )
    )
    return select(
        *columns_of(rows, DepartmentRow),
        members.scalar_subquery().label("members"),
        can_take.scalar_subquery().label("capacity"),
        waiting.scalar_subquery().label("waiting_conversations"),
    )


_LISTING = Listing(
    departments,
    item=DepartmentRow,
    show=_show,
    where=[_LIVES],
    asks=Asks(
        sorts={
            name: NEWEST_FIRST if name == "created_at" else order
            for name, order in orders_by(departments, DepartmentRow, DEPARTMENT_SORTS).items()
        },
        search=matching(departments.c.name, departments.c.description),
    ),
)

_ONE = Statement(_show(departments).where(is_row(departments), _LIVES))

_WHO = Statement(
    select(users.c.id, users.c.name, users.c.role, users.c.is_active, capacity().label("capacity"))
    .select_from(_MEMBERS)
    .where(
        department_members.c.tenant_id == bindparam("tenant_id"),
        department_members.c.department_id == bindparam("department_id"),
        users.c.deleted_at.is_(None),
    )
    .order_by(users.c.name, users.c.id)
)


class PostgresDepartmentList(TenantReader):
    """Reads departments."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[DepartmentRow]:
        """Give them by name, or as `page` asks. Raises MalformedError."""
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page)

    async def one(self, tenant_id: TenantId, *, department_id: DepartmentId) -> DepartmentRow:
        """Give one. Raises DepartmentNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=department_id)
        if row is None:
            raise DepartmentNotFoundError("There is no such department.")
        return to_struct(row, DepartmentRow)

    async def members(self, tenant_id: TenantId, *, department_id: DepartmentId) -> list[MemberRow]:
        """Give who is in it, by name."""
        async with self._reading(tenant_id) as connection:
            rows = await connection.fetch(_WHO, department_id=department_id)
        return [to_struct(row, MemberRow) for row in rows]
