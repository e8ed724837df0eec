"""Who works, what they have in hand, and what they did, read from PostgreSQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import FromClause, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.readers.users import capacity, departments_of, is_in_department, status_of
from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import conversations
from adapters.postgres.tables.people import user_status
from adapters.postgres.tables.platform import users
from application.ports.readers.agents import AGENT_SORTS, AgentFilters, AgentRow, AgentStats
from application.shared.page import Page, PageRequest
from domain.identity.errors import UserNotFoundError
from domain.people.status import DEFAULT_CAPACITY, ChosenStatus
from domain.shared.ids import TenantId, UserId

_UUIDS = ARRAY(users.c.id.type)


def _show(rows: FromClause) -> Shown:
    in_hand = (
        select(func.count())
        .select_from(conversations)
        .where(
            conversations.c.tenant_id == rows.c.tenant_id,
            conversations.c.assigned_to == rows.c.id,
            conversations.c.status.in_(("active", "waiting")),
        )
    )
    return select(
        *columns_of(rows, AgentRow),
        departments_of(rows).label("department_ids"),
        func.coalesce(user_status.c.status, ChosenStatus().status.value).label("chosen"),
        user_status.c.since.label("chosen_at"),
        in_hand.scalar_subquery().label("open_conversations"),
        capacity().label("capacity"),
    ).select_from(rows.outerjoin(user_status, status_of(rows)))


_LISTING = Listing(
    users,
    item=AgentRow,
    show=_show,
    where=[users.c.deleted_at.is_(None), users.c.is_active],
    asks=Asks(
        sorts={
            name: NEWEST_FIRST if name == "created_at" else order
            for name, order in orders_by(users, AgentRow, AGENT_SORTS).items()
        },
        filters={
            "among": users.c.id == bindparam("among", type_=_UUIDS).any_(),
            "outside": users.c.id != bindparam("outside", type_=_UUIDS).all_(),
            "department": is_in_department("department"),
        },
        search=matching(users.c.name),
    ),
)

_STATS = Statement(
    f"""
    SELECT
      (SELECT count(DISTINCT conversation_id) FROM messages
        WHERE tenant_id = :tenant_id AND id >= CAST(:first_id AS uuid) AND created_at >= :today
          AND user_id = users.id) AS handled_today,
      (SELECT count(*) FROM conversations
        WHERE tenant_id = :tenant_id AND assigned_to = users.id AND status IN ('active', 'waiting'))
        AS open_conversations,
      (SELECT count(*) FROM conversations
        WHERE tenant_id = :tenant_id AND assigned_to = users.id AND status IN ('resolved', 'archived')
          AND resolved_at >= :week) AS resolved_last_7_days,
      (SELECT CAST(avg(extract(epoch FROM first_response_at - created_at)) AS float8) FROM conversations
        WHERE tenant_id = :tenant_id AND assigned_to = users.id AND first_response_at >= :week)
        AS average_first_response_seconds,
      coalesce(user_status.capacity, {DEFAULT_CAPACITY}) AS capacity
    FROM platform.users AS users
      LEFT JOIN user_status ON user_status.tenant_id = users.tenant_id AND user_status.user_id = users.id
    WHERE users.tenant_id = :tenant_id AND users.id = :user_id AND users.deleted_at IS NULL
    """  # noqa: S608 - a number of ours
)
"""`first_id` lets the day's messages be found by their key: only partitions and pages of that time are read."""


class PostgresAgentList(TenantReader):
    """Reads who works."""

    async def page(self, tenant_id: TenantId, *, filters: AgentFilters, page: PageRequest) -> Page[AgentRow]:
        """Give those who can log in, by name or as `page` asks. Raises MalformedError."""
        asked = {
            "among": None if filters.among is None else list(filters.among),
            "outside": None if filters.outside is None else list(filters.outside),
            "department": filters.department,
        }
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters=asked)

    async def stats(self, tenant_id: TenantId, *, user_id: UserId, today: datetime, week: datetime) -> AgentStats:
        """Count what a user did since the day began and since a week ago. Raises UserNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_STATS, user_id=user_id, today=today, week=week, first_id=_first_id(today))
        if row is None:
            raise UserNotFoundError("There is no such user.")
        return to_struct(row, AgentStats)


def _first_id(at: datetime) -> UUID:
    """Give the lowest UUIDv7 of a time."""
    return UUID(int=int(at.timestamp() * 1000) << 80)
