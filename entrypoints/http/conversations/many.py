"""Conversations that people begin, and many changed at once."""

from typing import Annotated

from dishka import FromDishka
from litestar import Response, Router, post
from litestar.di import NamedDependency

from application.conversations.assignee import AssigneeUnfitError
from application.conversations.bulk_change import BulkChangeHandler
from application.conversations.get_conversation import GetConversation
from application.conversations.recipient import UnreachableContactError
from application.messages.open_conversation import OpenConversationHandler
from application.ports.readers.conversations import ConversationRow
from application.shared.actor import Actor
from domain.contacts.errors import ContactBlockedError, ContactNotFoundError
from domain.conversations.errors import ContentRefusedError, ConversationOpenError, WindowClosedError
from domain.identity.permissions import Permission
from domain.tenants.errors import PlanLimitReachedError
from domain.whatsapp.errors import ConfigNotFoundError
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.conversations import examples
from entrypoints.http.conversations.requests import BulkChangeRequest, OpenConversationRequest
from entrypoints.http.conversations.responses import BulkView
from entrypoints.http.examples import CONVERSATION
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, CONVERSATIONS, PERSONAL, SECURED, answers, body
from entrypoints.http.versions import shown


@post(
    "/conversations",
    operation_id="OpenConversation",
    summary="Begin a conversation with a contact on a number, perhaps with a first message.",
    description="Needs conversations:handle, and conversations:reply with a message. Whoever opens it has it, unless "
    "another person or a department is named. Where one is open already, the answer names it.",
    opt={**needs(Permission.CONVERSATIONS_HANDLE), **CREATES},
    responses=answers(
        201,
        ConversationRow,
        example=CONVERSATION,
        raises=(
            *PERSONAL,
            *BODY,
            ContactNotFoundError,
            ConfigNotFoundError,
            ConversationOpenError,
            AssigneeUnfitError,
            ContentRefusedError,
            WindowClosedError,
            ContactBlockedError,
            UnreachableContactError,
            PlanLimitReachedError,
        ),
    ),
)
@inject
async def open_conversation(
    data: Annotated[OpenConversationRequest, body(examples.OPEN)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[OpenConversationHandler],
    conversation: FromDishka[GetConversation],
) -> Response[ConversationRow]:
    """Open it, and show it."""
    row = await conversation.show(actor, await use_case(actor, data.to_command()))
    return shown(row, version=row.version, status_code=201)


@post(
    "/conversations/bulk",
    operation_id="BulkChange",
    summary="Do one thing with many conversations, each for itself.",
    description="Needs conversations:manage. The answer says of each what became of it.",
    opt=needs(Permission.CONVERSATIONS_MANAGE),
    status_code=200,
    responses=answers(200, BulkView, example=examples.BULK_DONE, raises=(*BEARER, *BODY)),
)
@inject
async def bulk_change(
    data: Annotated[BulkChangeRequest, body(examples.BULK)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[BulkChangeHandler],
) -> BulkView:
    """Do it."""
    return BulkView.of(await use_case(actor, data.to_command()))


many_routes = Router(
    "/",
    route_handlers=[open_conversation, bulk_change],
    tags=[CONVERSATIONS.name],
    security=SECURED,
)
