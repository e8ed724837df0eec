"""Contacts, read from PostgreSQL."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import ARRAY, FromClause, Uuid, bindparam, exists, func, or_, select

from adapters.postgres.connection import TenantConnection
from adapters.postgres.readers.contact_detail import detail_of
from adapters.postgres.readers.contact_search import among, find_contacts, has_words
from adapters.postgres.readers.duplicates import suggestions
from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.visibility import as_seen_by, visible
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.segments import compile_filter
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contact_notes, contact_tags, contacts, tags
from adapters.postgres.tables.conversations import conversations, timeline
from application.ports.readers.contacts import (
    CONTACT_SORTS,
    ContactDetail,
    ContactFilters,
    ContactRow,
    NoteRow,
    Suggestion,
    TagOfContact,
    TimelineRow,
)
from application.shared.page import MOST_COUNTED, Page, PageRequest
from domain.contacts.errors import ContactNotFoundError
from domain.contacts.filters import Filter
from domain.conversations.visibility import Viewer
from domain.shared.ids import ContactId, TenantId

_c = contacts.c
_LIVES = _c.deleted_at.is_(None)


def _show(rows: FromClause) -> Shown:
    return select(*columns_of(rows, ContactRow))


_CONDITIONS = {
    "tag_id": exists().where(
        contact_tags.c.tenant_id == _c.tenant_id,
        contact_tags.c.contact_id == _c.id,
        contact_tags.c.tag_id == bindparam("tag_id"),
    ),
    "lifecycle_stage": _c.lifecycle_stage == bindparam("lifecycle_stage"),
    "blocked": _c.blocked_at.is_not(None),
    "not_blocked": _c.blocked_at.is_(None),
    "among": _c.id == among("among"),
    "words": has_words(contacts),
}

_ASKS = Asks(sorts=orders_by(contacts, ContactRow, CONTACT_SORTS), filters=_CONDITIONS)
_LISTING = Listing(contacts, item=ContactRow, show=_show, where=[_LIVES], asks=_ASKS)
_ONE = Statement(_show(contacts).where(is_row(contacts), _LIVES))
_EXISTS = Statement(select(_c.id).where(is_row(contacts), _LIVES))

_TAGS = Statement(
    select(contact_tags.c.contact_id, *columns_of(tags, TagOfContact))
    .select_from(
        contact_tags.join(tags, (tags.c.tenant_id == contact_tags.c.tenant_id) & (tags.c.id == contact_tags.c.tag_id))
    )
    .where(
        contact_tags.c.tenant_id == bindparam("tenant_id"),
        contact_tags.c.contact_id == func.any(bindparam("ids", type_=ARRAY(Uuid(as_uuid=True)))),
    )
    .order_by(tags.c.name_key)
)

_NOTES = Listing(
    contact_notes,
    item=NoteRow,
    show=lambda rows: select(*columns_of(rows, NoteRow)),
    where=[contact_notes.c.contact_id == bindparam("contact_id")],
    order=NEWEST_FIRST,
)

_SEEN = exists().where(
    conversations.c.tenant_id == timeline.c.tenant_id,
    conversations.c.id == timeline.c.conversation_id,
    visible(conversations),
)
_TIMELINE = Listing(
    timeline,
    item=TimelineRow,
    show=lambda rows: select(*columns_of(rows, TimelineRow)),
    where=[timeline.c.contact_id == bindparam("contact_id"), or_(timeline.c.conversation_id.is_(None), _SEEN)],
    order=NEWEST_FIRST,
)


class PostgresContactList(TenantReader):
    """Reads contacts; those that were deleted or merged are not shown."""

    async def page(
        self, tenant_id: TenantId, *, filters: ContactFilters, page: PageRequest, now: datetime
    ) -> Page[ContactRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        listing = _LISTING if filters.segment is None else _within(filters.segment, now=now)
        plain_page, asked = msgspec.structs.replace(page, search=None), _asked(filters)
        async with self._reading(tenant_id) as connection:
            counted = None
            if page.search:
                known = await find_contacts(connection, page.search, is_present=True)
                if filters.segment is None and not any(asked.values()):
                    counted = min(known.count, MOST_COUNTED)
                asked |= {"among": known.ids} if known.are_all else {"words": known.words}
            found = await listing.page(connection, plain_page, filters=asked, counted=counted)
            return msgspec.structs.replace(found, items=await _tagged(connection, found.items))

    async def one(self, tenant_id: TenantId, *, contact_id: ContactId, now: datetime) -> ContactDetail:
        """Give one. Raises ContactNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=contact_id)
            if row is None:
                raise ContactNotFoundError("There is no such contact.")
            [contact] = await _tagged(connection, [to_struct(row, ContactRow)])
            return await detail_of(connection, contact, now=now)

    async def notes(self, tenant_id: TenantId, *, contact_id: ContactId, page: PageRequest) -> Page[NoteRow]:
        """Give the newest first. Raises ContactNotFoundError, MalformedError."""
        async with self._reading(tenant_id) as connection:
            await _require(connection, contact_id)
            return await _NOTES.page(connection, page, contact_id=contact_id)

    async def timeline(
        self, tenant_id: TenantId, *, contact_id: ContactId, viewer: Viewer, page: PageRequest
    ) -> Page[TimelineRow]:
        """Give the newest first, of conversations only what the viewer may see.

        Raises ContactNotFoundError, MalformedError.
        """
        async with self._reading(tenant_id) as connection:
            await _require(connection, contact_id)
            values = {"contact_id": contact_id, **as_seen_by(viewer)}
            return await _TIMELINE.page(connection, page, filters=None, shown_with=None, counted=None, **values)

    async def duplicates(self, tenant_id: TenantId, *, document_keys: tuple[str, ...]) -> list[Suggestion]:
        """Give who may be the same person, at most 100 pairs."""
        async with self._reading(tenant_id) as connection:
            return await suggestions(connection, document_keys=document_keys)


def _within(condition: Filter, *, now: datetime) -> Listing[ContactRow]:
    """Make the list of a filter; its statements are written for it alone."""
    where = [_LIVES, compile_filter(condition, contacts, now=now)]
    return Listing(contacts, item=ContactRow, show=_show, where=where, asks=_ASKS)


def _asked(filters: ContactFilters) -> dict[str, object]:
    return {
        "tag_id": filters.tag_id,
        "lifecycle_stage": filters.lifecycle_stage,
        "blocked": filters.blocked is True,
        "not_blocked": filters.blocked is False,
    }


async def _tagged(connection: TenantConnection, rows: Sequence[ContactRow]) -> list[ContactRow]:
    """Give the contacts with their tags, in one statement for all."""
    if not rows:
        return []
    found = defaultdict[UUID, list[TagOfContact]](list)
    for row in await connection.fetch(_TAGS, ids=[row.id for row in rows]):
        found[row["contact_id"]].append(TagOfContact(id=row["id"], name=row["name"], color=row["color"]))
    return [msgspec.structs.replace(row, tags=found[row.id]) for row in rows]


async def _require(connection: TenantConnection, contact_id: ContactId) -> None:
    if await connection.fetch_value(_EXISTS, id=contact_id) is None:
        raise ContactNotFoundError("There is no such contact.")
