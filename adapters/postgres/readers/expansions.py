"""What is shown with each conversation of a page, where it is asked for: one statement for all of them."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

import msgspec
from sqlalchemy import ARRAY, Uuid, bindparam, func, select, true

from adapters.postgres.connection import TenantConnection
from adapters.postgres.readers.listing import columns_of, to_struct
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contacts
from adapters.postgres.tables.conversations import conversations, messages
from application.ports.readers.conversations import LAST_MESSAGES, ContactShown, ConversationRow, MessageRow

_IDS = bindparam("ids", type_=ARRAY(Uuid(as_uuid=True)))

_CONTACTS = Statement(
    select(*columns_of(contacts, ContactShown)).where(
        contacts.c.tenant_id == bindparam("tenant_id"), contacts.c.id == func.any(_IDS)
    )
)

_last = (
    select(messages)
    .where(messages.c.tenant_id == conversations.c.tenant_id, messages.c.conversation_id == conversations.c.id)
    .order_by(messages.c.id.desc())
    .limit(LAST_MESSAGES)
    .lateral("last")
)
_MESSAGES = Statement(
    select(_last.c.conversation_id, *columns_of(_last, MessageRow))
    .select_from(conversations.join(_last, true()))
    .where(conversations.c.tenant_id == bindparam("tenant_id"), conversations.c.id == func.any(_IDS))
    .order_by(_last.c.id.desc())
)


async def expand(
    connection: TenantConnection, rows: Sequence[ConversationRow], wanted: frozenset[str]
) -> list[ConversationRow]:
    """Give the rows with what is wanted: each one's `contact`, and its last `messages`, the newest first."""
    expanded = list(rows)
    if "contact" in wanted:
        found = await _contacts_of(connection, rows)
        expanded = [msgspec.structs.replace(row, contact=found.get(row.contact_id)) for row in expanded]
    if "messages" in wanted:
        threads = await _messages_of(connection, rows)
        expanded = [msgspec.structs.replace(row, messages=threads.get(row.id, [])) for row in expanded]
    return expanded


async def _contacts_of(connection: TenantConnection, rows: Sequence[ConversationRow]) -> dict[UUID, ContactShown]:
    found = await connection.fetch(_CONTACTS, ids=list({row.contact_id for row in rows}))
    return {row["id"]: to_struct(row, ContactShown) for row in found}


async def _messages_of(connection: TenantConnection, rows: Sequence[ConversationRow]) -> dict[UUID, list[MessageRow]]:
    threads: dict[UUID, list[MessageRow]] = defaultdict(list)
    for row in await connection.fetch(_MESSAGES, ids=[row.id for row in rows]):
        threads[row["conversation_id"]].append(to_struct(row, MessageRow))
    return threads
