"""What people begin to write, and that they are writing."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.conversations.get_draft import GetDraft
from application.conversations.keep_draft import KeepDraftHandler
from application.conversations.tell_typing import TellTypingHandler
from application.shared.actor import Actor
from domain.conversations.errors import ConversationNotFoundError
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId
from entrypoints.http.actor import needs
from entrypoints.http.conversations import examples
from entrypoints.http.conversations.requests import KeepDraftRequest, TypingRequest
from entrypoints.http.conversations.responses import DraftView
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, CONVERSATIONS, SECURED, answers, body


@get(
    "/conversations/{conversation_id:uuid}/draft",
    operation_id="GetDraft",
    summary="Show one's own draft in a conversation; an empty one where there is none.",
    description="Needs conversations:reply.",
    opt=needs(Permission.CONVERSATIONS_REPLY),
    responses=answers(200, DraftView, example=examples.DRAFT, raises=(*BEARER, ConversationNotFoundError)),
)
@inject
async def get_draft(
    conversation_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[GetDraft]
) -> DraftView:
    """Give it."""
    return DraftView.of(await use_case(actor, ConversationId(conversation_id)))


@put(
    "/conversations/{conversation_id:uuid}/draft",
    operation_id="KeepDraft",
    summary="Keep one's own draft in a conversation, until it is sent.",
    description="Needs conversations:reply. An empty one is forgotten.",
    opt=needs(Permission.CONVERSATIONS_REPLY),
    responses=answers(200, DraftView, example=examples.DRAFT, raises=(*BEARER, *BODY, ConversationNotFoundError)),
)
@inject
async def keep_draft(
    conversation_id: FromPath[UUID],
    data: Annotated[KeepDraftRequest, body(examples.KEEP_DRAFT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[KeepDraftHandler],
) -> DraftView:
    """Keep it, and show it."""
    return DraftView.of(await use_case(actor, data.to_command(ConversationId(conversation_id))))


@post(
    "/conversations/{conversation_id:uuid}/typing",
    operation_id="TellTyping",
    summary="Show colleagues, and the contact where the number can, that an answer is being written.",
    description="Needs conversations:reply. Tell it while somebody writes; the contact is shown it once in 20 seconds.",
    opt=needs(Permission.CONVERSATIONS_REPLY),
    status_code=204,
    responses=answers(204, None, example=None, raises=(*BEARER, *BODY, ConversationNotFoundError)),
)
@inject
async def tell_typing(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[TellTypingHandler],
    data: Annotated[TypingRequest | None, body(examples.TYPING)] = None,
) -> None:
    """Tell it."""
    await use_case(actor, (data or TypingRequest()).to_command(ConversationId(conversation_id)))


draft_routes = Router(
    "/",
    route_handlers=[get_draft, keep_draft, tell_typing],
    tags=[CONVERSATIONS.name],
    security=SECURED,
)
