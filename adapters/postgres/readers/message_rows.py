"""A message as a thread shows it: with its reactions, what it answers, and its file. Some statements a page."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

import msgspec
from sqlalchemy import ARRAY, FromClause, Text, Uuid, bindparam, func, literal_column, select
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.readers.listing import Shown, columns_of, to_struct
from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import message_reactions, messages, provider_messages
from adapters.postgres.tables.media import media
from adapters.postgres.tables.platform import users
from application.ports.readers.messages import MediaShown, MessageRow, QuotedShown, ReactionShown

TAKEN_BACK = msgspec.Raw(b'{"type":"revoke","target":""}')
"""What is shown of a message that was taken back; `revoked_at` says when."""

_IDS = bindparam("ids", type_=ARRAY(Uuid(as_uuid=True)))
CLOCK_PUT_BACK_MS = 24 * 3_600 * 1_000
_MILLISECONDS_FROM = 80
"""The bit of a UUIDv7 from which on it tells the time."""
_ADDED = {"reactions", "quoted", "media", "sender_name", "referral"}

_REACTIONS = Statement(
    select(message_reactions)
    .where(
        message_reactions.c.tenant_id == bindparam("tenant_id"),
        message_reactions.c.message_id == func.any(_IDS),
        message_reactions.c.emoji != "",  # one that was taken off
    )
    .order_by(message_reactions.c.at, message_reactions.c.side)
)

_MEDIA = Statement(
    select(*columns_of(media, MediaShown), media.c.thumbnail_key.is_not(None).label("has_thumbnail")).where(
        media.c.tenant_id == bindparam("tenant_id"), media.c.id == func.any(_IDS)
    )
)

_named = (
    select(provider_messages.c.provider_message_id, provider_messages.c.message_id)
    .where(
        provider_messages.c.tenant_id == bindparam("tenant_id"),
        provider_messages.c.whatsapp_config_id == bindparam("config_id", type_=Uuid(as_uuid=True)),
        provider_messages.c.provider_message_id == func.any(bindparam("names", type_=ARRAY(Text))),
    )
    .subquery("named")
)
_QUOTED = Statement(
    select(_named.c.provider_message_id, *columns_of(messages, QuotedShown)).select_from(
        _named.join(messages, (messages.c.tenant_id == bindparam("tenant_id")) & (messages.c.id == _named.c.message_id))
    )
)


def first_id_of(conversation_ids: Sequence[UUID]) -> UUID:
    """Give an id below those of all messages of these conversations, so that older partitions are not asked.

    A conversation is as old as its id says, and its messages are no older, but for a clock that was put back.
    """
    oldest = min((conversation_id.int >> _MILLISECONDS_FROM) for conversation_id in conversation_ids)
    return UUID(int=max(oldest - CLOCK_PUT_BACK_MS, 0) << _MILLISECONDS_FROM)


def message_columns(rows: FromClause) -> list[ColumnElement[object]]:
    """Give what a message's own row shows; `is_sender` joins its sender."""
    own = [column for column in columns_of(rows, MessageRow) if column.key not in _ADDED]
    referral = func.coalesce(rows.c.referral, literal_column("'null'::jsonb")).label("referral")
    return [*own, referral, rows.c.whatsapp_config_id, users.c.name.label("sender_name")]


def is_sender(rows: FromClause) -> ColumnElement[bool]:
    """Join the person of ours who wrote it."""
    return (users.c.tenant_id == rows.c.tenant_id) & (users.c.id == rows.c.user_id)


def show(rows: FromClause) -> Shown:
    """Read messages with their senders."""
    return select(*message_columns(rows)).select_from(rows.outerjoin(users, is_sender(rows)))


async def completed(connection: TenantConnection, rows: Sequence[MessageRow], *, config_id: UUID) -> list[MessageRow]:
    """Give the messages with all that belongs to them; `config_id` is their conversation's number."""
    rows = [_shown(row) for row in rows]
    if not rows:
        return []
    reactions = await _reactions_of(connection, rows)
    files = await _files_of(connection, rows)
    quoted = await _quoted_by(connection, rows, config_id)
    return [
        msgspec.structs.replace(
            row,
            reactions=reactions.get(row.id, []),
            media=None if row.media_id is None else files.get(row.media_id),
            quoted=None if row.reply_to is None else quoted.get(row.reply_to),
        )
        for row in rows
    ]


async def _reactions_of(connection: TenantConnection, rows: Sequence[MessageRow]) -> dict[UUID, list[ReactionShown]]:
    found: dict[UUID, list[ReactionShown]] = defaultdict(list)
    for row in await connection.fetch(_REACTIONS, ids=[row.id for row in rows]):
        found[row["message_id"]].append(to_struct(row, ReactionShown))
    return found


async def _files_of(connection: TenantConnection, rows: Sequence[MessageRow]) -> dict[UUID, MediaShown]:
    wanted = list({row.media_id for row in rows if row.media_id is not None})
    found = await connection.fetch(_MEDIA, ids=wanted) if wanted else []
    return {row["id"]: to_struct(row, MediaShown) for row in found}


async def _quoted_by(
    connection: TenantConnection, rows: Sequence[MessageRow], config_id: UUID
) -> dict[str, QuotedShown]:
    wanted = list({row.reply_to for row in rows if row.reply_to is not None})
    found: Sequence[Row] = await connection.fetch(_QUOTED, names=wanted, config_id=config_id) if wanted else []
    return {row["provider_message_id"]: _quoted(to_struct(row, QuotedShown)) for row in found}


def _shown(row: MessageRow) -> MessageRow:
    """Hide what a message said that its writer took back: neither words nor file are shown, and its row stays."""
    return row if row.revoked_at is None else msgspec.structs.replace(row, content=TAKEN_BACK, media_id=None)


def _quoted(row: QuotedShown) -> QuotedShown:
    return row if row.revoked_at is None else msgspec.structs.replace(row, content=TAKEN_BACK)
