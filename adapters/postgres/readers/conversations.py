"""The inbox, read from PostgreSQL."""

from datetime import datetime

import msgspec

from adapters.postgres.readers.conversation_conditions import CONDITIONS, ORDERS, asked_of, values_beside
from adapters.postgres.readers.conversation_rows import show
from adapters.postgres.readers.expansions import expand as expand_rows
from adapters.postgres.readers.inbox_search import count_finds, look_for
from adapters.postgres.readers.listing import Asks, Listing, to_struct
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.visibility import as_seen_by, visible
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import conversations
from application.ports.readers.conversations import (
    OPEN_STATUSES,
    SORTS_OF_OPEN,
    ConversationFilters,
    ConversationRow,
)
from application.shared.page import MOST_COUNTED, Page, PageRequest, malformed_page
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.visibility import Viewer
from domain.shared.ids import ConversationId, TenantId

_ONE = Statement(show(conversations).where(is_row(conversations), visible(conversations)))

_LISTING = Listing(
    conversations,
    item=ConversationRow,
    show=show,
    where=[visible(conversations)],
    asks=Asks(sorts=ORDERS, filters=CONDITIONS, counts_to=MOST_COUNTED),
)


class PostgresConversationList(TenantReader):
    """Reads conversations with their contacts' names, as a viewer sees them."""

    async def page(
        self, tenant_id: TenantId, *, viewer: Viewer, now: datetime, filters: ConversationFilters, page: PageRequest
    ) -> Page[ConversationRow]:
        """Give those with the newest messages first, or as `page` asks. Raises MalformedError, UnavailableError."""
        asked = asked_of(filters)
        if page.sort in SORTS_OF_OPEN:
            if filters.statuses and not OPEN_STATUSES.intersection(filters.statuses):
                raise malformed_page("sort", "an order of what is open, and not of what is resolved or archived")
            asked["open"] = True
        async with self._reading(tenant_id) as connection:
            values, counted = as_seen_by(viewer) | values_beside(asked, now=now), None
            if page.search is not None:
                finds = await look_for(connection, page.search)
                counted = await count_finds(connection, _LISTING, finds, page, asked, values)
                asked, values = asked | finds.all[0], values | finds.all[1]
            plain = msgspec.structs.replace(page, search=None)
            found = await _LISTING.page(
                connection, plain, filters=asked, shown_with={"now": now}, counted=counted, **values
            )
            if not page.expand or not found.items:
                return found
            return msgspec.structs.replace(found, items=await expand_rows(connection, found.items, page.expand))

    async def one(
        self,
        tenant_id: TenantId,
        *,
        viewer: Viewer,
        now: datetime,
        conversation_id: ConversationId,
        expand: frozenset[str] = frozenset(),
    ) -> ConversationRow:
        """Give one line. Raises ConversationNotFoundError, also for what the viewer may not see."""
        async with self._reading(tenant_id) as connection:
            found = await connection.fetch_one(_ONE, id=conversation_id, now=now, **as_seen_by(viewer))
            if found is None:
                raise ConversationNotFoundError("There is no such conversation.")
            [row] = await expand_rows(connection, [to_struct(found, ConversationRow)], expand)
        return row
