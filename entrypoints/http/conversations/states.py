"""What is kept of a conversation for its people: how it presses, when it is looked at again, who has seen it."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.conversations.archive_conversation import ArchiveConversation
from application.conversations.get_conversation import GetConversation
from application.conversations.mark_read import MarkReadHandler
from application.conversations.snooze_conversation import SnoozeConversationHandler
from application.conversations.update_conversation import UpdateConversationHandler
from application.ports.readers.conversations import ConversationRow
from application.shared.actor import Actor
from domain.conversations.errors import ConversationOpenError
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId
from entrypoints.http.actor import needs
from entrypoints.http.conversations import examples
from entrypoints.http.conversations.answers import HANDLING
from entrypoints.http.conversations.requests import (
    MarkReadRequest,
    SnoozeConversationRequest,
    UpdateConversationRequest,
)
from entrypoints.http.examples import CONVERSATION
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BODY, CONVERSATIONS, SECURED, answers, body
from entrypoints.http.versions import IfMatch, shown, version_of


@patch(
    "/conversations/{conversation_id:uuid}",
    operation_id="UpdateConversation",
    summary="Change a conversation's priority, department or details.",
    description="Needs conversations:handle. What is absent stays as it is; null takes it away.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    responses=answers(200, ConversationRow, example=CONVERSATION, raises=(*HANDLING, *BODY)),
)
@inject
async def update_conversation(
    conversation_id: FromPath[UUID],
    data: Annotated[UpdateConversationRequest, body(examples.UPDATE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateConversationHandler],
    conversation: FromDishka[GetConversation],
    if_match: IfMatch = None,
) -> Response[ConversationRow]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(ConversationId(conversation_id), version=version_of(if_match)))
    row = await conversation.show(actor, ConversationId(conversation_id))
    return shown(row, version=row.version)


@post(
    "/conversations/{conversation_id:uuid}/snooze",
    operation_id="SnoozeConversation",
    summary="Let a conversation sleep until a time, or until the contact writes.",
    description="Needs conversations:handle. The body may be left out; a message of the contact wakes it in any case. "
    "A `snoozed_until` in the year 9999 is until then.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=CONVERSATION, raises=(*HANDLING, *BODY)),
)
@inject
async def snooze_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SnoozeConversationHandler],
    conversation: FromDishka[GetConversation],
    data: Annotated[SnoozeConversationRequest | None, body(examples.SNOOZE)] = None,
) -> ConversationRow:
    """Snooze it, and show it."""
    snooze = data or SnoozeConversationRequest()
    await use_case(actor, snooze.to_command(ConversationId(conversation_id)))
    return await conversation.show(actor, ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/archive",
    operation_id="ArchiveConversation",
    summary="Put a resolved conversation away.",
    description="Needs conversations:handle. It can still be read, and reopened.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=CONVERSATION, raises=(*HANDLING, ConversationOpenError)),
)
@inject
async def archive_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ArchiveConversation],
    conversation: FromDishka[GetConversation],
) -> ConversationRow:
    """Archive it, and show it."""
    await use_case(actor, ConversationId(conversation_id))
    return await conversation.show(actor, ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/read",
    operation_id="MarkRead",
    summary="Mark a conversation as seen by oneself, and perhaps let the contact know.",
    description="Needs conversations:handle. The body may be left out.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=CONVERSATION, raises=(*HANDLING, *BODY)),
)
@inject
async def mark_read(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[MarkReadHandler],
    conversation: FromDishka[GetConversation],
    data: Annotated[MarkReadRequest | None, body(examples.READ)] = None,
) -> ConversationRow:
    """Mark it, and show it."""
    mark = data or MarkReadRequest()
    await use_case(actor, mark.to_command(ConversationId(conversation_id)))
    return await conversation.show(actor, ConversationId(conversation_id))


state_routes = Router(
    "/",
    route_handlers=[update_conversation, snooze_conversation, archive_conversation, mark_read],
    tags=[CONVERSATIONS.name],
    security=SECURED,
)
