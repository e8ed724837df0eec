"""A conversation's messages, read from PostgreSQL."""

import msgspec
from sqlalchemy import bindparam, select

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, columns_of
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import conversations, messages
from application.ports.readers.conversations import MESSAGE_SORTS, MessageFilters, MessageRow
from application.shared.page import Page, PageRequest
from domain.conversations.errors import ConversationNotFoundError
from domain.shared.ids import ConversationId, TenantId

_IS_THERE = Statement(
    select(conversations.c.id).where(
        conversations.c.tenant_id == bindparam("tenant_id"), conversations.c.id == bindparam("conversation_id")
    )
)

_LISTING = Listing(
    messages,
    item=MessageRow,
    show=lambda rows: select(*columns_of(rows, MessageRow)),
    where=[messages.c.conversation_id == bindparam("conversation_id")],
    asks=Asks(
        sorts=dict.fromkeys(MESSAGE_SORTS, NEWEST_FIRST),
        filters={name: messages.c[name] == bindparam(name) for name in MessageFilters.__struct_fields__},
    ),
)


class PostgresThread(TenantReader):
    """Reads a conversation's messages."""

    async def page(
        self, tenant_id: TenantId, *, conversation_id: ConversationId, filters: MessageFilters, page: PageRequest
    ) -> Page[MessageRow]:
        """Give the newest first, or as `page` asks. Raises ConversationNotFoundError, MalformedError."""
        async with self._reading(tenant_id) as connection:
            if await connection.fetch_value(_IS_THERE, conversation_id=conversation_id) is None:
                raise ConversationNotFoundError("There is no such conversation.")
            asked = msgspec.structs.asdict(filters)
            return await _LISTING.page(connection, page, filters=asked, conversation_id=conversation_id)
