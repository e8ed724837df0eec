"""A person's own sessions, read from PostgreSQL."""

from datetime import datetime

from sqlalchemy import bindparam, select

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, columns_of
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.tables.access import sessions
from application.ports.readers.sessions import LOGIN_SORTS, SessionRow
from application.shared.page import Page, PageRequest
from domain.shared.ids import TenantId, UserId

_LISTING = Listing(
    sessions,
    item=SessionRow,
    show=lambda rows: select(*columns_of(rows, SessionRow)),
    where=[
        sessions.c.user_id == bindparam("user_id"),
        sessions.c.ended_at.is_(None),
        sessions.c.expires_at > bindparam("now"),
    ],
    asks=Asks(sorts={"created_at": NEWEST_FIRST, **orders_by(sessions, SessionRow, LOGIN_SORTS[1:])}),
)


class PostgresSessionList(TenantReader):
    """Reads sessions."""

    async def page(self, tenant_id: TenantId, user_id: UserId, *, now: datetime, page: PageRequest) -> Page[SessionRow]:
        """Give those of a user that live. Raises MalformedError."""
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, user_id=user_id, now=now)
