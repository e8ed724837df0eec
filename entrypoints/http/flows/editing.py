"""What becomes of a flow as a whole: off, away, copied, out and in as a file."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.flows.delete_flow import DeleteFlowHandler
from application.flows.duplicate_flow import DuplicateFlowHandler
from application.flows.export_flow import ExportFlowHandler
from application.flows.import_flow import ImportFlowHandler
from application.flows.unpublish_flow import UnpublishFlowHandler
from application.ports.readers.flows import FlowList
from application.shared.actor import Actor
from domain.flows.definition import FlowNotFoundError
from domain.flows.errors import FlowInUseError, FlowNotPublishedError, ImportRefusedError
from domain.flows.exported import ExportedFlow
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId
from domain.tenants.errors import PlanLimitReachedError
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.flows import editing_examples as examples
from entrypoints.http.flows import flow_examples
from entrypoints.http.flows.requests import DuplicateRequest, ImportFlowRequest
from entrypoints.http.flows.responses import ImportedFlowView
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, answers, body
from entrypoints.http.responses import FlowView
from entrypoints.http.texts.catalogue import AcceptLanguage, language_of
from entrypoints.http.texts.import_notes import report_told
from entrypoints.http.versions import shown


@delete(
    "/flows/{flow_id:uuid}",
    operation_id="DeleteFlow",
    summary="Take a flow out of every list; its sessions go on to their end.",
    description="Needs flows:edit, and flows:publish where it runs. It is refused while a published flow jumps to it "
    "or it is a chatbot's main flow; `details` say which.",
    opt=needs(Permission.FLOWS_EDIT),
    responses=answers(204, None, example=None, raises=(*BEARER, FlowNotFoundError, FlowInUseError)),
)
@inject
async def delete_flow(
    flow_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteFlowHandler]
) -> None:
    """Remove it."""
    await use_case(actor, FlowId(flow_id))


@post(
    "/flows/{flow_id:uuid}/unpublish",
    operation_id="UnpublishFlow",
    summary="Let a flow start no more; its sessions go on to their end.",
    description="Needs flows:publish. A flow that jumps here then leaves by `error`.",
    opt=needs(Permission.FLOWS_PUBLISH),
    status_code=200,
    responses=answers(
        200, FlowView, example=flow_examples.FLOW, raises=(*BEARER, FlowNotFoundError, FlowNotPublishedError)
    ),
)
@inject
async def unpublish_flow(
    flow_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UnpublishFlowHandler],
    flows: FromDishka[FlowList],
) -> Response[FlowView]:
    """Do it, and show it."""
    await use_case(actor, FlowId(flow_id))
    found = FlowView.of(await flows.one(actor.tenant_id, flow_id=FlowId(flow_id)))
    return shown(found, version=found.version)


@post(
    "/flows/{flow_id:uuid}/duplicate",
    operation_id="DuplicateFlow",
    summary="Copy a flow's draft with its tests; nothing of the copy runs.",
    description="Needs flows:edit.",
    opt={**needs(Permission.FLOWS_EDIT), **CREATES},
    responses=answers(
        201,
        FlowView,
        example=flow_examples.FLOW,
        raises=(*BEARER, *BODY, FlowNotFoundError, PlanLimitReachedError),
    ),
)
@inject
async def duplicate_flow(
    flow_id: FromPath[UUID],
    data: Annotated[DuplicateRequest, body(examples.DUPLICATE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[DuplicateFlowHandler],
    flows: FromDishka[FlowList],
) -> Response[FlowView]:
    """Copy it, and show the copy."""
    copy_id = await use_case(actor, data.of_flow(FlowId(flow_id)))
    made = FlowView.of(await flows.one(actor.tenant_id, flow_id=copy_id))
    return shown(made, version=made.version, status_code=201)


@get(
    "/flows/{flow_id:uuid}/export",
    operation_id="ExportFlow",
    summary="Give a flow's draft with its tests as a file.",
    description="Needs flows:read. What is exported can be imported, also by another company; it holds no secrets.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(200, ExportedFlow, example=examples.EXPORT, raises=(*BEARER, FlowNotFoundError)),
)
@inject
async def export_flow(
    flow_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[ExportFlowHandler]
) -> ExportedFlow:
    """Give the file."""
    return await use_case(actor, FlowId(flow_id))


@post(
    "/flows/import",
    operation_id="ImportFlow",
    summary="Keep a file as a draft: our own export, a document, or a Typebot.",
    description="Needs flows:edit. The report says what became of each part of a Typebot, and what is lost, in the "
    "language of `Accept-Language` (pt-BR or en).",
    opt={**needs(Permission.FLOWS_EDIT), **CREATES},
    responses=answers(
        201,
        ImportedFlowView,
        example=examples.IMPORTED,
        raises=(*BEARER, *BODY, ImportRefusedError, PlanLimitReachedError),
    ),
)
@inject
async def import_flow(
    data: Annotated[ImportFlowRequest, body(examples.IMPORT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ImportFlowHandler],
    flows: FromDishka[FlowList],
    accept_language: AcceptLanguage = None,
) -> Response[ImportedFlowView]:
    """Keep it, and show it with the report."""
    made = await use_case(actor, data.to_command())
    flow = FlowView.of(await flows.one(actor.tenant_id, flow_id=made.flow_id))
    report = report_told(made.report, language=language_of(accept_language))
    return shown(ImportedFlowView(flow=flow, report=report), version=flow.version, status_code=201)


editing_handlers = [delete_flow, unpublish_flow, duplicate_flow, export_flow, import_flow]
