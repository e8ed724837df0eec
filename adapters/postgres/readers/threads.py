"""A conversation's messages, read from PostgreSQL."""

import msgspec
from sqlalchemy import and_, bindparam, select

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing
from adapters.postgres.readers.message_rows import completed, first_id_of, show
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.visibility import as_seen_by, visible
from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import conversations, messages
from application.ports.readers.messages import MESSAGE_SORTS, MessageFilters, MessageRow
from application.shared.page import MOST_COUNTED, Page, PageRequest
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.visibility import Viewer
from domain.shared.ids import ConversationId, TenantId

_NUMBER_OF = Statement(
    select(conversations.c.whatsapp_config_id).where(
        conversations.c.tenant_id == bindparam("tenant_id"),
        conversations.c.id == bindparam("conversation_id"),
        visible(conversations),
    )
)

_LISTING = Listing(
    messages,
    item=MessageRow,
    show=show,
    where=[messages.c.conversation_id == bindparam("conversation_id"), messages.c.id >= bindparam("first_id")],
    asks=Asks(
        sorts=dict.fromkeys(MESSAGE_SORTS, NEWEST_FIRST),
        filters={name: messages.c[name] == bindparam(name) for name in ("direction", "status", "type")}
        | {
            "has_media": and_(messages.c.media_id.is_not(None), messages.c.revoked_at.is_(None)),
            "before": messages.c.id < bindparam("before"),
            "after": messages.c.id > bindparam("after"),
        },
        counts_to=MOST_COUNTED,
    ),
)


class PostgresThread(TenantReader):
    """Reads a conversation's messages."""

    async def page(
        self,
        tenant_id: TenantId,
        *,
        viewer: Viewer,
        conversation_id: ConversationId,
        filters: MessageFilters,
        page: PageRequest,
    ) -> Page[MessageRow]:
        """Give the newest first, or as `page` asks. Raises ConversationNotFoundError, MalformedError."""
        async with self._reading(tenant_id) as connection:
            seen = as_seen_by(viewer)
            config_id = await connection.fetch_value(_NUMBER_OF, conversation_id=conversation_id, **seen)
            if config_id is None:
                raise ConversationNotFoundError("There is no such conversation.")
            asked = msgspec.structs.asdict(filters)
            first_id = first_id_of([conversation_id])
            found = await _LISTING.page(
                connection, page, filters=asked, conversation_id=conversation_id, first_id=first_id
            )
            return msgspec.structs.replace(found, items=await completed(connection, found.items, config_id=config_id))
