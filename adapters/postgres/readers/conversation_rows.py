"""A line of the inbox, from the row of a conversation: whom it is with, and what of it the viewer has not seen."""

from sqlalchemy import FromClause, Integer, Text, Uuid, bindparam, case, func, literal_column, not_, select
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.readers.listing import Shown, columns_of
from adapters.postgres.tables.contacts import contacts
from adapters.postgres.tables.conversations import conversation_reads, conversation_tags
from application.ports.readers.conversations import (
    OPEN_STATUSES,
    WINDOW_CLOSES_WITHIN,
    ConversationRow,
    WindowState,
)

NOW = bindparam("now", type_=TIMESTAMP(timezone=True))
SOON = NOW + WINDOW_CLOSES_WITHIN
VIEWER = bindparam("viewer_id", type_=Uuid(as_uuid=True))
_COMPUTED = {"unread_count", "tag_ids", "window"}


def is_open(rows: FromClause) -> ColumnElement[bool]:
    """Say that it is neither resolved nor archived, in the words of the indexes that hold open ones only.

    They are written out: once PostgreSQL plans a statement for all values, it uses no such index for a parameter.
    """
    return rows.c.status.in_([literal_column(f"'{status.value}'", type_=Text) for status in sorted(OPEN_STATUSES)])


def unread_of(rows: FromClause, *, seen: ColumnElement[int] = conversation_reads.c.seen_count) -> ColumnElement[int]:
    """Count what the viewer has not seen; `conversation_reads` is joined as `is_read` says.

    Whoever has a conversation has seen what they answered, which sets its `unread_count` back.
    """
    unseen = func.greatest(rows.c.inbound_count - func.coalesce(seen, 0), 0)
    of_mine = func.least(rows.c.unread_count, unseen)
    return case((not_(is_open(rows)), 0), (rows.c.assigned_to == VIEWER, of_mine), else_=unseen)


def seen_of(rows: FromClause) -> ColumnElement[int]:
    """Look up how much the viewer has seen, for each row by itself: a page has few."""
    looked_up = select(conversation_reads.c.seen_count).where(is_read(rows)).correlate(rows)
    return looked_up.scalar_subquery()


def is_read(rows: FromClause) -> ColumnElement[bool]:
    """Join how much the viewer has seen."""
    return (
        (conversation_reads.c.tenant_id == rows.c.tenant_id)
        & (conversation_reads.c.conversation_id == rows.c.id)
        & (conversation_reads.c.user_id == VIEWER)
    )


def window_of(rows: FromClause) -> ColumnElement[str]:
    """Tell the state of the service window."""
    ends = rows.c.window_expires_at
    return case(
        (ends > SOON, WindowState.OPEN.value), (ends > NOW, WindowState.CLOSING.value), else_=WindowState.CLOSED.value
    ).cast(Text)


def show(rows: FromClause) -> Shown:
    """Read a line for each of these rows."""
    is_theirs = (contacts.c.tenant_id == rows.c.tenant_id) & (contacts.c.id == rows.c.contact_id)
    tagged = (
        select(conversation_tags.c.tag_id)
        .where(conversation_tags.c.tenant_id == rows.c.tenant_id, conversation_tags.c.conversation_id == rows.c.id)
        .order_by(conversation_tags.c.tagged_at, conversation_tags.c.tag_id)
    )
    return select(
        *(column for column in columns_of(rows, ConversationRow) if column.key not in _COMPUTED),
        contacts.c.name.label("contact_name"),
        contacts.c.phone.label("contact_phone"),
        unread_of(rows, seen=seen_of(rows)).cast(Integer).label("unread_count"),
        func.array(tagged.scalar_subquery()).label("tag_ids"),
        window_of(rows).label("window"),
    ).select_from(rows.outerjoin(contacts, is_theirs))
