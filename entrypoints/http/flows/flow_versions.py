"""What was published of a flow, and what is different between its versions."""

import re
from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from application.flows.compare_flow_versions import CompareFlowVersions, CompareFlowVersionsHandler
from application.flows.restore_flow_version import RestoreFlowVersion, RestoreFlowVersionHandler
from application.ports.readers.flow_versions import (
    FLOW_VERSION_SORTS,
    FlowVersionDetail,
    FlowVersionList,
    FlowVersionRow,
)
from application.ports.readers.flows import FlowList
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.flows.definition import FlowNotFoundError
from domain.flows.diff import FlowDiff
from domain.flows.errors import FlowVersionNotFoundError
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, MalformedError, StaleVersionError
from domain.shared.ids import FlowId
from entrypoints.http.actor import needs
from entrypoints.http.examples import page_with
from entrypoints.http.flows import editing_examples as examples
from entrypoints.http.flows import flow_examples
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, QUERY, answers
from entrypoints.http.query import paged
from entrypoints.http.responses import FlowView
from entrypoints.http.versions import IfMatch, shown, version_of

DRAFT = "draft"
MAX_NUMBER = 2**31 - 1
"""What the column holds; nobody publishes so often."""
_SIDE = re.compile(r"draft|[1-9][0-9]{0,8}")


@get(
    "/flows/{flow_id:uuid}/versions",
    operation_id="ListFlowVersions",
    summary="List what was published of a flow, the newest first.",
    description="Needs flows:read.",
    opt=needs(Permission.FLOWS_READ),
    dependencies={"paging": paged(sorts=FLOW_VERSION_SORTS)},
    responses=answers(
        200,
        Page[FlowVersionRow],
        example=page_with(examples.VERSION_ROW),
        raises=(*BEARER, *QUERY, FlowNotFoundError),
    ),
)
@inject
async def list_flow_versions(
    flow_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    versions: FromDishka[FlowVersionList],
) -> Page[FlowVersionRow]:
    """Give one page."""
    actor.require(Permission.FLOWS_READ)
    return await versions.page(actor.tenant_id, flow_id=FlowId(flow_id), page=paging)


@get(
    "/flows/{flow_id:uuid}/versions/{number:int}",
    operation_id="GetFlowVersion",
    summary="Show a version with its document.",
    description="Needs flows:read.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(
        200, FlowVersionDetail, example=examples.VERSION, raises=(*BEARER, FlowNotFoundError, FlowVersionNotFoundError)
    ),
)
@inject
async def get_flow_version(
    flow_id: FromPath[UUID],
    number: FromPath[int],
    actor: NamedDependency[Actor],
    versions: FromDishka[FlowVersionList],
) -> FlowVersionDetail:
    """Give one."""
    actor.require(Permission.FLOWS_READ)
    return await versions.one(actor.tenant_id, flow_id=FlowId(flow_id), number=_known(number))


@post(
    "/flows/{flow_id:uuid}/versions/{number:int}/restore",
    operation_id="RestoreFlowVersion",
    summary="Make a version the draft again; what runs goes on.",
    description="Needs flows:edit. The draft that was there is gone: publish it first to keep it.",
    opt=needs(Permission.FLOWS_EDIT),
    status_code=200,
    responses=answers(
        200,
        FlowView,
        example=flow_examples.FLOW,
        raises=(*BEARER, FlowNotFoundError, FlowVersionNotFoundError, StaleVersionError),
    ),
)
@inject
async def restore_flow_version(
    flow_id: FromPath[UUID],
    number: FromPath[int],
    actor: NamedDependency[Actor],
    use_case: FromDishka[RestoreFlowVersionHandler],
    flows: FromDishka[FlowList],
    if_match: IfMatch = None,
) -> Response[FlowView]:
    """Write it, and show the flow."""
    command = RestoreFlowVersion(flow_id=FlowId(flow_id), number=_known(number), version=version_of(if_match))
    await use_case(actor, command)
    found = FlowView.of(await flows.one(actor.tenant_id, flow_id=FlowId(flow_id)))
    return shown(found, version=found.version)


@get(
    "/flows/{flow_id:uuid}/diff",
    operation_id="CompareFlowVersions",
    summary="Tell the difference between two versions by node, edge and field.",
    description="Needs flows:read. A side is a version's number or `draft`; where nodes are drawn does not count.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(
        200,
        FlowDiff,
        example=examples.DIFF,
        raises=(*BEARER, *QUERY, FlowNotFoundError, FlowVersionNotFoundError),
    ),
)
@inject
async def compare_flow_versions(
    flow_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CompareFlowVersionsHandler],
    before: Annotated[str, QueryParameter(name="from", description="The older side: a number, or `draft`.")],
    after: Annotated[str, QueryParameter(name="to", description="The newer side: a number, or `draft`.")] = DRAFT,
) -> FlowDiff:
    """Compare."""
    command = CompareFlowVersions(flow_id=FlowId(flow_id), before=_side("from", before), after=_side("to", after))
    return await use_case(actor, command)


def _side(field: str, given: str) -> int | None:
    if not _SIDE.fullmatch(given):
        wrong = ErrorDetail(field=field, message="a version's number, or `draft`")
        raise MalformedError("The query is malformed.", details=(wrong,))
    return None if given == DRAFT else int(given)


def _known(number: int) -> int:
    """Give a number that a version can have. Raises FlowVersionNotFoundError for any other."""
    if not 0 < number <= MAX_NUMBER:
        raise FlowVersionNotFoundError(f"The flow has no version {number}.")
    return number


flow_version_handlers = [list_flow_versions, get_flow_version, restore_flow_version, compare_flow_versions]
