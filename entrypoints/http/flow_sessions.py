"""What happened in flows: one contact's way through each."""

from uuid import UUID

from dishka import FromDishka
from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from application.flows.get_flow_session import GetFlowSession
from application.flows.list_flow_sessions import ListFlowSessions
from application.ports.readers.flows import (
    FLOW_SESSION_SORTS,
    FlowSessionDetail,
    FlowSessionFilters,
    FlowSessionNotFoundError,
    FlowSessionRow,
)
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.flows.definition import FlowNotFoundError
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId, FlowSessionId
from entrypoints.http import flow_examples
from entrypoints.http.actor import needs
from entrypoints.http.examples import page_with
from entrypoints.http.flow_filters import session_filters_of
from entrypoints.http.injection import inject
from entrypoints.http.openapi import FLOWS, PERSONAL, QUERY, SECURED, answers
from entrypoints.http.query import paged


@get(
    "/flows/{flow_id:uuid}/sessions",
    operation_id="ListFlowSessions",
    summary="List who went through a flow, the newest first.",
    description="Needs flows:read.",
    opt=needs(Permission.FLOWS_READ),
    dependencies={
        "filters": Provide(session_filters_of, sync_to_thread=False),
        "paging": paged(sorts=FLOW_SESSION_SORTS),
    },
    responses=answers(
        200,
        Page[FlowSessionRow],
        example=page_with(flow_examples.SESSION_ROW),
        raises=(*PERSONAL, *QUERY, FlowNotFoundError),
    ),
)
@inject
async def list_flow_sessions(
    flow_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    filters: NamedDependency[FlowSessionFilters],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListFlowSessions],
) -> Page[FlowSessionRow]:
    """Give one page."""
    return await use_case(actor, FlowId(flow_id), filters=filters, page=paging)


@get(
    "/flow-sessions/{session_id:uuid}",
    operation_id="GetFlowSession",
    summary="Show a session step by step.",
    description="Needs flows:read.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(
        200, FlowSessionDetail, example=flow_examples.SESSION, raises=(*PERSONAL, FlowSessionNotFoundError)
    ),
)
@inject
async def get_flow_session(
    session_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[GetFlowSession]
) -> FlowSessionDetail:
    """Give one with its trace."""
    return await use_case(actor, FlowSessionId(session_id))


flow_session_routes = Router(
    "/", route_handlers=[list_flow_sessions, get_flow_session], tags=[FLOWS.name], security=SECURED
)
