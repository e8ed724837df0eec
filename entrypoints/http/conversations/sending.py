"""Writing to the contact in a conversation."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.conversations.recipient import UnreachableContactError
from application.messages.send_message import SendMessageHandler
from application.shared.actor import Actor
from domain.conversations.errors import ContentRefusedError, WindowClosedError
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId
from domain.tenants.errors import PlanLimitReachedError
from entrypoints.http import examples
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.conversations.answers import HANDLING
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BODY, CONVERSATIONS, SECURED, answers, body
from entrypoints.http.requests import SendMessageRequest
from entrypoints.http.responses import QueuedMessage


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


sending_routes = Router(
    "/",
    route_handlers=[send_message],
    tags=[CONVERSATIONS.name],
    security=SECURED,
)
