"""The inbox."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from application.conversations.recipient import UnreachableContactError
from application.conversations.release_conversation import ReleaseConversation
from application.conversations.resolve_conversation import ResolveConversation
from application.conversations.send_message import SendMessageHandler
from application.conversations.take_over_conversation import TakeOverConversation
from application.ports.readers.conversations import (
    ConversationFilters,
    ConversationList,
    ConversationRow,
    MessageRow,
    Thread,
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
from entrypoints.http import examples
from entrypoints.http.conversation_filters import filters_of
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, CONVERSATIONS, QUERY, SECURED, answers, body
from entrypoints.http.requests import ResolveConversationRequest, SendMessageRequest
from entrypoints.http.responses import QueuedMessage

HANDLING = (*BEARER, ConversationNotFoundError, ConversationResolvedError, StaleVersionError)
"""What each change of hands may answer."""


@get(
    "/conversations",
    operation_id="ListConversations",
    summary="List conversations, those with the newest messages first.",
    description="Needs conversations:read.",
    dependencies={"filters": Provide(filters_of, sync_to_thread=False)},
    responses=answers(
        200, Page[ConversationRow], example=examples.page_with(examples.CONVERSATION), raises=(*BEARER, *QUERY)
    ),
)
@inject
async def list_conversations(
    actor: NamedDependency[Actor],
    filters: NamedDependency[ConversationFilters],
    paging: NamedDependency[PageRequest],
    conversations: FromDishka[ConversationList],
) -> Page[ConversationRow]:
    """Give one page."""
    actor.require(Permission.CONVERSATIONS_READ)
    return await conversations.page(actor.tenant_id, filters=filters, page=paging)


@get(
    "/conversations/{conversation_id:uuid}",
    operation_id="GetConversation",
    summary="Show a conversation.",
    description="Needs conversations:read.",
    responses=answers(200, ConversationRow, example=examples.CONVERSATION, raises=(*BEARER, ConversationNotFoundError)),
)
@inject
async def get_conversation(
    conversation_id: FromPath[UUID], actor: NamedDependency[Actor], conversations: FromDishka[ConversationList]
) -> ConversationRow:
    """Give one."""
    actor.require(Permission.CONVERSATIONS_READ)
    return await conversations.one(actor.tenant_id, conversation_id=ConversationId(conversation_id))


@get(
    "/conversations/{conversation_id:uuid}/messages",
    operation_id="ListMessages",
    summary="List a conversation's messages, the newest first.",
    description="Needs conversations:read.",
    responses=answers(
        200,
        Page[MessageRow],
        example=examples.page_with(examples.MESSAGE),
        raises=(*BEARER, *QUERY, ConversationNotFoundError),
    ),
)
@inject
async def list_messages(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    thread: FromDishka[Thread],
) -> Page[MessageRow]:
    """Give one page."""
    actor.require(Permission.CONVERSATIONS_READ)
    return await thread.page(actor.tenant_id, conversation_id=ConversationId(conversation_id), page=paging)


@post(
    "/conversations/{conversation_id:uuid}/messages",
    operation_id="SendMessage",
    summary="Queue a message to the contact.",
    description="Needs conversations:reply. Outside the 24-hour window it must be a template. Writing in a "
    "conversation that nobody has takes it over.",
    status_code=202,
    responses=answers(
        202,
        QueuedMessage,
        example=examples.QUEUED,
        raises=(*HANDLING, *BODY, ContentRefusedError, WindowClosedError, UnreachableContactError),
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
    status_code=200,
    responses=answers(200, ConversationRow, example=examples.CONVERSATION, raises=HANDLING),
)
@inject
async def take_over_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[TakeOverConversation],
    conversations: FromDishka[ConversationList],
) -> ConversationRow:
    """Take it, and show it."""
    await use_case(actor, ConversationId(conversation_id))
    return await conversations.one(actor.tenant_id, conversation_id=ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/release",
    operation_id="ReleaseConversation",
    summary="Give a conversation back to the bot.",
    description="Needs conversations:handle. The contact's next message starts a flow.",
    status_code=200,
    responses=answers(200, ConversationRow, example=examples.CONVERSATION, raises=HANDLING),
)
@inject
async def release_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ReleaseConversation],
    conversations: FromDishka[ConversationList],
) -> ConversationRow:
    """Release it, and show it."""
    await use_case(actor, ConversationId(conversation_id))
    return await conversations.one(actor.tenant_id, conversation_id=ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/resolve",
    operation_id="ResolveConversation",
    summary="End a conversation; the contact's next message opens another.",
    description="Needs conversations:handle. The body may be left out.",
    status_code=200,
    responses=answers(200, ConversationRow, example=examples.CONVERSATION, raises=(*HANDLING, *BODY)),
)
@inject
async def resolve_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ResolveConversation],
    conversations: FromDishka[ConversationList],
    data: Annotated[ResolveConversationRequest | None, body(examples.RESOLVE)] = None,
) -> ConversationRow:
    """Resolve it, and show it."""
    ending = data or ResolveConversationRequest()
    await use_case(actor, ConversationId(conversation_id), resolution=ending.resolution)
    return await conversations.one(actor.tenant_id, conversation_id=ConversationId(conversation_id))


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
