"""Reading messages, and looking for them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter

from application.conversations.list_messages import ListMessages
from application.conversations.search_messages import SearchMessages, SearchMessagesHandler
from application.ports.readers.message_search import FoundMessage, SearchFilters
from application.ports.readers.messages import MESSAGE_SORTS, MessageFilters, MessageRow
from application.shared.actor import Actor
from application.shared.page import DEFAULT_LIMIT, MAX_LIMIT, MAX_SEARCH, Page, PageRequest, malformed_page
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.message import Direction
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId, ConversationId, WhatsAppConfigId
from entrypoints.http import examples
from entrypoints.http.actor import needs
from entrypoints.http.conversations.filters import message_filters_of
from entrypoints.http.injection import inject
from entrypoints.http.moments import moment
from entrypoints.http.openapi import CONVERSATIONS, PERSONAL, QUERY, SECURED, answers
from entrypoints.http.query import paged

THREAD = answers(
    200,
    Page[MessageRow],
    example=examples.page_with(examples.MESSAGE),
    raises=(*PERSONAL, *QUERY, ConversationNotFoundError),
)
THREAD_READ = {
    "filters": Provide(message_filters_of, sync_to_thread=False),
    "paging": paged(sorts=MESSAGE_SORTS),
}


@get(
    "/messages",
    operation_id="ListMessagesOfConversation",
    summary="List a conversation's messages, the newest first.",
    description="Needs conversations:read. The same as ListMessages, with the conversation in the query.",
    opt=needs(Permission.CONVERSATIONS_READ),
    dependencies=THREAD_READ,
    responses=THREAD,
)
@inject
async def list_messages_of_conversation(
    actor: NamedDependency[Actor],
    filters: NamedDependency[MessageFilters],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListMessages],
    conversation_id: Annotated[UUID | None, QueryParameter(description="Of this conversation; needed.")] = None,
) -> Page[MessageRow]:
    """Give one page."""
    if conversation_id is None:
        raise malformed_page("conversation_id", "of which conversation")
    return await use_case(actor, ConversationId(conversation_id), filters=filters, page=paging)


@get(
    "/whatsapp/messages/{conversation_id:uuid}",
    operation_id="ListWhatsAppMessages",
    summary="List a conversation's messages, the newest first.",
    description="Needs conversations:read. The same as ListMessages.",
    opt=needs(Permission.CONVERSATIONS_READ),
    dependencies=THREAD_READ,
    responses=THREAD,
)
@inject
async def list_whatsapp_messages(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    filters: NamedDependency[MessageFilters],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListMessages],
) -> Page[MessageRow]:
    """Give one page."""
    return await use_case(actor, ConversationId(conversation_id), filters=filters, page=paging)


def _described(text: str) -> QueryParameter:
    return QueryParameter(description=text)


def search_of(  # noqa: PLR0913 - one a filter, which Litestar reads from the signature
    *,
    q: Annotated[
        str, QueryParameter(description='Words that it holds, or "words beside each other".', max_length=MAX_SEARCH)
    ] = "",
    conversation: Annotated[UUID | None, _described("In this conversation.")] = None,
    contact: Annotated[UUID | None, _described("With this contact.")] = None,
    config: Annotated[UUID | None, _described("On this number.")] = None,
    direction: Annotated[Direction | None, _described("Received, or sent.")] = None,
    type: Annotated[str | None, QueryParameter(description="Of this kind.", max_length=50)] = None,  # noqa: A002
    since: Annotated[datetime | None, _described("Written at this time or later.")] = None,
    until: Annotated[datetime | None, _described("Written before this time.")] = None,
    limit: Annotated[int, QueryParameter(description="How many items at most.", ge=1, le=MAX_LIMIT)] = DEFAULT_LIMIT,
    cursor: Annotated[str | None, _described("`next_cursor` of the answer before.")] = None,
) -> SearchMessages:
    """Read what is looked for. Raises MalformedError."""
    return SearchMessages(
        typed=q,
        filters=SearchFilters(
            conversation_id=ConversationId(conversation) if conversation else None,
            contact_id=ContactId(contact) if contact else None,
            config_id=WhatsAppConfigId(config) if config else None,
            direction=direction,
            type=type,
            since=moment(since, field="since"),
            until=moment(until, field="until"),
        ),
        limit=limit,
        cursor=cursor,
    )


@get(
    "/messages/search",
    operation_id="SearchMessages",
    summary="Look for messages by their words, the newest first.",
    description="Needs conversations:read; finds what is in conversations that are yours to see. Accents and capitals "
    "do not matter, nor do number and gender; a word may be the beginning of another; words in double quotes stand "
    "beside each other. By cursor only. A page may be short, or empty, and still have a `next_cursor`.",
    opt=needs(Permission.CONVERSATIONS_READ),
    dependencies={"wanted": Provide(search_of, sync_to_thread=False)},
    responses=answers(
        200, Page[FoundMessage], example=examples.page_with(examples.FOUND_MESSAGE), raises=(*PERSONAL, *QUERY)
    ),
)
@inject
async def search_messages(
    actor: NamedDependency[Actor],
    wanted: NamedDependency[SearchMessages],
    use_case: FromDishka[SearchMessagesHandler],
) -> Page[FoundMessage]:
    """Give one page."""
    return await use_case(actor, wanted)


message_reading_routes = Router(
    "/",
    route_handlers=[list_messages_of_conversation, list_whatsapp_messages, search_messages],
    tags=[CONVERSATIONS.name],
    security=SECURED,
)
