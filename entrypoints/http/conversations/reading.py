"""Looking into the inbox."""

from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from application.conversations.get_conversation import GetConversation
from application.conversations.get_conversation_stats import GetConversationStats
from application.conversations.list_conversations import ListConversations
from application.conversations.list_messages import ListMessages
from application.ports.readers.conversations import (
    CONVERSATION_EXPANSIONS,
    CONVERSATION_SORTS,
    ConversationFilters,
    ConversationRow,
)
from application.ports.readers.inbox_counts import InboxCounts
from application.ports.readers.messages import MESSAGE_SORTS, MessageFilters, MessageRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.conversations.errors import ConversationNotFoundError
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId
from entrypoints.http import examples
from entrypoints.http.actor import needs
from entrypoints.http.conversations.filters import Times, filters_of, message_filters_of, times_of
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, CONVERSATIONS, PERSONAL, QUERY, SECURED, answers
from entrypoints.http.query import expanding, paged
from entrypoints.http.versions import shown


@get(
    "/conversations",
    operation_id="ListConversations",
    summary="List conversations, those with the newest messages first.",
    description="Needs conversations:read; without conversations:read_all it shows what is yours, what is in your "
    "departments, and what nobody has. `q` looks at names, phones and the newest messages. `total` counts up to "
    "10,000, and pages by number end there; cursors do not. For a `q` that more contacts have it is at least so many. "
    "The sorts `waiting_since` and `priority` are of what is open.",
    opt=needs(Permission.CONVERSATIONS_READ),
    dependencies={
        "filters": Provide(filters_of, sync_to_thread=False),
        "times": Provide(times_of, sync_to_thread=False),
        "paging": paged(sorts=CONVERSATION_SORTS, search=True, expands=CONVERSATION_EXPANSIONS),
    },
    responses=answers(
        200, Page[ConversationRow], example=examples.page_with(examples.CONVERSATION), raises=(*PERSONAL, *QUERY)
    ),
)
@inject
async def list_conversations(
    actor: NamedDependency[Actor],
    filters: NamedDependency[ConversationFilters],
    times: NamedDependency[Times],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListConversations],
) -> Page[ConversationRow]:
    """Give one page."""
    return await use_case(actor, filters=times.within(filters), page=paging)


@get(
    "/conversations/stats",
    operation_id="GetConversationStats",
    summary="Count the open conversations of each view.",
    description="Needs conversations:read; counts what ListConversations would show.",
    opt=needs(Permission.CONVERSATIONS_READ),
    responses=answers(200, InboxCounts, example=examples.COUNTS, raises=BEARER),
)
@inject
async def get_conversation_stats(
    actor: NamedDependency[Actor], use_case: FromDishka[GetConversationStats]
) -> InboxCounts:
    """Count."""
    return await use_case(actor)


@get(
    "/conversations/{conversation_id:uuid}",
    operation_id="GetConversation",
    summary="Show a conversation.",
    description="Needs conversations:read, and it must be yours to see. `ETag` is its version.",
    opt=needs(Permission.CONVERSATIONS_READ),
    dependencies={"wanted": expanding(CONVERSATION_EXPANSIONS)},
    responses=answers(
        200, ConversationRow, example=examples.CONVERSATION, raises=(*PERSONAL, *QUERY, ConversationNotFoundError)
    ),
)
@inject
async def get_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    wanted: NamedDependency[frozenset[str]],
    use_case: FromDishka[GetConversation],
) -> Response[ConversationRow]:
    """Give one."""
    row = await use_case(actor, ConversationId(conversation_id), expand=wanted)
    return shown(row, version=row.version)


@get(
    "/conversations/{conversation_id:uuid}/messages",
    operation_id="ListMessages",
    summary="List a conversation's messages, the newest first.",
    description="Needs conversations:read, and the conversation must be yours to see. `before` and `after` begin at a "
    "message; with `after` and `order=asc` the thread goes on from there.",
    opt=needs(Permission.CONVERSATIONS_READ),
    dependencies={
        "filters": Provide(message_filters_of, sync_to_thread=False),
        "paging": paged(sorts=MESSAGE_SORTS),
    },
    responses=answers(
        200,
        Page[MessageRow],
        example=examples.page_with(examples.MESSAGE),
        raises=(*PERSONAL, *QUERY, ConversationNotFoundError),
    ),
)
@inject
async def list_messages(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    filters: NamedDependency[MessageFilters],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListMessages],
) -> Page[MessageRow]:
    """Give one page."""
    return await use_case(actor, ConversationId(conversation_id), filters=filters, page=paging)


reading_routes = Router(
    "/",
    route_handlers=[list_conversations, get_conversation_stats, get_conversation, list_messages],
    tags=[CONVERSATIONS.name],
    security=SECURED,
)
