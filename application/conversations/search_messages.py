"""Somebody looks for what was said."""

import msgspec

from application.ports.audit import AccessLog, Subject
from application.ports.readers.message_search import FoundMessage, MessageSearch, SearchFilters
from application.shared.actor import Actor
from application.shared.page import DEFAULT_LIMIT, MAX_LIMIT, MAX_SEARCH, Page, malformed_page
from domain.audit.actions import AuditAction
from domain.conversations.search import terms_of
from domain.identity.permissions import Permission


class SearchMessages(msgspec.Struct, frozen=True, kw_only=True):
    """Look for what was typed, among some messages or all, going on from a cursor."""

    typed: str
    filters: SearchFilters = SearchFilters()
    limit: int = DEFAULT_LIMIT
    cursor: str | None = None

    def __repr__(self) -> str:
        """Show nothing of what somebody looks for."""
        return "SearchMessages()"


class SearchMessagesHandler:
    """Find messages in conversations that are somebody's to see, once it is written down who saw them.

    Needs conversations:read.
    """

    def __init__(self, *, search: MessageSearch, access: AccessLog) -> None:
        self._search, self._access = search, access

    async def __call__(self, actor: Actor, query: SearchMessages) -> Page[FoundMessage]:
        """Give the newest that hold all that was typed. Raises MalformedError, AccessLogUnavailableError."""
        actor.require(Permission.CONVERSATIONS_READ)
        if len(query.typed) > MAX_SEARCH:
            raise malformed_page("q", "at most {limit} characters", limit=MAX_SEARCH)
        if not 1 <= query.limit <= MAX_LIMIT:
            raise malformed_page("limit", "between 1 and {limit}", limit=MAX_LIMIT)
        terms = terms_of(query.typed)
        if not terms:
            raise malformed_page("q", "a word to look for")
        found = await self._search.find(
            actor.tenant_id,
            viewer=actor.viewer,
            terms=terms,
            filters=query.filters,
            limit=query.limit,
            cursor=query.cursor,
        )
        for conversation_id in {row.conversation_id for row in found.items}:
            await self._access.note(
                actor.tenant_id,
                AuditAction.MESSAGES_READ,
                by=actor.author,
                on=Subject(type="conversation", id=conversation_id),
                count=sum(row.conversation_id == conversation_id for row in found.items),
            )
        return found
