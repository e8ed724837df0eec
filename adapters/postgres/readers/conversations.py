"""The inbox, read from PostgreSQL."""

from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import TIMESTAMP, FromClause, bindparam, case, literal_column, select
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.readers.listing import Columns, Listing, Order, Shown, columns_of, to_struct
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contacts
from adapters.postgres.tables.conversations import conversations
from application.ports.readers.conversations import ConversationFilters, ConversationRow
from application.shared.page import Page, PageRequest
from domain.conversations.errors import ConversationNotFoundError
from domain.shared.ids import ConversationId, TenantId

KEPT_LISTINGS = 256
"""More than the sets of filters that people use; each costs three statements of some kilobytes."""

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


_LATEST_FIRST = Order(place=_Place, keys=_latest)


@lru_cache(maxsize=KEPT_LISTINGS)
def _listing(names: frozenset[str]) -> Listing[ConversationRow, _Place]:
    where = [_CONDITIONS[name] for name in sorted(names)]
    return Listing(conversations, where=where, order=_LATEST_FIRST, show=_show, item=ConversationRow)


def _values(filters: ConversationFilters) -> dict[str, object]:
    """Give the filters that compare with a value."""
    compared = msgspec.structs.asdict(filters)
    del compared["unread"], compared["unassigned"]
    return {name: value for name, value in compared.items() if value is not None}


def _flags(filters: ConversationFilters) -> set[str]:
    """Give the filters that are conditions by themselves."""
    by_unread = {None: set[str](), True: {"unread"}, False: {"read"}}[filters.unread]
    return by_unread | ({"unassigned"} if filters.unassigned else set())


class PostgresConversationList(TenantReader):
    """Reads the inbox."""

    async def page(
        self, tenant_id: TenantId, *, filters: ConversationFilters, page: PageRequest
    ) -> Page[ConversationRow]:
        """Give those with the newest messages first, those without any last. Raises MalformedError for the cursor."""
        values = _values(filters)
        listing = _listing(frozenset(values) | _flags(filters))
        async with self._reading(tenant_id) as connection:
            return await listing.page(connection, page, **values)

    async def one(self, tenant_id: TenantId, *, conversation_id: ConversationId) -> ConversationRow:
        """Give one line. Raises ConversationNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=conversation_id)
        if row is None:
            raise ConversationNotFoundError("There is no such conversation.")
        return to_struct(row, ConversationRow)
