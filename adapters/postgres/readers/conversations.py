"""The inbox, read from PostgreSQL."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import TIMESTAMP, FromClause, bindparam, case, literal_column, select
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.readers.expansions import expand
from adapters.postgres.readers.listing import (
    NEWEST_FIRST,
    Asks,
    Columns,
    Listing,
    Order,
    Shown,
    columns_of,
    to_struct,
)
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contacts
from adapters.postgres.tables.conversations import conversations
from application.ports.readers.conversations import CONVERSATION_SORTS, ConversationFilters, ConversationRow
from application.shared.page import Page, PageRequest
from domain.conversations.errors import ConversationNotFoundError
from domain.shared.ids import ConversationId, TenantId

_c = conversations.c

_NEVER = literal_column("'-infinity'::timestamptz", type_=TIMESTAMP(timezone=True))


def _show(rows: FromClause) -> Shown:
    is_theirs = (contacts.c.tenant_id == rows.c.tenant_id) & (contacts.c.id == rows.c.contact_id)
    name, phone = contacts.c.name.label("contact_name"), contacts.c.phone.label("contact_phone")
    return select(*columns_of(rows, ConversationRow), name, phone).select_from(rows.outerjoin(contacts, is_theirs))


_CONDITIONS = {
    "status": _c.status == bindparam("status"),
    "handler": _c.handler == bindparam("handler"),
    "assigned_to": _c.assigned_to == bindparam("assigned_to"),
    "unassigned": _c.assigned_to.is_(None),
    "whatsapp_config_id": _c.whatsapp_config_id == bindparam("whatsapp_config_id"),
    "contact_id": _c.contact_id == bindparam("contact_id"),
    "unread": _c.unread_count > 0,
    "read": _c.unread_count == 0,
}

_ONE = Statement(_show(conversations).where(is_row(conversations)))


class _Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a page of the inbox ended."""

    last_message_at: datetime | None
    id: UUID


def _latest(columns: Columns) -> tuple[ColumnElement[Any], ...]:
    """Give the expressions of the index `conversations_list`: a conversation without messages comes last.

    It is a CASE as row-level security lets nothing near an index that PostgreSQL does not know to be discreet, and
    it does not know that of COALESCE.
    """
    at = columns["last_message_at"]
    return case((at.is_(None), _NEVER), else_=at), columns["id"]


_ORDERS = {"last_message_at": Order(place=_Place, keys=_latest), "created_at": NEWEST_FIRST}
"""Both have their index: an inbox is too large to be sorted for a page."""

_LISTING = Listing(
    conversations,
    item=ConversationRow,
    show=_show,
    asks=Asks(sorts={name: _ORDERS[name] for name in CONVERSATION_SORTS}, filters=_CONDITIONS),
)


def _asked(filters: ConversationFilters) -> dict[str, object]:
    """Give what is asked for, by the name of its condition."""
    asked = msgspec.structs.asdict(filters)
    return {**asked, "unread": filters.unread is True, "read": filters.unread is False}


class PostgresConversationList(TenantReader):
    """Reads the inbox."""

    async def page(
        self, tenant_id: TenantId, *, filters: ConversationFilters, page: PageRequest
    ) -> Page[ConversationRow]:
        """Give those with the newest messages first, those without any last, or as `page` asks.

        Raises MalformedError.
        """
        async with self._reading(tenant_id) as connection:
            found = await _LISTING.page(connection, page, filters=_asked(filters))
            if not page.expand or not found.items:
                return found
            return msgspec.structs.replace(found, items=await expand(connection, found.items, page.expand))

    async def one(self, tenant_id: TenantId, *, conversation_id: ConversationId) -> ConversationRow:
        """Give one line. Raises ConversationNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=conversation_id)
        if row is None:
            raise ConversationNotFoundError("There is no such conversation.")
        return to_struct(row, ConversationRow)
