"""Conversations on the draft: tests, and sessions that really were."""

from typing import Annotated
from uuid import UUID

import msgspec
from dishka import FromDishka
from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.flows.check_regressions import (
    MAX_SESSIONS,
    CheckRegressions,
    CheckRegressionsHandler,
    Regressions,
)
from application.flows.rehearse_flow import RehearseFlowHandler
from application.flows.retell_session import RetellSession
from application.flows.stored_sessions import SessionNotReplayableError
from application.ports.readers.flow_sessions import FlowSessionNotFoundError
from application.shared.actor import Actor
from domain.flows.definition import FlowNotFoundError
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId
from entrypoints.http.actor import needs
from entrypoints.http.flows import session_examples as examples
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BODY, FLOWS, PERSONAL, SECURED, answers, body
from entrypoints.http.requests import RehearseFlowRequest
from entrypoints.http.responses import Rehearsed
from entrypoints.http.texts.catalogue import AcceptLanguage, language_of


class CheckRegressionsRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """With how many of the last sessions to compare the draft."""

    last: Annotated[int, msgspec.Meta(ge=1, le=MAX_SESSIONS)]


@post(
    "/flows/{flow_id:uuid}/test",
    operation_id="RehearseFlow",
    summary="Play conversations against the draft, with a clock that the test moves.",
    description="Needs flows:read. Nothing is sent and nothing is kept. `tests` are played, with `saved` also those "
    "beside the flow; `moments` say after each step where the session waits, what its variables are and what it wanted "
    "of the world. Failures are told in the language of `Accept-Language` (pt-BR or en). With `session_id` the draft "
    "is told what a real session was told, whose conversation you must be able to see: `session` holds both "
    "transcripts, the steps side by side, and where they part.",
    opt=needs(Permission.FLOWS_READ),
    status_code=200,
    responses=answers(
        200,
        Rehearsed,
        example=examples.REHEARSED,
        raises=(*PERSONAL, *BODY, FlowNotFoundError, FlowSessionNotFoundError, SessionNotReplayableError),
    ),
)
@inject
async def rehearse_flow(
    flow_id: FromPath[UUID],
    data: Annotated[RehearseFlowRequest, body(examples.REHEARSE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[RehearseFlowHandler],
    retell: FromDishka[RetellSession],
    accept_language: AcceptLanguage = None,
) -> Rehearsed:
    """Play them."""
    runs = await use_case(actor, data.to_command(FlowId(flow_id))) if data.has_tests else []
    told = await retell(actor, FlowId(flow_id), data.session_id) if data.session_id is not None else None
    return Rehearsed.of(runs, session=told, language=language_of(accept_language))


@post(
    "/flows/{flow_id:uuid}/regression",
    operation_id="CheckRegressions",
    summary="Tell the draft the last sessions of the version that runs, and list what would go otherwise.",
    description="Needs flows:read; sessions whose conversations you may see. Nothing is sent, asked or kept: calls are "
    "answered as they were. `skipped` sessions could not be played again, or were too long together.",
    opt=needs(Permission.FLOWS_READ),
    status_code=200,
    responses=answers(200, Regressions, example=examples.REGRESSIONS, raises=(*PERSONAL, *BODY, FlowNotFoundError)),
)
@inject
async def check_regressions(
    flow_id: FromPath[UUID],
    data: Annotated[CheckRegressionsRequest, body(CheckRegressionsRequest(last=50))],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CheckRegressionsHandler],
) -> Regressions:
    """Compare."""
    return await use_case(actor, CheckRegressions(flow_id=FlowId(flow_id), last=data.last))


flow_replay_routes = Router("/", route_handlers=[rehearse_flow, check_regressions], tags=[FLOWS.name], security=SECURED)
