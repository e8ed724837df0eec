"""Messages that are sent at a time."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter

from application.messages.cancel_scheduled_message import CancelScheduledMessage
from application.messages.list_scheduled_messages import ListScheduledMessages
from application.messages.schedule_message import ScheduleMessageHandler
from application.ports.readers.scheduled_messages import (
    SCHEDULED_SORTS,
    ScheduledMessageFilters,
    ScheduledMessageRow,
)
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.permissions import Permission
from domain.messages.errors import ScheduledMessageNotFoundError, ScheduledMessageOverError
from domain.messages.scheduled_message import ScheduledState
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ContactId, ConversationId, ScheduledMessageId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.messages import examples
from entrypoints.http.messages.answers import ADDRESSING, SAYING
from entrypoints.http.messages.requests import ScheduleMessageRequest
from entrypoints.http.openapi import BEARER, BODY, CONVERSATIONS, QUERY, SECURED, answers, body
from entrypoints.http.query import paged
from entrypoints.http.versions import shown

_WHOSE = "Needs messages:send. One's own; with conversations:read_all everybody's."


def filters_of(
    in_state: Annotated[ScheduledState | None, QueryParameter(name="state", description="In this state.")] = None,
    contact_id: Annotated[UUID | None, QueryParameter(description="To this contact.")] = None,
    conversation_id: Annotated[UUID | None, QueryParameter(description="Written in this conversation.")] = None,
) -> ScheduledMessageFilters:
    """Read which scheduled messages are wanted."""
    return ScheduledMessageFilters(
        state=in_state,
        contact_id=ContactId(contact_id) if contact_id else None,
        conversation_id=ConversationId(conversation_id) if conversation_id else None,
    )


@get(
    "/messages/scheduled",
    operation_id="ListScheduledMessages",
    summary="List scheduled messages, the latest first.",
    description=_WHOSE,
    opt=needs(Permission.MESSAGES_SEND),
    dependencies={"paging": paged(sorts=SCHEDULED_SORTS), "filters": Provide(filters_of, sync_to_thread=False)},
    responses=answers(200, Page[ScheduledMessageRow], example=page_with(examples.SCHEDULED), raises=(*BEARER, *QUERY)),
)
@inject
async def list_scheduled_messages(
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    filters: NamedDependency[ScheduledMessageFilters],
    use_case: FromDishka[ListScheduledMessages],
) -> Page[ScheduledMessageRow]:
    """Give one page."""
    return await use_case(actor, filters=filters, page=paging)


@post(
    "/messages/scheduled",
    operation_id="ScheduleMessage",
    summary="Write a message that is sent at a time.",
    description="Needs messages:send. `send_at` has an offset, or is a time of `time_zone`, else of the company's. "
    "Window, consent and plan are looked at when it is sent; what cannot be sent then fails, and its author is told. "
    "Resolving the conversation does not cancel it.",
    opt={**needs(Permission.MESSAGES_SEND), **CREATES},
    responses=answers(
        201, ScheduledMessageRow, example=examples.SCHEDULED, raises=(*BEARER, *BODY, *ADDRESSING, *SAYING)
    ),
)
@inject
async def schedule_message(
    data: Annotated[ScheduleMessageRequest, body(examples.SCHEDULE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ScheduleMessageHandler],
    scheduled: FromDishka[ListScheduledMessages],
) -> Response[ScheduledMessageRow]:
    """Keep it, and show it."""
    scheduled_id = await use_case(actor, data.to_command())
    row = await scheduled.one(actor, scheduled_id)
    return shown(row, version=row.version, status_code=201)


@get(
    "/messages/scheduled/{scheduled_id:uuid}",
    operation_id="GetScheduledMessage",
    summary="Show a scheduled message, and what became of it.",
    description=_WHOSE,
    opt=needs(Permission.MESSAGES_SEND),
    responses=answers(
        200, ScheduledMessageRow, example=examples.SCHEDULED, raises=(*BEARER, ScheduledMessageNotFoundError)
    ),
)
@inject
async def get_scheduled_message(
    scheduled_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[ListScheduledMessages]
) -> Response[ScheduledMessageRow]:
    """Give one."""
    row = await use_case.one(actor, ScheduledMessageId(scheduled_id))
    return shown(row, version=row.version)


@delete(
    "/messages/scheduled/{scheduled_id:uuid}",
    operation_id="CancelScheduledMessage",
    summary="Cancel a scheduled message.",
    description=_WHOSE,
    opt=needs(Permission.MESSAGES_SEND),
    responses=answers(
        204,
        None,
        example=None,
        raises=(*BEARER, ScheduledMessageNotFoundError, ScheduledMessageOverError, StaleVersionError),
    ),
)
@inject
async def cancel_scheduled_message(
    scheduled_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[CancelScheduledMessage]
) -> None:
    """Cancel it."""
    await use_case(actor, ScheduledMessageId(scheduled_id))


scheduled_routes = Router(
    "/",
    route_handlers=[
        list_scheduled_messages,
        schedule_message,
        get_scheduled_message,
        cancel_scheduled_message,
    ],
    tags=[CONVERSATIONS.name],
    security=SECURED,
)
