"""What may be asked of the inbox, and in which orders it is read."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ARRAY, Text, Uuid, and_, bindparam, case, func, literal_column, not_, or_, select
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.readers.contact_search import among, has_words, uuids
from adapters.postgres.readers.conversation_rows import NOW, SOON, VIEWER, is_open, seen_of, unread_of
from adapters.postgres.readers.listing import NEWEST_FIRST, Columns, Order
from adapters.postgres.tables.contacts import contacts, tags
from adapters.postgres.tables.conversations import (
    conversation_notes,
    conversation_tags,
    conversations,
)
from application.ports.readers.conversations import OPEN_STATUSES, ConversationFilters, WindowState
from application.shared.page import Direction
from domain.conversations.states import SERVICE_WINDOW, Priority
from domain.shared.text import fold

_c = conversations.c
_TIME = TIMESTAMP(timezone=True)
_UUIDS = ARRAY(Uuid(as_uuid=True))

NEVER = literal_column("'-infinity'::timestamptz", type_=_TIME)
_ALWAYS = literal_column("'infinity'::timestamptz", type_=_TIME)
CLOCKS_DIFFER = timedelta(hours=1)
"""A window opens when the contact wrote, as the provider's clock says it; ours may be late."""


def latest(columns: Columns) -> tuple[ColumnElement[Any], ...]:
    """Give the expressions of the index `conversations_list`: a conversation without messages comes last.

    It is a CASE as row-level security lets nothing near an index that PostgreSQL does not know to be discreet, and
    it does not know that of COALESCE.
    """
    at = columns["last_message_at"]
    return case((at.is_(None), NEVER), else_=at), columns["id"]


def _longest_waiting(columns: Columns) -> tuple[ColumnElement[Any], ...]:
    since = columns["waiting_since"]
    return case((since.is_(None), _ALWAYS), else_=since), columns["id"]


def _pressing(columns: Columns) -> tuple[ColumnElement[Any], ...]:
    weights = {priority.value: weight for weight, priority in enumerate(Priority)}
    return case(weights, value=columns["priority"], else_=0), *latest(columns)


class _LatestPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where a page of the inbox ended."""

    last_message_at: datetime | None
    id: UUID


class _WaitingPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where a page of those that wait ended."""

    waiting_since: datetime | None
    id: UUID


class _PressingPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where a page by priority ended."""

    priority: Priority
    last_message_at: datetime | None
    id: UUID


ORDERS = {
    "last_message_at": Order(place=_LatestPlace, keys=latest),
    "created_at": NEWEST_FIRST,
    "waiting_since": Order(place=_WaitingPlace, keys=_longest_waiting, first=Direction.ASCENDING),
    "priority": Order(place=_PressingPlace, keys=_pressing),
}
"""The first two have their index, as an inbox is too large to be sorted for a page; the others sort what is open."""

_UNREAD = and_(is_open(conversations), unread_of(conversations, seen=seen_of(conversations)) > 0)
_IN_WINDOW = latest(_c)[0] > NOW - SERVICE_WINDOW - CLOCKS_DIFFER
"""Whose window is open was written to since yesterday: few, and all at the head of the index."""
_TAGGED = select(conversation_tags.c.conversation_id).where(conversation_tags.c.tenant_id == bindparam("tenant_id"))
_NAMED = select(tags.c.id).where(
    tags.c.tenant_id == bindparam("tenant_id"), tags.c.name_key == bindparam("tag_name", type_=Text)
)
_MENTIONED = select(conversation_notes.c.conversation_id).where(
    conversation_notes.c.tenant_id == bindparam("tenant_id"),
    func.cardinality(conversation_notes.c.mentions) > 0,
    conversation_notes.c.mentions.any_() == VIEWER,
)
_WORDS = (
    select(has_words(contacts))
    .where(contacts.c.tenant_id == bindparam("tenant_id"), contacts.c.id == _c.contact_id)
    .scalar_subquery()
)
"""A value, and no EXISTS: of that PostgreSQL might ask all contacts at once."""

CONDITIONS: dict[str, ColumnElement[bool]] = {
    "open": is_open(conversations),
    "statuses": _c.status == func.any(bindparam("statuses", type_=ARRAY(Text))),
    "handler": _c.handler == bindparam("handler"),
    "assigned_to": _c.assigned_to == bindparam("assigned_to"),
    "unassigned": _c.assigned_to.is_(None),
    "departments": _c.department_id == func.any(bindparam("departments", type_=_UUIDS)),
    "no_department": _c.department_id.is_(None),
    "tag_id": _c.id.in_(_TAGGED.where(conversation_tags.c.tag_id == bindparam("tag_id"))),
    "tag_name": _c.id.in_(_TAGGED.where(conversation_tags.c.tag_id.in_(_NAMED))),
    "priorities": _c.priority == func.any(bindparam("priorities", type_=ARRAY(Text))),
    "config_id": _c.whatsapp_config_id == bindparam("config_id", type_=Uuid(as_uuid=True)),
    "contact_id": _c.contact_id == bindparam("contact_id"),
    "unread": _UNREAD,
    "read": not_(_UNREAD),
    "window_open": and_(_IN_WINDOW, _c.window_expires_at > SOON),
    "window_closing": and_(_IN_WINDOW, _c.window_expires_at > NOW, _c.window_expires_at <= SOON),
    "window_closed": or_(_c.window_expires_at.is_(None), _c.window_expires_at <= NOW),
    "snoozed": and_(is_open(conversations), _c.snoozed_until > NOW),
    "awake": or_(_c.snoozed_until.is_(None), _c.snoozed_until <= NOW),
    "needs_attention": _c.needs_attention,
    "calm": not_(_c.needs_attention),
    "mentioned": _c.id.in_(_MENTIONED),
    "created_since": _c.created_at >= bindparam("created_since", type_=_TIME),
    "created_until": _c.created_at < bindparam("created_until", type_=_TIME),
    "last_message_since": latest(_c)[0] >= bindparam("last_message_since", type_=_TIME),
    "last_message_until": latest(_c)[0] < bindparam("last_message_until", type_=_TIME),
    "found": or_(_c.contact_id == among("known"), _c.id == among("holding")),
    "found_on_the_way": or_(_WORDS, _c.id.in_(select(func.unnest(uuids("holding"))))),
}
"""By name; those with a parameter of another name are given its value beside."""

_WITH_NOW = {"window_open", "window_closing", "window_closed", "snoozed", "awake"}


def asked_of(filters: ConversationFilters) -> dict[str, object]:
    """Give the conditions that the filters ask for, by name."""
    asked: dict[str, object] = {
        name: getattr(filters, name)
        for name in (
            "handler",
            "assigned_to",
            "unassigned",
            "no_department",
            "config_id",
            "contact_id",
            "mentioned",
            "tag_id",
            "created_since",
            "created_until",
            "last_message_since",
            "last_message_until",
        )
    }
    asked["open"] = bool(filters.statuses) and OPEN_STATUSES.issuperset(filters.statuses)
    asked["statuses"] = list(filters.statuses) or None
    asked["priorities"] = list(filters.priorities) or None
    asked["departments"] = None if filters.departments is None else sorted(filters.departments)
    asked["tag_name"] = None if filters.tag_name is None else fold(filters.tag_name)
    asked |= _either("unread", "read", filters.unread)
    asked |= _either("snoozed", "awake", filters.snoozed)
    asked |= _either("needs_attention", "calm", filters.needs_attention)
    if filters.window is not None:
        asked[f"window_{WindowState(filters.window).value}"] = True
    return {name: value for name, value in asked.items() if value is not None and value is not False}


def values_beside(asked: dict[str, object], *, now: datetime) -> dict[str, object]:
    """Give what these conditions ask for beside a value of their own name."""
    return {"now": now} if _WITH_NOW.intersection(asked) else {}


def _either(name: str, otherwise: str, wanted: bool | None) -> dict[str, object]:  # noqa: FBT001 - a filter's value
    return {} if wanted is None else {name if wanted else otherwise: True}
