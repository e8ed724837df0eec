"""Canned responses: what is said often."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from application.messages.add_canned_response import AddCannedResponseHandler
from application.messages.delete_canned_response import DeleteCannedResponse
from application.messages.list_canned_responses import ListCannedResponses
from application.messages.render_canned_response import RenderCannedResponseHandler
from application.messages.update_canned_response import UpdateCannedResponseHandler
from application.ports.readers.canned_responses import CANNED_SORTS, CannedResponseRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.conversations.errors import ContentRefusedError, ConversationNotFoundError
from domain.identity.permissions import Permission
from domain.media.errors import MediaNotFoundError, MediaNotReadyError
from domain.messages.errors import CannedResponseNotFoundError, ShortcutTakenError
from domain.people.errors import DepartmentNotFoundError
from domain.shared.errors import StaleVersionError
from domain.shared.ids import CannedResponseId, DepartmentId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.messages import examples
from entrypoints.http.messages.requests import (
    AddCannedResponseRequest,
    RenderCannedResponseRequest,
    UpdateCannedResponseRequest,
)
from entrypoints.http.messages.responses import RenderedResponse
from entrypoints.http.openapi import BEARER, BODY, CONVERSATIONS, PERSONAL, QUERY, SECURED, answers, body
from entrypoints.http.query import paged
from entrypoints.http.versions import IfMatch, shown, version_of

_READS = needs(Permission.CONVERSATIONS_REPLY)
_WRITES = needs(Permission.CONVERSATIONS_MANAGE)
_WRITING = (
    *BEARER,
    *BODY,
    ContentRefusedError,
    ShortcutTakenError,
    DepartmentNotFoundError,
    MediaNotFoundError,
    MediaNotReadyError,
)


@get(
    "/canned-responses",
    operation_id="ListCannedResponses",
    summary="List canned responses by shortcut.",
    description="Needs conversations:reply. Everybody's and those of one's departments; `q` looks in shortcuts, titles "
    "and texts.",
    opt=_READS,
    dependencies={"paging": paged(sorts=CANNED_SORTS, search=True)},
    responses=answers(200, Page[CannedResponseRow], example=page_with(examples.CANNED), raises=(*BEARER, *QUERY)),
)
@inject
async def list_canned_responses(
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListCannedResponses],
    department_id: Annotated[UUID | None, QueryParameter(description="Of this department.")] = None,
) -> Page[CannedResponseRow]:
    """Give one page."""
    wanted = DepartmentId(department_id) if department_id else None
    return await use_case(actor, department_id=wanted, page=paging)


@post(
    "/canned-responses",
    operation_id="AddCannedResponse",
    summary="Write a canned response.",
    description="Needs conversations:manage. Its texts are Liquid with `contact`, `agent` and `conversation`.",
    opt={**_WRITES, **CREATES},
    responses=answers(201, CannedResponseRow, example=examples.CANNED, raises=_WRITING),
)
@inject
async def add_canned_response(
    data: Annotated[AddCannedResponseRequest, body(examples.ADD_CANNED)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddCannedResponseHandler],
    responses: FromDishka[ListCannedResponses],
) -> Response[CannedResponseRow]:
    """Keep it, and show it."""
    row = await responses.show(actor, await use_case(actor, data.to_command()))
    return shown(row, version=row.version, status_code=201)


@get(
    "/canned-responses/{response_id:uuid}",
    operation_id="GetCannedResponse",
    summary="Show a canned response.",
    description="Needs conversations:reply. `ETag` is the version.",
    opt=_READS,
    responses=answers(200, CannedResponseRow, example=examples.CANNED, raises=(*BEARER, CannedResponseNotFoundError)),
)
@inject
async def get_canned_response(
    response_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[ListCannedResponses]
) -> Response[CannedResponseRow]:
    """Give one."""
    row = await use_case.one(actor, CannedResponseId(response_id))
    return shown(row, version=row.version)


@put(
    "/canned-responses/{response_id:uuid}",
    operation_id="UpdateCannedResponse",
    summary="Change a canned response.",
    description="Needs conversations:manage. What is absent stays as it is; a null department is everybody's.",
    opt=_WRITES,
    responses=answers(
        200,
        CannedResponseRow,
        example=examples.CANNED,
        raises=(*_WRITING, CannedResponseNotFoundError, StaleVersionError),
    ),
)
@inject
async def update_canned_response(
    response_id: FromPath[UUID],
    data: Annotated[UpdateCannedResponseRequest, body(examples.UPDATE_CANNED)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateCannedResponseHandler],
    responses: FromDishka[ListCannedResponses],
    if_match: IfMatch = None,
) -> Response[CannedResponseRow]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(CannedResponseId(response_id), version=version_of(if_match)))
    row = await responses.show(actor, CannedResponseId(response_id))
    return shown(row, version=row.version)


@delete(
    "/canned-responses/{response_id:uuid}",
    operation_id="DeleteCannedResponse",
    summary="Remove a canned response.",
    description="Needs conversations:manage.",
    opt=_WRITES,
    responses=answers(204, None, example=None, raises=(*BEARER, CannedResponseNotFoundError, StaleVersionError)),
)
@inject
async def delete_canned_response(
    response_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteCannedResponse]
) -> None:
    """Remove it."""
    await use_case(actor, CannedResponseId(response_id))


@post(
    "/canned-responses/{response_id:uuid}/render",
    operation_id="RenderCannedResponse",
    summary="Fill a canned response's variables in for a conversation.",
    description="Needs conversations:reply. Nothing is sent: the agent reads it, and sends it as any other message.",
    opt=_READS,
    status_code=200,
    responses=answers(
        200,
        RenderedResponse,
        example=examples.RENDERED,
        raises=(*PERSONAL, *BODY, CannedResponseNotFoundError, ConversationNotFoundError),
    ),
)
@inject
async def render_canned_response(
    response_id: FromPath[UUID],
    data: Annotated[RenderCannedResponseRequest, body(examples.RENDER)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[RenderCannedResponseHandler],
) -> RenderedResponse:
    """Fill it in."""
    return RenderedResponse.of(await use_case(actor, data.to_command(CannedResponseId(response_id))))


canned_routes = Router(
    "/",
    route_handlers=[
        list_canned_responses,
        add_canned_response,
        get_canned_response,
        update_canned_response,
        delete_canned_response,
        render_canned_response,
    ],
    tags=[CONVERSATIONS.name],
    security=SECURED,
)
