"""The inbox."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from application.conversations.get_conversation import GetConversation
from application.conversations.list_conversations import ListConversations
from application.conversations.list_messages import ListMessages
from application.conversations.recipient import UnreachableContactError
from application.conversations.release_conversation import ReleaseConversation
from application.conversations.resolve_conversation import ResolveConversation
from application.conversations.send_message import SendMessageHandler
from application.conversations.take_over_conversation import TakeOverConversation
from application.ports.readers.conversations import (
    CONVERSATION_EXPANSIONS,
    CONVERSATION_SORTS,
    MESSAGE_SORTS,
    ConversationFilters,
    ConversationRow,
    MessageFilters,
    MessageRow,
)
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.conversations.errors import (
    ContentRefusedError,
    ConversationNotFoundError,
    ConversationResolvedError,
    WindowClosedError,
)
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ConversationId
from domain.tenants.errors import PlanLimitReachedError
from entrypoints.http import examples
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.conversation_filters import filters_of, message_filters_of
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BODY, CONVERSATIONS, PERSONAL, QUERY, SECURED, answers, body
from entrypoints.http.query import paged
from entrypoints.http.requests import ResolveConversationRequest, SendMessageRequest
from entrypoints.http.responses import QueuedMessage
from entrypoints.http.versions import shown

HANDLING = (*PERSONAL, ConversationNotFoundError, ConversationResolvedError, StaleVersionError)
"""What each change of hands may answer."""


@get(
    "/conversations",
    operation_id="ListConversations",
    summary="List conversations, those with the newest messages first.",
    description="Needs conversations:read.",
    opt=needs(Permission.CONVERSATIONS_READ),
    dependencies={
        "filters": Provide(filters_of, sync_to_thread=False),
        "paging": paged(sorts=CONVERSATION_SORTS, expands=CONVERSATION_EXPANSIONS),
    },
    responses=answers(
        200, Page[ConversationRow], example=examples.page_with(examples.CONVERSATION), raises=(*PERSONAL, *QUERY)
    ),
)
@inject
async def list_conversations(
    actor: NamedDependency[Actor],
    filters: NamedDependency[ConversationFilters],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListConversations],
) -> Page[ConversationRow]:
    """Give one page."""
    return await use_case(actor, filters=filters, page=paging)


@get(
    "/conversations/{conversation_id:uuid}",
    operation_id="GetConversation",
    summary="Show a conversation.",
    description="Needs conversations:read. `ETag` is its version.",
    opt=needs(Permission.CONVERSATIONS_READ),
    responses=answers(
        200, ConversationRow, example=examples.CONVERSATION, raises=(*PERSONAL, ConversationNotFoundError)
    ),
)
@inject
async def get_conversation(
    conversation_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[GetConversation]
) -> Response[ConversationRow]:
    """Give one."""
    row = await use_case(actor, ConversationId(conversation_id))
    return shown(row, version=row.version)


@get(
    "/conversations/{conversation_id:uuid}/messages",
    operation_id="ListMessages",
    summary="List a conversation's messages, the newest first.",
    description="Needs conversations:read.",
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


@post(
    "/conversations/{conversation_id:uuid}/messages",
    operation_id="SendMessage",
    summary="Queue a message to the contact.",
    description="Needs conversations:reply. Outside the 24-hour window it must be a template. Writing in a "
    "conversation that nobody has takes it over.",
    opt={**needs(Permission.CONVERSATIONS_REPLY), **CREATES},
    status_code=202,
    responses=answers(
        202,
        QueuedMessage,
        example=examples.QUEUED,
        raises=(
            *HANDLING,
            *BODY,
            ContentRefusedError,
            WindowClosedError,
            UnreachableContactError,
            PlanLimitReachedError,
        ),
    ),
)
@inject
async def send_message(
    conversation_id: FromPath[UUID],
    data: Annotated[SendMessageRequest, body(examples.SEND)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SendMessageHandler],
) -> QueuedMessage:
    """Queue it."""
    command = data.to_command(ConversationId(conversation_id))
    message_id = await use_case(actor, command)
    return QueuedMessage.of(message_id, data, conversation_id=command.conversation_id, user_id=actor.user_id)


@post(
    "/conversations/{conversation_id:uuid}/takeover",
    operation_id="TakeOverConversation",
    summary="Take a conversation; the bot is silent from then on.",
    description="Needs conversations:handle.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=examples.CONVERSATION, raises=HANDLING),
)
@inject
async def take_over_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[TakeOverConversation],
    conversation: FromDishka[GetConversation],
) -> ConversationRow:
    """Take it, and show it."""
    await use_case(actor, ConversationId(conversation_id))
    return await conversation.show(actor, ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/release",
    operation_id="ReleaseConversation",
    summary="Give a conversation back to the bot.",
    description="Needs conversations:handle. The contact's next message starts a flow.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=examples.CONVERSATION, raises=HANDLING),
)
@inject
async def release_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ReleaseConversation],
    conversation: FromDishka[GetConversation],
) -> ConversationRow:
    """Release it, and show it."""
    await use_case(actor, ConversationId(conversation_id))
    return await conversation.show(actor, ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/resolve",
    operation_id="ResolveConversation",
    summary="End a conversation; the contact's next message opens another.",
    description="Needs conversations:handle. The body may be left out.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=examples.CONVERSATION, raises=(*HANDLING, *BODY)),
)
@inject
async def resolve_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ResolveConversation],
    conversation: FromDishka[GetConversation],
    data: Annotated[ResolveConversationRequest | None, body(examples.RESOLVE)] = None,
) -> ConversationRow:
    """Resolve it, and show it."""
    ending = data or ResolveConversationRequest()
    await use_case(actor, ConversationId(conversation_id), resolution=ending.resolution)
    return await conversation.show(actor, ConversationId(conversation_id))


conversation_routes = Router(
    "/",
    route_handlers=[
        list_conversations,
        get_conversation,
        list_messages,
        send_message,
        take_over_conversation,
        release_conversation,
        resolve_conversation,
    ],
    tags=[CONVERSATIONS.name],
    security=SECURED,
)
