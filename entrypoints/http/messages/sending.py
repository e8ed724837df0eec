"""Writing to somebody: by conversation, contact or phone."""

from typing import Annotated

from dishka import FromDishka
from litestar import Router, post
from litestar.di import NamedDependency

from application.messages.send_media import SendMediaHandler
from application.messages.send_to import SendToHandler
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.injection import inject
from entrypoints.http.messages import examples
from entrypoints.http.messages.answers import ADDRESSING, SAYING
from entrypoints.http.messages.requests import SendMediaRequest, SendTemplateRequest, SendToRequest
from entrypoints.http.messages.responses import SentMessage
from entrypoints.http.openapi import BEARER, BODY, CONVERSATIONS, SECURED, WHATSAPP, answers, body

_TO_WHOM = (
    "Needs messages:send. To exactly one of a conversation, a contact and a phone; a phone without a country code is "
    "Brazilian, and contact and conversation are begun where there are none. "
)
_SENDS = {**needs(Permission.MESSAGES_SEND), **CREATES}
_ANSWERS = answers(202, SentMessage, example=examples.SENT, raises=(*BEARER, *BODY, *ADDRESSING, *SAYING))


@post(
    "/messages",
    operation_id="SendTo",
    summary="Queue a message to somebody.",
    description=f"{_TO_WHOM}Outside the 24-hour window it must be a template; WINDOW_CLOSED names those that could be "
    "sent. What an API key sends is the system's, and takes no conversation from the bot.",
    opt=_SENDS,
    status_code=202,
    responses=_ANSWERS,
    tags=[CONVERSATIONS.name],
)
@inject
async def send_to(
    data: Annotated[SendToRequest, body(examples.SEND_TO)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SendToHandler],
) -> SentMessage:
    """Queue it."""
    return SentMessage.of(await use_case(actor, data.to_command()))


@post(
    "/whatsapp/send",
    operation_id="SendWhatsApp",
    summary="Queue a message to somebody; the same as POST /messages.",
    description=f"{_TO_WHOM}Outside the 24-hour window it must be a template.",
    opt=_SENDS,
    status_code=202,
    responses=_ANSWERS,
    tags=[WHATSAPP.name],
)
@inject
async def send_whatsapp(
    data: Annotated[SendToRequest, body(examples.SEND_TO)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SendToHandler],
) -> SentMessage:
    """Queue it."""
    return SentMessage.of(await use_case(actor, data.to_command()))


@post(
    "/whatsapp/send-media",
    operation_id="SendMedia",
    summary="Queue a file to somebody.",
    description=f"{_TO_WHOM}The file is one of yours, by its media_id, or lies at a public link.",
    opt=_SENDS,
    status_code=202,
    responses=_ANSWERS,
    tags=[WHATSAPP.name],
)
@inject
async def send_media(
    data: Annotated[SendMediaRequest, body(examples.SEND_MEDIA)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SendMediaHandler],
) -> SentMessage:
    """Queue it."""
    return SentMessage.of(await use_case(actor, data.to_command()))


@post(
    "/whatsapp/send-template",
    operation_id="SendTemplate",
    summary="Queue a template to somebody, with its parameters.",
    description=f"{_TO_WHOM}An approved template may be sent at any time; its parameters are compared with it.",
    opt=_SENDS,
    status_code=202,
    responses=_ANSWERS,
    tags=[WHATSAPP.name],
)
@inject
async def send_template(
    data: Annotated[SendTemplateRequest, body(examples.SEND_TEMPLATE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SendToHandler],
) -> SentMessage:
    """Queue it."""
    return SentMessage.of(await use_case(actor, data.to_command()))


sending_routes = Router("/", route_handlers=[send_to, send_whatsapp, send_media, send_template], security=SECURED)
