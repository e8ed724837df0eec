"""Looking for messages: see `word_search` for how they are found, and ADR 0027 for why so."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.readers.cursors import IdPlace, read_cursor, write_cursor
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.visibility import VISIBLE, as_seen_by
from adapters.postgres.readers.word_search import FIRST_ID, candidates, first_id_at, last_id
from adapters.postgres.repositories.messages import to_content
from adapters.postgres.search_words import query_of, text_of
from adapters.postgres.statements import Statement
from application.ports.readers.message_search import FoundMessage, SearchFilters
from application.shared.page import Page
from domain.conversations.search import Term, highlights
from domain.conversations.visibility import Viewer
from domain.shared.ids import TenantId

MOST_ROUNDS = 16
"""Looks at candidates for one page: a viewer who may see few of them gets a short page, and goes on with its cursor."""
TIMEOUT = "SET LOCAL statement_timeout = '3s'"
"""Longer than any of its statements took over twenty million messages; whoever types waits no longer."""
WAY = "found"

_SHOWN = """
  messages.id, messages.conversation_id, conversations.contact_id, contacts.name AS contact_name,
  messages.whatsapp_config_id, messages.direction, messages.type, messages.sender, messages.user_id, messages.content,
  messages.media_id, messages.created_at
"""
_CONTACT = "LEFT JOIN contacts ON contacts.tenant_id = :tenant_id AND contacts.id = conversations.contact_id"
_FILTERS = """
  (CAST(:config_id AS uuid) IS NULL OR messages.whatsapp_config_id = :config_id)
  AND (CAST(:direction AS text) IS NULL OR messages.direction = :direction)
  AND (CAST(:type AS text) IS NULL OR messages.type = :type)
"""

_AMONG = Statement(
    f"""
    SELECT {_SHOWN} FROM messages
    JOIN conversations
      ON conversations.tenant_id = :tenant_id AND conversations.id = messages.conversation_id {_CONTACT}
    WHERE messages.tenant_id = :tenant_id AND messages.id = ANY (CAST(:ids AS uuid[])) AND {_FILTERS} AND {VISIBLE}
    ORDER BY messages.id DESC LIMIT :limit
    """  # noqa: S608 - our own text
)

_WITHIN = Statement(
    f"""
    SELECT {_SHOWN} FROM conversations
    CROSS JOIN LATERAL (
      SELECT * FROM messages
      WHERE messages.tenant_id = :tenant_id AND messages.conversation_id = conversations.id
        AND messages.id >= CAST(:since AS uuid) AND messages.id < CAST(:before AS uuid)
        AND messages.search @@ CAST(CAST(:words AS text) AS tsquery) AND {_FILTERS}
      ORDER BY messages.id DESC LIMIT :limit) AS messages {_CONTACT}
    WHERE conversations.tenant_id = :tenant_id AND {VISIBLE}
      AND (CAST(:conversation_id AS uuid) IS NULL OR conversations.id = :conversation_id)
      AND (CAST(:contact_id AS uuid) IS NULL OR conversations.contact_id = :contact_id)
    ORDER BY messages.id DESC LIMIT :limit
    """  # noqa: S608 - our own text
)
"""Of one conversation or contact there is so little that its thread is read, and its words compared."""


class PostgresMessageSearch(TenantReader):
    """Looks for messages, among those that a viewer may see."""

    async def find(
        self,
        tenant_id: TenantId,
        *,
        viewer: Viewer,
        terms: Sequence[Term],
        filters: SearchFilters,
        limit: int,
        cursor: str | None,
    ) -> Page[FoundMessage]:
        """Give the newest that hold all terms. Raises MalformedError, UnavailableError."""
        before = _before(filters.until)
        if cursor:
            before = min(before, read_cursor(cursor, IdPlace, way=WAY).id)
        since = FIRST_ID if filters.since is None else first_id_at(filters.since)
        if not terms:
            return _page([], limit=limit, terms=terms, reached=None)
        asked = {
            "config_id": filters.config_id,
            "direction": filters.direction,
            "type": filters.type,
            "limit": limit + 1,
            **as_seen_by(viewer),
        }
        async with self._reading(tenant_id) as connection:
            await connection.driver.execute(TIMEOUT)
            if filters.conversation_id is not None or filters.contact_id is not None:
                asked |= {"conversation_id": filters.conversation_id, "contact_id": filters.contact_id}
                words = query_of(terms, tenant_id=tenant_id)
                rows = list(await connection.fetch(_WITHIN, words=words, since=since, before=before, **asked))
                return _page(rows, limit=limit, terms=terms, reached=None)
            found = candidates(connection, terms, since=since, before=before)
            return await _first_page(connection, found, asked, limit=limit, terms=terms)


async def _first_page(
    connection: TenantConnection,
    found: AsyncIterator[list[UUID]],
    asked: dict[str, object],
    *,
    limit: int,
    terms: Sequence[Term],
) -> Page[FoundMessage]:
    """Show the first of the candidates that the viewer may see."""
    rows: list[Row] = []
    rounds = 0
    reached: UUID | None = None
    async for ids in found:
        if ids:
            rows += await connection.fetch(_AMONG, ids=ids, **asked)
            reached = ids[-1]
            rounds += 1
        if len(rows) > limit or rounds == MOST_ROUNDS:
            return _page(rows, limit=limit, terms=terms, reached=reached)
    return _page(rows, limit=limit, terms=terms, reached=None)


def _page(rows: Sequence[Row], *, limit: int, terms: Sequence[Term], reached: UUID | None) -> Page[FoundMessage]:
    """Make a page; it goes on after its last row, or, where it is short, after what was looked at last."""
    shown = rows[:limit]
    last = shown[-1]["id"] if len(rows) > limit else reached
    return Page(
        items=[_found(row, terms) for row in shown],
        page=None,
        limit=limit,
        total=None,
        next_cursor=None if last is None else write_cursor(IdPlace(id=last), way=WAY),
    )


def _found(row: Row, terms: Sequence[Term]) -> FoundMessage:
    marked = highlights(text_of(to_content(row["content"])), terms)
    return msgspec.convert({**row, "highlights": marked}, FoundMessage)


def _before(until: datetime | None) -> UUID:
    return last_id() if until is None else min(last_id(), first_id_at(until))
