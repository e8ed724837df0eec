"""Who has a conversation open."""

from uuid import UUID

from dishka import FromDishka
from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.conversations.watch_conversation import ConversationViewers, WatchConversation
from application.shared.actor import Actor
from domain.conversations.errors import ConversationNotFoundError
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId, UserId
from entrypoints.http.actor import needs
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, CONVERSATIONS, SECURED, answers

VIEWERS = ConversationViewers(
    conversation_id=ConversationId(UUID("0198f2c0-7e00-7000-8000-000000000030")),
    user_ids=(UserId(UUID("0198f2c0-7e00-7000-8000-000000000002")),),
)


@get(
    "/conversations/{conversation_id:uuid}/viewers",
    operation_id="ListViewers",
    summary="Show who has a conversation open just now.",
    description="Needs conversations:read. Changes are told on its channel of the WebSocket, as `user_viewing`.",
    opt=needs(Permission.CONVERSATIONS_READ),
    security=SECURED,
    responses=answers(200, ConversationViewers, example=VIEWERS, raises=(*BEARER, ConversationNotFoundError)),
)
@inject
async def list_viewers(
    conversation_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[WatchConversation]
) -> ConversationViewers:
    """Give them."""
    return await use_case.viewers(actor, ConversationId(conversation_id))


viewer_routes = Router("/", route_handlers=[list_viewers], tags=[CONVERSATIONS.name])
