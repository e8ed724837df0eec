"""What is done with a message that is there: read, answered with an emoji, sent again."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, patch, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.messages.mark_message_read import MarkMessageRead
from application.messages.react_to_message import ReactToMessageHandler
from application.messages.retry_message import RetryMessage
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.messages.errors import (
    MessageNotFailedError,
    MessageNotFoundError,
    NoReactionPossibleError,
    NotReceivedError,
)
from domain.shared.errors import StaleVersionError
from domain.shared.ids import MessageId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.injection import inject
from entrypoints.http.messages import examples
from entrypoints.http.messages.answers import SAYING
from entrypoints.http.messages.requests import ReactRequest, SetMessageStatusRequest
from entrypoints.http.messages.responses import SentMessage
from entrypoints.http.openapi import BEARER, BODY, CONVERSATIONS, SECURED, WHATSAPP, answers, body

_READ = (*BEARER, MessageNotFoundError, NotReceivedError, StaleVersionError)


@patch(
    "/messages/{message_id:uuid}/read",
    operation_id="MarkMessageRead",
    summary="Let the contact know that their message was read.",
    description="Needs conversations:read. On WhatsApp all earlier ones are read with it; doing it again changes "
    "nothing.",
    opt=needs(Permission.CONVERSATIONS_READ),
    status_code=204,
    responses=answers(204, None, example=None, raises=_READ),
    tags=[CONVERSATIONS.name],
)
@inject
async def mark_message_read(
    message_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[MarkMessageRead]
) -> None:
    """Mark it."""
    await use_case(actor, MessageId(message_id))


@put(
    "/whatsapp/messages/{message_id:uuid}/status",
    operation_id="SetMessageStatus",
    summary="Mark a received message as read; the same as PATCH /messages/{id}/read.",
    description="Needs conversations:read. The provider is told.",
    opt=needs(Permission.CONVERSATIONS_READ),
    status_code=204,
    responses=answers(204, None, example=None, raises=(*_READ, *BODY)),
    tags=[WHATSAPP.name],
)
@inject
async def set_message_status(
    message_id: FromPath[UUID],
    data: Annotated[SetMessageStatusRequest, body(examples.READ)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[MarkMessageRead],
) -> None:
    """Mark it: `read` is the one status that can be set."""
    del data
    await use_case(actor, MessageId(message_id))


@post(
    "/messages/{message_id:uuid}/retry",
    operation_id="RetryMessage",
    summary="Send a message that failed again.",
    description="Needs conversations:reply. It goes as a new message; the one that failed names it in `retried_as`, "
    "and is sent again only once.",
    opt={**needs(Permission.CONVERSATIONS_REPLY), **CREATES},
    status_code=202,
    responses=answers(
        202,
        SentMessage,
        example=examples.SENT,
        raises=(*BEARER, MessageNotFoundError, MessageNotFailedError, *SAYING),
    ),
    tags=[CONVERSATIONS.name],
)
@inject
async def retry_message(
    message_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[RetryMessage]
) -> SentMessage:
    """Queue it anew."""
    return SentMessage.of(await use_case(actor, MessageId(message_id)))


@post(
    "/messages/{message_id:uuid}/react",
    operation_id="ReactToMessage",
    summary="Set an emoji under a message, or take it off.",
    description="Needs conversations:reply. It is no answer: nobody takes the conversation over with it.",
    opt={**needs(Permission.CONVERSATIONS_REPLY), **CREATES},
    status_code=202,
    responses=answers(
        202,
        SentMessage,
        example=examples.REACTION,
        raises=(*BEARER, *BODY, MessageNotFoundError, NoReactionPossibleError, *SAYING),
    ),
    tags=[CONVERSATIONS.name],
)
@inject
async def react_to_message(
    message_id: FromPath[UUID],
    data: Annotated[ReactRequest, body(examples.REACT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ReactToMessageHandler],
) -> SentMessage:
    """Queue it."""
    return SentMessage.of(await use_case(actor, data.to_command(MessageId(message_id))))


marking_routes = Router(
    "/", route_handlers=[mark_message_read, set_message_status, retry_message, react_to_message], security=SECURED
)
