"""What happened in flows: one contact's way through each."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter

from application.flows.flow_counts import FlowAnalytics
from application.flows.get_flow_analytics import GetFlowAnalytics, NumbersAsked
from application.flows.get_flow_session import GetFlowSession
from application.flows.list_flow_sessions import ListFlowSessions
from application.ports.readers.flow_sessions import (
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
from entrypoints.http.actor import needs
from entrypoints.http.examples import page_with
from entrypoints.http.flows import session_examples as examples
from entrypoints.http.flows.session_filters import MAX_VERSION, session_filters_of
from entrypoints.http.injection import inject
from entrypoints.http.moments import moment
from entrypoints.http.openapi import BEARER, FLOWS, PERSONAL, QUERY, SECURED, answers
from entrypoints.http.query import paged


@get(
    "/flows/{flow_id:uuid}/sessions",
    operation_id="ListFlowSessions",
    summary="List who went through a flow, the newest first.",
    description="Needs flows:read; shows those whose conversations you may see. Each number of `analytics` names the "
    "filters that list its sessions. `node`, `event`, `edge`, `answer`, `choice` and `branch` speak of one step of the "
    "flow's own that a session came by.",
    opt=needs(Permission.FLOWS_READ),
    dependencies={
        "filters": Provide(session_filters_of, sync_to_thread=False),
        "paging": paged(sorts=FLOW_SESSION_SORTS),
    },
    responses=answers(
        200,
        Page[FlowSessionRow],
        example=page_with(examples.SESSION_ROW),
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
    description="Needs flows:read, and to see the session's conversation. Steps are in order, each with what it sent "
    "and asked and what became of that; `timers` and `calls` say what it still waits for.",
    opt=needs(Permission.FLOWS_READ),
    responses=answers(200, FlowSessionDetail, example=examples.SESSION, raises=(*PERSONAL, FlowSessionNotFoundError)),
)
@inject
async def get_flow_session(
    session_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[GetFlowSession]
) -> FlowSessionDetail:
    """Give one with its trace."""
    return await use_case(actor, FlowSessionId(session_id))


def numbers_of(
    since: Annotated[
        datetime | None, QueryParameter(name="from", description="Begun at this time or later; 30 days before `to`.")
    ] = None,
    until: Annotated[datetime | None, QueryParameter(name="to", description="Begun before this time; now.")] = None,
    version: Annotated[
        int | None, QueryParameter(description="Of the version with this number.", ge=1, le=MAX_VERSION)
    ] = None,
) -> NumbersAsked:
    """Read what is to be counted. Raises MalformedError."""
    return NumbersAsked(since=moment(since, field="from"), until=moment(until, field="to"), version=version)


@get(
    "/flows/{flow_id:uuid}/analytics",
    operation_id="GetFlowAnalytics",
    summary="Count a flow's sessions, steps and answers.",
    description="Needs flows:read. Numbers are of all of the company's sessions that began between `from` and `to` (at "
    "most 366 days); each has the query that lists its sessions, of which you see those whose conversations you may "
    "see. Steps within flows that this one jumps to are not counted. Words that contacts typed are told when three "
    "sessions or more share them; e-mails, phones, documents and places never.",
    opt=needs(Permission.FLOWS_READ),
    dependencies={"asked": Provide(numbers_of, sync_to_thread=False)},
    responses=answers(200, FlowAnalytics, example=examples.ANALYTICS, raises=(*BEARER, *QUERY, FlowNotFoundError)),
)
@inject
async def get_flow_analytics(
    flow_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    asked: NamedDependency[NumbersAsked],
    use_case: FromDishka[GetFlowAnalytics],
) -> FlowAnalytics:
    """Count."""
    return await use_case(actor, FlowId(flow_id), asked)


flow_session_routes = Router(
    "/", route_handlers=[list_flow_sessions, get_flow_session, get_flow_analytics], tags=[FLOWS.name], security=SECURED
)
