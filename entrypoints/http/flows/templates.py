"""The gallery: flows that come with PyTake, and making one of them one's own."""

from typing import Annotated

from dishka import FromDishka
from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from application.flows.create_flow_from_template import CreateFlowFromTemplateHandler
from application.flows.show_flow_templates import ShowFlowTemplates
from application.ports.flow_gallery import FlowCategory, FlowTemplate, FlowTemplateNotFoundError
from application.ports.readers.flows import FlowList
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.tenants.errors import PlanLimitReachedError
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.flows import flow_examples, template_examples
from entrypoints.http.flows.template_bodies import CreateFlowFromTemplateRequest, FlowTemplates
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, FLOWS, QUERY, SECURED, answers, body
from entrypoints.http.responses import FlowView
from entrypoints.http.versions import shown


@get(
    "/flows/templates",
    operation_id="ListFlowTemplates",
    summary="List the flows that come with PyTake.",
    description="Needs flows:read. `needs` is what a company sets up first for a flow to do all that it promises.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(
        200, FlowTemplates, example=FlowTemplates(items=[template_examples.ROW]), raises=(*BEARER, *QUERY)
    ),
)
@inject
async def list_flow_templates(
    actor: NamedDependency[Actor],
    gallery: FromDishka[ShowFlowTemplates],
    category: Annotated[FlowCategory | None, QueryParameter(description="Of this category.")] = None,
) -> FlowTemplates:
    """Give all of them."""
    return FlowTemplates(items=gallery.all(actor, category=category))


@get(
    "/flows/templates/{key:str}",
    operation_id="GetFlowTemplate",
    summary="Show a flow that comes with PyTake, with its document and its tests.",
    description="Needs flows:read.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(
        200, FlowTemplate, example=template_examples.TEMPLATE, raises=(*BEARER, FlowTemplateNotFoundError)
    ),
)
@inject
async def get_flow_template(
    key: FromPath[str], actor: NamedDependency[Actor], gallery: FromDishka[ShowFlowTemplates]
) -> FlowTemplate:
    """Give one."""
    return gallery.one(actor, key)


@post(
    "/flows/templates/{key:str}",
    operation_id="CreateFlowFromTemplate",
    summary="Keep a flow that comes with PyTake as a draft of one's own, with its tests.",
    description="Needs flows:edit. Nothing of it runs until it is published.",
    opt={**needs(Permission.FLOWS_EDIT), **CREATES},
    responses=answers(
        201,
        FlowView,
        example=flow_examples.FLOW,
        raises=(*BEARER, *BODY, FlowTemplateNotFoundError, PlanLimitReachedError),
    ),
)
@inject
async def create_flow_from_template(
    key: FromPath[str],
    data: Annotated[CreateFlowFromTemplateRequest, body(template_examples.CREATE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CreateFlowFromTemplateHandler],
    flows: FromDishka[FlowList],
) -> Response[FlowView]:
    """Keep it, and show it."""
    flow_id = await use_case(actor, data.to_command(key))
    flow = FlowView.of(await flows.one(actor.tenant_id, flow_id=flow_id))
    return shown(flow, version=flow.version, status_code=201)


template_routes = Router(
    "/",
    route_handlers=[list_flow_templates, get_flow_template, create_flow_from_template],
    tags=[FLOWS.name],
    security=SECURED,
)
