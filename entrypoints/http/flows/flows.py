"""Flows: drafts, what runs, and their tests."""

from typing import Annotated
from uuid import UUID

import msgspec
from dishka import FromDishka
from litestar import Response, Router, get, post, put
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from application.flows.create_flow import CreateFlowHandler
from application.flows.publish_compared import FlowRegressedError, PublishComparedHandler, PublishedCompared
from application.flows.publish_flow import FlowNotPublishableError, FlowTestsFailedError
from application.flows.update_flow import UpdateFlowHandler
from application.flows.validate_flow import ValidateFlowHandler
from application.ports.readers.flows import FLOW_SORTS, FlowFilters, FlowList, FlowRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.flows.definition import FlowNotFoundError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import FlowId
from domain.tenants.errors import PlanLimitReachedError
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.flows import flow_examples
from entrypoints.http.flows.flow_filters import flow_filters_of
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, FLOWS, PERSONAL, QUERY, SECURED, answers, body
from entrypoints.http.query import paged
from entrypoints.http.requests import CreateFlowRequest, PublishFlowRequest, UpdateFlowRequest
from entrypoints.http.responses import Findings, FlowView, told
from entrypoints.http.texts.catalogue import AcceptLanguage, language_of
from entrypoints.http.texts.flow_tests import failure_told
from entrypoints.http.versions import IfMatch, shown, version_of


def _shown(flow: FlowView, *, status_code: int = 200) -> Response[FlowView]:
    return shown(flow, version=flow.version, status_code=status_code)


@get(
    "/flows",
    operation_id="ListFlows",
    summary="List the flows, the newest first.",
    description="Needs flows:read.",
    opt=needs(Permission.FLOWS_READ),
    dependencies={
        "filters": Provide(flow_filters_of, sync_to_thread=False),
        "paging": paged(sorts=FLOW_SORTS, search=True),
    },
    responses=answers(200, Page[FlowRow], example=page_with(flow_examples.FLOW_ROW), raises=(*BEARER, *QUERY)),
)
@inject
async def list_flows(
    actor: NamedDependency[Actor],
    filters: NamedDependency[FlowFilters],
    paging: NamedDependency[PageRequest],
    flows: FromDishka[FlowList],
) -> Page[FlowRow]:
    """Give one page."""
    actor.require(Permission.FLOWS_READ)
    return await flows.page(actor.tenant_id, filters=filters, page=paging)


@post(
    "/flows",
    operation_id="CreateFlow",
    summary="Keep a new flow as a draft.",
    description="Needs flows:edit. The document must decode; whether it may run is asked when it is published.",
    opt={**needs(Permission.FLOWS_EDIT), **CREATES},
    responses=answers(201, FlowView, example=flow_examples.FLOW, raises=(*BEARER, *BODY, PlanLimitReachedError)),
)
@inject
async def create_flow(
    data: Annotated[CreateFlowRequest, body(flow_examples.CREATE_FLOW)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CreateFlowHandler],
    flows: FromDishka[FlowList],
) -> Response[FlowView]:
    """Keep it, and show it."""
    flow_id = await use_case(actor, data.to_command())
    return _shown(FlowView.of(await flows.one(actor.tenant_id, flow_id=flow_id)), status_code=201)


@get(
    "/flows/{flow_id:uuid}",
    operation_id="GetFlow",
    summary="Show a flow with the document that is being edited.",
    description="Needs flows:read. `ETag` is its version.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(200, FlowView, example=flow_examples.FLOW, raises=(*BEARER, FlowNotFoundError)),
)
@inject
async def get_flow(
    flow_id: FromPath[UUID], actor: NamedDependency[Actor], flows: FromDishka[FlowList]
) -> Response[FlowView]:
    """Give one."""
    actor.require(Permission.FLOWS_READ)
    return _shown(FlowView.of(await flows.one(actor.tenant_id, flow_id=FlowId(flow_id))))


@put(
    "/flows/{flow_id:uuid}",
    operation_id="UpdateFlow",
    summary="Replace a flow's draft; what runs goes on as it was published.",
    description="Needs flows:edit. What is absent stays as it is; a null priority is 0 again.",
    opt=needs(Permission.FLOWS_EDIT),
    responses=answers(
        200, FlowView, example=flow_examples.FLOW, raises=(*BEARER, *BODY, FlowNotFoundError, StaleVersionError)
    ),
)
@inject
async def update_flow(
    flow_id: FromPath[UUID],
    data: Annotated[UpdateFlowRequest, body(flow_examples.UPDATE_FLOW)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateFlowHandler],
    flows: FromDishka[FlowList],
    if_match: IfMatch = None,
) -> Response[FlowView]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(FlowId(flow_id), version=version_of(if_match)))
    return _shown(FlowView.of(await flows.one(actor.tenant_id, flow_id=FlowId(flow_id))))


@post(
    "/flows/{flow_id:uuid}/publish",
    operation_id="PublishFlow",
    summary="Make an immutable version of the draft, for new sessions.",
    description="Needs flows:publish. Errors of the check refuse it, and tests beside the flow that are not met, unless"
    " `force` is true, which is written down. Sessions that run keep their version. Findings and tests are told in the"
    " language of `Accept-Language` (pt-BR or en). With `regress` the draft is first told so many of the last sessions"
    " of the version that runs (needs flows:read); those that would go otherwise are listed, and refuse it when"
    " `strict`.",
    opt=needs(Permission.FLOWS_PUBLISH),
    status_code=200,
    responses=answers(
        200,
        PublishedCompared,
        example=flow_examples.PUBLISHED,
        raises=(
            *PERSONAL,
            *BODY,
            FlowNotFoundError,
            FlowNotPublishableError,
            FlowTestsFailedError,
            FlowRegressedError,
            StaleVersionError,
        ),
    ),
)
@inject
async def publish_flow(
    flow_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[PublishComparedHandler],
    data: Annotated[PublishFlowRequest | None, body(flow_examples.PUBLISH)] = None,
    if_match: IfMatch = None,
    accept_language: AcceptLanguage = None,
) -> PublishedCompared:
    """Publish."""
    order = data or PublishFlowRequest()
    published = await use_case(actor, order.to_command(FlowId(flow_id), version=version_of(if_match)))
    language = language_of(accept_language)
    red = [failure_told(test, language=language) for test in published.red_tests]
    return msgspec.structs.replace(published, findings=told(published.findings, language=language), red_tests=red)


@post(
    "/flows/{flow_id:uuid}/validate",
    operation_id="ValidateFlow",
    summary="Find what would go wrong if the draft ran.",
    description="Needs flows:read. Findings are told in the language of `Accept-Language` (pt-BR or en); `position` is"
    " the character of the field `place` at which a text cannot be read.",
    opt=needs(Permission.FLOWS_READ),
    status_code=200,
    responses=answers(200, Findings, example=flow_examples.FINDINGS, raises=(*BEARER, FlowNotFoundError)),
)
@inject
async def validate_flow(
    flow_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ValidateFlowHandler],
    accept_language: AcceptLanguage = None,
) -> Findings:
    """Check."""
    return Findings.of(await use_case(actor, FlowId(flow_id)), language=language_of(accept_language))


flow_routes = Router(
    "/",
    route_handlers=[
        list_flows,
        create_flow,
        get_flow,
        update_flow,
        publish_flow,
        validate_flow,
    ],
    tags=[FLOWS.name],
    security=SECURED,
)
