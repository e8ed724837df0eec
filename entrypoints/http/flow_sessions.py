"""What happened in flows: one contact's way through each."""

from uuid import UUID

from dishka import FromDishka
from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.ports.readers.flows import (
    FlowSessionDetail,
    FlowSessionList,
    FlowSessionNotFoundError,
    FlowSessionRow,
)
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.flows.definition import FlowNotFoundError
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId, FlowSessionId
from entrypoints.http import flow_examples
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, FLOWS, QUERY, SECURED, answers


@get(
    "/flows/{flow_id:uuid}/sessions",
    operation_id="ListFlowSessions",
    summary="List who went through a flow, the newest first.",
    description="Needs flows:read.",
    responses=answers(
        200,
        Page[FlowSessionRow],
        example=page_with(flow_examples.SESSION_ROW),
        raises=(*BEARER, *QUERY, FlowNotFoundError),
    ),
)
@inject
async def list_flow_sessions(
    flow_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    sessions: FromDishka[FlowSessionList],
) -> Page[FlowSessionRow]:
    """Give one page."""
    actor.require(Permission.FLOWS_READ)
    return await sessions.page(actor.tenant_id, flow_id=FlowId(flow_id), page=paging)


@get(
    "/flow-sessions/{session_id:uuid}",
    operation_id="GetFlowSession",
    summary="Show a session step by step.",
    description="Needs flows:read.",
    responses=answers(
        200, FlowSessionDetail, example=flow_examples.SESSION, raises=(*BEARER, FlowSessionNotFoundError)
    ),
)
@inject
async def get_flow_session(
    session_id: FromPath[UUID], actor: NamedDependency[Actor], sessions: FromDishka[FlowSessionList]
) -> FlowSessionDetail:
    """Give one with its trace."""
    actor.require(Permission.FLOWS_READ)
    return await sessions.one(actor.tenant_id, session_id=FlowSessionId(session_id))


flow_session_routes = Router(
    "/", route_handlers=[list_flow_sessions, get_flow_session], tags=[FLOWS.name], security=SECURED
)
