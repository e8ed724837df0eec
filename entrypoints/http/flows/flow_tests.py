"""The tests that lie beside a flow."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.flows.set_flow_tests import SetFlowTestsHandler
from application.flows.show_flow_tests import ShowFlowTests
from application.shared.actor import Actor
from domain.flows.definition import FlowNotFoundError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import FlowId
from entrypoints.http.actor import needs
from entrypoints.http.flows import editing_examples as examples
from entrypoints.http.flows.requests import SetFlowTestsRequest
from entrypoints.http.flows.responses import FlowTestsView
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, answers, body
from entrypoints.http.versions import IfMatch, shown, version_of


@get(
    "/flows/{flow_id:uuid}/tests",
    operation_id="ListFlowTests",
    summary="Show the tests that lie beside a flow, in their order.",
    description="Needs flows:read. `ETag` is the flow's version.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(200, FlowTestsView, example=examples.TESTS, raises=(*BEARER, FlowNotFoundError)),
)
@inject
async def list_flow_tests(
    flow_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[ShowFlowTests]
) -> Response[FlowTestsView]:
    """Give them."""
    found = FlowTestsView.of(await use_case(actor, FlowId(flow_id)))
    return shown(found, version=found.version)


@put(
    "/flows/{flow_id:uuid}/tests",
    operation_id="SetFlowTests",
    summary="Keep these tests beside a flow, in place of those before.",
    description="Needs flows:edit. They need not pass; publishing asks. A lost race names the flow's version that "
    "there is now.",
    opt=needs(Permission.FLOWS_EDIT),
    responses=answers(
        200, FlowTestsView, example=examples.TESTS, raises=(*BEARER, *BODY, FlowNotFoundError, StaleVersionError)
    ),
)
@inject
async def set_flow_tests(
    flow_id: FromPath[UUID],
    data: Annotated[SetFlowTestsRequest, body(examples.SET_TESTS)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SetFlowTestsHandler],
    tests: FromDishka[ShowFlowTests],
    if_match: IfMatch = None,
) -> Response[FlowTestsView]:
    """Write them, and show them."""
    await use_case(actor, data.to_command(FlowId(flow_id), version=version_of(if_match)))
    found = FlowTestsView.of(await tests(actor, FlowId(flow_id)))
    return shown(found, version=found.version)


flow_test_handlers = [list_flow_tests, set_flow_tests]
