"""What becomes of a chatbot: on, off, copied, counted; and its flows."""

from typing import Annotated
from uuid import UUID

import msgspec
from dishka import FromDishka
from litestar import Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from application.flows.chatbots.activate_chatbot import ActivateChatbotHandler
from application.flows.chatbots.create_chatbot_flow import CreateChatbotFlowHandler
from application.flows.chatbots.deactivate_chatbot import DeactivateChatbotHandler
from application.flows.chatbots.duplicate_chatbot import DuplicateChatbotHandler
from application.flows.chatbots.show_chatbot_stats import ShowChatbotStats
from application.ports.readers.chatbots import ChatbotDetail, ChatbotList, ChatbotStats
from application.ports.readers.flows import FLOW_SORTS, FlowFilters, FlowList, FlowRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.flows.errors import ChatbotNotFoundError
from domain.identity.permissions import Permission
from domain.shared.ids import ChatbotId
from domain.tenants.errors import PlanLimitReachedError
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.flows import editing_examples as examples
from entrypoints.http.flows import flow_examples
from entrypoints.http.flows.flow_filters import published_filter_of
from entrypoints.http.flows.requests import CreateChatbotFlowRequest, DuplicateRequest
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, QUERY, answers, body
from entrypoints.http.query import paged
from entrypoints.http.responses import FlowView
from entrypoints.http.versions import shown


@post(
    "/chatbots/{chatbot_id:uuid}/activate",
    operation_id="ActivateChatbot",
    summary="Let a chatbot's published flows start again.",
    description="Needs flows:publish.",
    opt=needs(Permission.FLOWS_PUBLISH),
    status_code=200,
    responses=answers(200, ChatbotDetail, example=examples.BOT, raises=(*BEARER, ChatbotNotFoundError)),
)
@inject
async def activate_chatbot(
    chatbot_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ActivateChatbotHandler],
    chatbots: FromDishka[ChatbotList],
) -> Response[ChatbotDetail]:
    """Do it, and show it."""
    await use_case(actor, ChatbotId(chatbot_id))
    found = await chatbots.one(actor.tenant_id, chatbot_id=ChatbotId(chatbot_id))
    return shown(found, version=found.version)


@post(
    "/chatbots/{chatbot_id:uuid}/deactivate",
    operation_id="DeactivateChatbot",
    summary="Let none of a chatbot's flows start; sessions that run go on.",
    description="Needs flows:publish.",
    opt=needs(Permission.FLOWS_PUBLISH),
    status_code=200,
    responses=answers(200, ChatbotDetail, example=examples.BOT, raises=(*BEARER, ChatbotNotFoundError)),
)
@inject
async def deactivate_chatbot(
    chatbot_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[DeactivateChatbotHandler],
    chatbots: FromDishka[ChatbotList],
) -> Response[ChatbotDetail]:
    """Do it, and show it."""
    await use_case(actor, ChatbotId(chatbot_id))
    found = await chatbots.one(actor.tenant_id, chatbot_id=ChatbotId(chatbot_id))
    return shown(found, version=found.version)


@post(
    "/chatbots/{chatbot_id:uuid}/duplicate",
    operation_id="DuplicateChatbot",
    summary="Copy a chatbot with its flows' drafts and tests; nothing of the copy runs.",
    description="Needs flows:edit. Jumps between its own flows lead to the copies.",
    opt={**needs(Permission.FLOWS_EDIT), **CREATES},
    responses=answers(
        201,
        ChatbotDetail,
        example=examples.BOT,
        raises=(*BEARER, *BODY, ChatbotNotFoundError, PlanLimitReachedError),
    ),
)
@inject
async def duplicate_chatbot(
    chatbot_id: FromPath[UUID],
    data: Annotated[DuplicateRequest, body(examples.DUPLICATE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[DuplicateChatbotHandler],
    chatbots: FromDishka[ChatbotList],
) -> Response[ChatbotDetail]:
    """Copy it, and show the copy."""
    copy_id = await use_case(actor, data.of_chatbot(ChatbotId(chatbot_id)))
    made = await chatbots.one(actor.tenant_id, chatbot_id=copy_id)
    return shown(made, version=made.version, status_code=201)


@get(
    "/chatbots/{chatbot_id:uuid}/stats",
    operation_id="ShowChatbotStats",
    summary="Count the sessions of a chatbot's flows of the last thirty days.",
    description="Needs flows:read.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(200, ChatbotStats, example=examples.STATS, raises=(*BEARER, ChatbotNotFoundError)),
)
@inject
async def show_chatbot_stats(
    chatbot_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[ShowChatbotStats]
) -> ChatbotStats:
    """Give the counts."""
    return await use_case(actor, ChatbotId(chatbot_id))


@get(
    "/chatbots/{chatbot_id:uuid}/flows",
    operation_id="ListChatbotFlows",
    summary="List a chatbot's flows, the newest first.",
    description="Needs flows:read.",
    opt=needs(Permission.FLOWS_READ),
    dependencies={
        "filters": Provide(published_filter_of, sync_to_thread=False),
        "paging": paged(sorts=FLOW_SORTS, search=True),
    },
    responses=answers(
        200,
        Page[FlowRow],
        example=page_with(flow_examples.FLOW_ROW),
        raises=(*BEARER, *QUERY, ChatbotNotFoundError),
    ),
)
@inject
async def list_chatbot_flows(
    chatbot_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    filters: NamedDependency[FlowFilters],
    paging: NamedDependency[PageRequest],
    chatbots: FromDishka[ChatbotList],
    flows: FromDishka[FlowList],
) -> Page[FlowRow]:
    """Give one page."""
    actor.require(Permission.FLOWS_READ)
    found = await chatbots.one(actor.tenant_id, chatbot_id=ChatbotId(chatbot_id))
    asked = msgspec.structs.replace(filters, chatbot_id=found.id)
    return await flows.page(actor.tenant_id, filters=asked, page=paging)


@post(
    "/chatbots/{chatbot_id:uuid}/flows",
    operation_id="CreateChatbotFlow",
    summary="Keep a new flow of a chatbot as a draft.",
    description="Needs flows:edit. The document must decode; whether it may run is asked when it is published.",
    opt={**needs(Permission.FLOWS_EDIT), **CREATES},
    responses=answers(
        201,
        FlowView,
        example=flow_examples.FLOW,
        raises=(*BEARER, *BODY, ChatbotNotFoundError, PlanLimitReachedError),
    ),
)
@inject
async def create_chatbot_flow(
    chatbot_id: FromPath[UUID],
    data: Annotated[CreateChatbotFlowRequest, body(examples.CREATE_BOT_FLOW)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CreateChatbotFlowHandler],
    flows: FromDishka[FlowList],
) -> Response[FlowView]:
    """Keep it, and show it."""
    of = ChatbotId(chatbot_id)
    flow_id = await use_case(actor, of, data.to_command(of))
    made = FlowView.of(await flows.one(actor.tenant_id, flow_id=flow_id))
    return shown(made, version=made.version, status_code=201)


chatbot_life_handlers = [
    activate_chatbot,
    deactivate_chatbot,
    duplicate_chatbot,
    show_chatbot_stats,
    list_chatbot_flows,
    create_chatbot_flow,
]
