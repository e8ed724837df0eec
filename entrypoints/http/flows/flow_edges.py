"""The edges of a flow's draft, one at a time."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.flows.add_to_draft import AddToDraftHandler
from application.flows.change_in_draft import ChangeInDraftHandler
from application.flows.edit_draft import Draft
from application.flows.remove_from_draft import RemoveFromDraft, RemoveFromDraftHandler
from application.flows.show_draft import DraftParts, ShowDraft
from application.shared.actor import Actor
from domain.flows.definition import FlowNotFoundError
from domain.flows.errors import EdgeNotFoundError, GraphIdTakenError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import FlowId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.flows import editing_examples as examples
from entrypoints.http.flows.requests import EdgeRequest
from entrypoints.http.flows.responses import EdgeView
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, answers, body
from entrypoints.http.versions import IfMatch, shown, version_of


@get(
    "/flows/{flow_id:uuid}/edges",
    operation_id="ListFlowEdges",
    summary="List the edges of a flow's draft, in the order of the document.",
    description="Needs flows:read. `ETag` is the flow's version.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(200, DraftParts, example=examples.EDGES, raises=(*BEARER, FlowNotFoundError)),
)
@inject
async def list_flow_edges(
    flow_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[ShowDraft]
) -> Response[DraftParts]:
    """Give them."""
    found = await use_case(actor, FlowId(flow_id), place="edges")
    return shown(found, version=found.version)


@post(
    "/flows/{flow_id:uuid}/edges",
    operation_id="AddFlowEdge",
    summary="Add an edge to a flow's draft, last; without an id it gets one.",
    description="Needs flows:edit. A lost race names the flow's version that there is now.",
    opt={**needs(Permission.FLOWS_EDIT), **CREATES},
    responses=answers(
        201,
        EdgeView,
        example=examples.EDGE,
        raises=(*BEARER, *BODY, FlowNotFoundError, GraphIdTakenError, StaleVersionError),
    ),
)
@inject
async def add_flow_edge(
    flow_id: FromPath[UUID],
    data: Annotated[EdgeRequest, body(examples.ADD_EDGE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddToDraftHandler],
    draft: FromDishka[ShowDraft],
    if_match: IfMatch = None,
) -> Response[EdgeView]:
    """Write it, and show it."""
    edge_id, version = await use_case(actor, data.to_add(FlowId(flow_id), version=version_of(if_match)))
    found, _ = await draft.one(actor, FlowId(flow_id), place="edges", item_id=edge_id)
    return shown(EdgeView(edge=found, version=version), version=version, status_code=201)


@put(
    "/flows/{flow_id:uuid}/edges/{edge_id:str}",
    operation_id="ChangeFlowEdge",
    summary="Replace the named fields of an edge of a flow's draft.",
    description="Needs flows:edit. A lost race names the flow's version that there is now.",
    opt=needs(Permission.FLOWS_EDIT),
    responses=answers(
        200,
        EdgeView,
        example=examples.EDGE,
        raises=(*BEARER, *BODY, FlowNotFoundError, EdgeNotFoundError, StaleVersionError),
    ),
)
@inject
async def change_flow_edge(
    flow_id: FromPath[UUID],
    edge_id: FromPath[str],
    data: Annotated[EdgeRequest, body(examples.CHANGE_EDGE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ChangeInDraftHandler],
    draft: FromDishka[ShowDraft],
    if_match: IfMatch = None,
) -> Response[EdgeView]:
    """Write it, and show it."""
    command = data.to_change(FlowId(flow_id), edge_id, version=version_of(if_match))
    version = await use_case(actor, command)
    found, _ = await draft.one(actor, FlowId(flow_id), place="edges", item_id=edge_id)
    return shown(EdgeView(edge=found, version=version), version=version)


@delete(
    "/flows/{flow_id:uuid}/edges/{edge_id:str}",
    operation_id="RemoveFlowEdge",
    summary="Remove an edge of a flow's draft.",
    description="Needs flows:edit. `ETag` is the flow's version. A lost race names the version that there is now.",
    opt=needs(Permission.FLOWS_EDIT),
    responses=answers(
        204, None, example=None, raises=(*BEARER, FlowNotFoundError, EdgeNotFoundError, StaleVersionError)
    ),
)
@inject
async def remove_flow_edge(
    flow_id: FromPath[UUID],
    edge_id: FromPath[str],
    actor: NamedDependency[Actor],
    use_case: FromDishka[RemoveFromDraftHandler],
    if_match: IfMatch = None,
) -> Response[None]:
    """Write it."""
    draft = Draft(flow_id=FlowId(flow_id), version=version_of(if_match))
    version = await use_case(actor, RemoveFromDraft(draft=draft, place="edges", item_id=edge_id))
    return shown(None, version=version, status_code=204)


flow_edge_handlers = [list_flow_edges, add_flow_edge, change_flow_edge, remove_flow_edge]
