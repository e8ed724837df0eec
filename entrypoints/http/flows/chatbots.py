"""Chatbots: named groups of flows, with variables that their flows share."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, delete, get, post, put
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from application.flows.chatbots.create_chatbot import CreateChatbotHandler
from application.flows.chatbots.delete_chatbot import DeleteChatbotHandler
from application.flows.chatbots.update_chatbot import UpdateChatbotHandler
from application.ports.readers.chatbots import (
    CHATBOT_SORTS,
    ChatbotDetail,
    ChatbotFilters,
    ChatbotList,
    ChatbotRow,
)
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.flows.errors import ChatbotInUseError, ChatbotNotFoundError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ChatbotId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.flows import editing_examples as examples
from entrypoints.http.flows.flow_filters import chatbot_filters_of
from entrypoints.http.flows.requests import CreateChatbotRequest, UpdateChatbotRequest
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, QUERY, answers, body
from entrypoints.http.query import paged
from entrypoints.http.versions import IfMatch, shown, version_of


@get(
    "/chatbots",
    operation_id="ListChatbots",
    summary="List the chatbots, the newest first.",
    description="Needs flows:read.",
    opt=needs(Permission.FLOWS_READ),
    dependencies={
        "filters": Provide(chatbot_filters_of, sync_to_thread=False),
        "paging": paged(sorts=CHATBOT_SORTS, search=True),
    },
    responses=answers(200, Page[ChatbotRow], example=page_with(examples.BOT_ROW), raises=(*BEARER, *QUERY)),
)
@inject
async def list_chatbots(
    actor: NamedDependency[Actor],
    filters: NamedDependency[ChatbotFilters],
    paging: NamedDependency[PageRequest],
    chatbots: FromDishka[ChatbotList],
) -> Page[ChatbotRow]:
    """Give one page."""
    actor.require(Permission.FLOWS_READ)
    return await chatbots.page(actor.tenant_id, filters=filters, page=paging)


@post(
    "/chatbots",
    operation_id="CreateChatbot",
    summary="Make a chatbot; its flows come next.",
    description="Needs flows:edit. `variables` are what its flows begin with, below their own.",
    opt={**needs(Permission.FLOWS_EDIT), **CREATES},
    responses=answers(201, ChatbotDetail, example=examples.BOT, raises=(*BEARER, *BODY)),
)
@inject
async def create_chatbot(
    data: Annotated[CreateChatbotRequest, body(examples.CREATE_BOT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CreateChatbotHandler],
    chatbots: FromDishka[ChatbotList],
) -> Response[ChatbotDetail]:
    """Keep it, and show it."""
    chatbot_id = await use_case(actor, data.to_command())
    made = await chatbots.one(actor.tenant_id, chatbot_id=chatbot_id)
    return shown(made, version=made.version, status_code=201)


@get(
    "/chatbots/{chatbot_id:uuid}",
    operation_id="GetChatbot",
    summary="Show a chatbot with its variables.",
    description="Needs flows:read. `ETag` is its version.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(200, ChatbotDetail, example=examples.BOT, raises=(*BEARER, ChatbotNotFoundError)),
)
@inject
async def get_chatbot(
    chatbot_id: FromPath[UUID], actor: NamedDependency[Actor], chatbots: FromDishka[ChatbotList]
) -> Response[ChatbotDetail]:
    """Give one."""
    actor.require(Permission.FLOWS_READ)
    found = await chatbots.one(actor.tenant_id, chatbot_id=ChatbotId(chatbot_id))
    return shown(found, version=found.version)


@put(
    "/chatbots/{chatbot_id:uuid}",
    operation_id="UpdateChatbot",
    summary="Change a chatbot: its name, its variables, its main flow.",
    description="Needs flows:edit, and flows:publish for another main flow. What is absent stays; sessions that run "
    "keep the variables they began with. A lost race names the version that there is now.",
    opt=needs(Permission.FLOWS_EDIT),
    responses=answers(
        200, ChatbotDetail, example=examples.BOT, raises=(*BEARER, *BODY, ChatbotNotFoundError, StaleVersionError)
    ),
)
@inject
async def update_chatbot(
    chatbot_id: FromPath[UUID],
    data: Annotated[UpdateChatbotRequest, body(examples.UPDATE_BOT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateChatbotHandler],
    chatbots: FromDishka[ChatbotList],
    if_match: IfMatch = None,
) -> Response[ChatbotDetail]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(ChatbotId(chatbot_id), version=version_of(if_match)))
    changed = await chatbots.one(actor.tenant_id, chatbot_id=ChatbotId(chatbot_id))
    return shown(changed, version=changed.version)


@delete(
    "/chatbots/{chatbot_id:uuid}",
    operation_id="DeleteChatbot",
    summary="Remove a chatbot that has no flows and answers on no number.",
    description="Needs flows:edit. Otherwise `details` say what is to be moved or deleted first.",
    opt=needs(Permission.FLOWS_EDIT),
    responses=answers(204, None, example=None, raises=(*BEARER, ChatbotNotFoundError, ChatbotInUseError)),
)
@inject
async def delete_chatbot(
    chatbot_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteChatbotHandler]
) -> None:
    """Remove it."""
    await use_case(actor, ChatbotId(chatbot_id))


chatbot_handlers = [list_chatbots, create_chatbot, get_chatbot, update_chatbot, delete_chatbot]
