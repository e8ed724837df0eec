"""How flows begin: by hand, by the clock; and how somebody ends one."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from application.conversations.recipient import UnreachableContactError
from application.ports.readers.flow_runs import FlowRunRow
from application.ports.readers.flow_sessions import FlowSessionNotFoundError
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from application.triggers.cancel_flow_session import CancelFlowSession
from application.triggers.list_flow_runs import ListFlowRuns
from application.triggers.start_flow import Started, StartFlowHandler
from domain.contacts.errors import ContactBlockedError
from domain.conversations.errors import ConversationNotFoundError, ConversationResolvedError
from domain.flows.definition import FlowNotFoundError
from domain.flows.errors import ChatbotInactiveError, FlowNotPublishedError
from domain.flows.starts import FlowNotStartedError, FlowSessionOverError, RunStatus
from domain.identity.permissions import Permission
from domain.messages.errors import ContactOptedOutError
from domain.shared.errors import StaleVersionError
from domain.shared.ids import FlowId, FlowSessionId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.flows import start_examples as examples
from entrypoints.http.flows.start_requests import CancelFlowSessionRequest, StartFlowRequest
from entrypoints.http.injection import inject
from entrypoints.http.messages.answers import ADDRESSING
from entrypoints.http.openapi import BEARER, BODY, FLOWS, QUERY, SECURED, answers, body
from entrypoints.http.query import paged


@post(
    "/flows/{flow_id:uuid}/start",
    operation_id="StartFlow",
    summary="Start a flow with a contact who need not have written.",
    description="Needs conversations:handle or flows:publish. In a conversation, or with a contact or phone on a "
    "number. It begins after all that came before, and not while a person has the conversation or another flow runs "
    "in it, unless `replaces`. Outside the 24-hour window it can only send templates.",
    opt={**needs(Permission.CONVERSATIONS_HANDLE, otherwise=Permission.FLOWS_PUBLISH), **CREATES},
    status_code=202,
    responses=answers(
        202,
        Started,
        example=examples.STARTED,
        raises=(
            *BEARER,
            *BODY,
            *ADDRESSING,
            FlowNotFoundError,
            FlowNotPublishedError,
            ChatbotInactiveError,
            FlowNotStartedError,
            ContactBlockedError,
            ContactOptedOutError,
            ConversationResolvedError,
            UnreachableContactError,
            StaleVersionError,
        ),
    ),
)
@inject
async def start_flow(
    flow_id: FromPath[UUID],
    data: Annotated[StartFlowRequest, body(examples.START)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[StartFlowHandler],
) -> Started:
    """Order it."""
    return await use_case(actor, data.to_command(FlowId(flow_id)))


@get(
    "/flows/{flow_id:uuid}/runs",
    operation_id="ListFlowRuns",
    summary="List when a flow ran by the clock, the newest first, and what it missed.",
    description="Needs flows:read.",
    opt=needs(Permission.FLOWS_READ),
    dependencies={"paging": paged()},
    responses=answers(
        200, Page[FlowRunRow], example=page_with(examples.RUN), raises=(*BEARER, *QUERY, FlowNotFoundError)
    ),
)
@inject
async def list_flow_runs(
    flow_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListFlowRuns],
    status: Annotated[RunStatus | None, QueryParameter(description="With this outcome.")] = None,
) -> Page[FlowRunRow]:
    """Give one page."""
    return await use_case(actor, FlowId(flow_id), status=status, page=paging)


@post(
    "/flow-sessions/{session_id:uuid}/cancel",
    operation_id="CancelFlowSession",
    summary="End a session, with its timers, its calls and what it has not sent.",
    description="Needs conversations:handle or flows:edit. The conversation stays the bot's, and the contact's next "
    "message starts a flow; with `hand_over`, or where the contact waits for an answer, it goes to people.",
    opt=needs(Permission.CONVERSATIONS_HANDLE, otherwise=Permission.FLOWS_EDIT),
    status_code=204,
    responses=answers(
        204,
        None,
        example=None,
        raises=(
            *BEARER,
            *BODY,
            FlowSessionNotFoundError,
            FlowSessionOverError,
            ConversationNotFoundError,
            StaleVersionError,
        ),
    ),
)
@inject
async def cancel_flow_session(
    session_id: FromPath[UUID],
    data: Annotated[CancelFlowSessionRequest, body(examples.CANCEL)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CancelFlowSession],
) -> None:
    """End it."""
    await use_case(actor, FlowSessionId(session_id), hand_over=data.hand_over)


flow_start_routes = Router(
    "/", route_handlers=[start_flow, list_flow_runs, cancel_flow_session], tags=[FLOWS.name], security=SECURED
)
