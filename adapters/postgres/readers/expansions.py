"""What is shown with each conversation of a page, where it is asked for: a statement or two for all of them."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

import msgspec
from sqlalchemy import ARRAY, Uuid, bindparam, func, select, true

from adapters.postgres.connection import TenantConnection
from adapters.postgres.readers.listing import columns_of, to_struct
from adapters.postgres.readers.message_rows import completed, first_id_of, is_sender, message_columns
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contacts, tags
from adapters.postgres.tables.conversations import conversations, messages
from adapters.postgres.tables.platform import users
from adapters.postgres.tables.support import conversation_slas, sla_policies
from application.ports.readers.conversations import (
    LAST_MESSAGES,
    AssigneeShown,
    ContactShown,
    ConversationRow,
    PromiseShown,
    TagShown,
)
from application.ports.readers.messages import MessageRow

_IDS = bindparam("ids", type_=ARRAY(Uuid(as_uuid=True)))

_CONTACTS = Statement(
    select(*columns_of(contacts, ContactShown)).where(
        contacts.c.tenant_id == bindparam("tenant_id"), contacts.c.id == func.any(_IDS)
    )
)
_TAGS = Statement(
    select(*columns_of(tags, TagShown)).where(tags.c.tenant_id == bindparam("tenant_id"), tags.c.id == func.any(_IDS))
)
_ASSIGNEES = Statement(
    select(*columns_of(users, AssigneeShown)).where(
        users.c.tenant_id == bindparam("tenant_id"), users.c.id == func.any(_IDS)
    )
)
_PROMISES = Statement(
    select(
        conversation_slas.c.conversation_id,
        *columns_of(conversation_slas, PromiseShown),
        sla_policies.c.name.label("policy_name"),
    )
    .join(
        sla_policies,
        (sla_policies.c.tenant_id == conversation_slas.c.tenant_id)
        & (sla_policies.c.id == conversation_slas.c.policy_id),
    )
    .where(
        conversation_slas.c.tenant_id == bindparam("tenant_id"), conversation_slas.c.conversation_id == func.any(_IDS)
    )
    .order_by(conversation_slas.c.kind)
)

_last = (
    select(messages)
    .where(
        messages.c.tenant_id == conversations.c.tenant_id,
        messages.c.conversation_id == conversations.c.id,
        messages.c.id >= bindparam("first_id"),
    )
    .order_by(messages.c.id.desc())
    .limit(LAST_MESSAGES)
    .lateral("last")
)
_MESSAGES = Statement(
    select(_last.c.conversation_id, *message_columns(_last))
    .select_from(conversations.join(_last, true()).outerjoin(users, is_sender(_last)))
    .where(conversations.c.tenant_id == bindparam("tenant_id"), conversations.c.id == func.any(_IDS))
    .order_by(_last.c.id.desc())
)


async def expand(
    connection: TenantConnection, rows: Sequence[ConversationRow], wanted: frozenset[str]
) -> list[ConversationRow]:
    """Give the rows with what is wanted: `contact`, the last `messages` (newest first), `tags`, `assignee`, `sla`."""
    expanded = list(rows)
    if "contact" in wanted:
        found = await _contacts_of(connection, rows)
        expanded = [msgspec.structs.replace(row, contact=found.get(row.contact_id)) for row in expanded]
    if "messages" in wanted:
        threads = await _messages_of(connection, rows)
        expanded = [msgspec.structs.replace(row, messages=threads.get(row.id, [])) for row in expanded]
    if "tags" in wanted:
        known = await _tags_of(connection, rows)
        expanded = [
            msgspec.structs.replace(row, tags=[known[tag_id] for tag_id in row.tag_ids if tag_id in known])
            for row in expanded
        ]
    if "assignee" in wanted:
        people = await _assignees_of(connection, rows)
        expanded = [
            msgspec.structs.replace(row, assignee=people.get(row.assigned_to) if row.assigned_to else None)
            for row in expanded
        ]
    if "sla" in wanted:
        promises = await _promises_of(connection, rows)
        expanded = [msgspec.structs.replace(row, sla=promises.get(row.id, [])) for row in expanded]
    return expanded


async def _promises_of(connection: TenantConnection, rows: Sequence[ConversationRow]) -> dict[UUID, list[PromiseShown]]:
    found = await connection.fetch(_PROMISES, ids=[row.id for row in rows])
    of_each: dict[UUID, list[PromiseShown]] = defaultdict(list)
    for row in found:
        of_each[row["conversation_id"]].append(to_struct(row, PromiseShown))
    return of_each


async def _contacts_of(connection: TenantConnection, rows: Sequence[ConversationRow]) -> dict[UUID, ContactShown]:
    found = await connection.fetch(_CONTACTS, ids=list({row.contact_id for row in rows}))
    return {row["id"]: to_struct(row, ContactShown) for row in found}


async def _tags_of(connection: TenantConnection, rows: Sequence[ConversationRow]) -> dict[UUID, TagShown]:
    wanted = list({tag_id for row in rows for tag_id in row.tag_ids})
    found = await connection.fetch(_TAGS, ids=wanted) if wanted else []
    return {row["id"]: to_struct(row, TagShown) for row in found}


async def _assignees_of(connection: TenantConnection, rows: Sequence[ConversationRow]) -> dict[UUID, AssigneeShown]:
    wanted = list({row.assigned_to for row in rows if row.assigned_to is not None})
    found = await connection.fetch(_ASSIGNEES, ids=wanted) if wanted else []
    return {row["id"]: to_struct(row, AssigneeShown) for row in found}


async def _messages_of(connection: TenantConnection, rows: Sequence[ConversationRow]) -> dict[UUID, list[MessageRow]]:
    numbers = {row.id: row.whatsapp_config_id for row in rows}
    found = await connection.fetch(_MESSAGES, ids=list(numbers), first_id=first_id_of(list(numbers)))
    of_number: dict[UUID, list[MessageRow]] = defaultdict(list)
    home = {row["id"]: row["conversation_id"] for row in found}
    for row in found:
        of_number[numbers[row["conversation_id"]]].append(to_struct(row, MessageRow))
    threads: dict[UUID, list[MessageRow]] = defaultdict(list)
    for config_id, its in of_number.items():
        for message in await completed(connection, its, config_id=config_id):
            threads[home[message.id]].append(message)
    return threads
