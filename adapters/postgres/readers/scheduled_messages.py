"""Scheduled messages, read from PostgreSQL."""

from sqlalchemy import FromClause, bindparam, select

from adapters.postgres.readers.listing import Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contacts
from adapters.postgres.tables.sending import scheduled_messages
from application.ports.readers.scheduled_messages import (
    SCHEDULED_SORTS,
    ScheduledMessageFilters,
    ScheduledMessageRow,
)
from application.shared.page import Page, PageRequest
from domain.messages.errors import ScheduledMessageNotFoundError
from domain.shared.ids import ScheduledMessageId, TenantId

_c = scheduled_messages.c


def _show(rows: FromClause) -> Shown:
    is_theirs = (contacts.c.tenant_id == rows.c.tenant_id) & (contacts.c.id == rows.c.contact_id)
    return select(*columns_of(rows, ScheduledMessageRow), contacts.c.name.label("contact_name")).select_from(
        rows.join(contacts, is_theirs)
    )


_LISTING = Listing(
    scheduled_messages,
    item=ScheduledMessageRow,
    show=_show,
    asks=Asks(
        sorts=orders_by(scheduled_messages, ScheduledMessageRow, SCHEDULED_SORTS),
        filters={
            "state": _c.state == bindparam("state"),
            "contact_id": _c.contact_id == bindparam("contact_id"),
            "conversation_id": _c.conversation_id == bindparam("conversation_id"),
            "created_by": _c.created_by == bindparam("created_by"),
        },
    ),
)

_ONE = Statement(_show(scheduled_messages).where(is_row(scheduled_messages)))


class PostgresScheduledMessageList(TenantReader):
    """Reads scheduled messages."""

    async def page(
        self, tenant_id: TenantId, *, filters: ScheduledMessageFilters, page: PageRequest
    ) -> Page[ScheduledMessageRow]:
        """Give the latest first, or as `page` asks. Raises MalformedError."""
        asked = {name: getattr(filters, name) for name in filters.__struct_fields__}
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters=asked)

    async def one(self, tenant_id: TenantId, *, scheduled_id: ScheduledMessageId) -> ScheduledMessageRow:
        """Give one. Raises ScheduledMessageNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=scheduled_id)
        if row is None:
            raise ScheduledMessageNotFoundError("There is no such scheduled message.")
        return to_struct(row, ScheduledMessageRow)
