"""Who has a conversation: every change of hands, and its end."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.conversations.assign_conversation import AssignConversationHandler
from application.conversations.assignee import AssigneeUnfitError
from application.conversations.get_conversation import GetConversation
from application.conversations.release_conversation import ReleaseConversation
from application.conversations.reopen_conversation import ReopenConversation
from application.conversations.resolve_conversation import ResolveConversation
from application.conversations.take_over_conversation import TakeOverConversation
from application.conversations.transfer_conversation import TransferConversationHandler
from application.ports.readers.conversations import ConversationRow
from application.shared.actor import Actor
from domain.conversations.errors import ConversationOpenError, ConversationTakenError
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId
from entrypoints.http.actor import needs
from entrypoints.http.conversations import examples
from entrypoints.http.conversations.answers import HANDLING
from entrypoints.http.conversations.requests import AssignConversationRequest, TransferConversationRequest
from entrypoints.http.examples import CONVERSATION, RESOLVE
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BODY, CONVERSATIONS, SECURED, answers, body
from entrypoints.http.requests import ResolveConversationRequest


@post(
    "/conversations/{conversation_id:uuid}/takeover",
    operation_id="TakeOverConversation",
    summary="Take a conversation; the bot is silent from then on.",
    description="Needs conversations:handle. What another person has may be taken with conversations:manage; of "
    "two who take it at once one gets it.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=CONVERSATION, raises=(*HANDLING, ConversationTakenError)),
)
@inject
async def take_over_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[TakeOverConversation],
    conversation: FromDishka[GetConversation],
) -> ConversationRow:
    """Take it, and show it."""
    await use_case(actor, ConversationId(conversation_id))
    return await conversation.show(actor, ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/assign",
    operation_id="AssignConversation",
    summary="Give a conversation to a person.",
    description="Needs conversations:handle. The person must be active and allowed to answer; how much they have "
    "already does not matter.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=CONVERSATION, raises=(*HANDLING, *BODY, AssigneeUnfitError)),
)
@inject
async def assign_conversation(
    conversation_id: FromPath[UUID],
    data: Annotated[AssignConversationRequest, body(examples.ASSIGN)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AssignConversationHandler],
    conversation: FromDishka[GetConversation],
) -> ConversationRow:
    """Assign it, and show it."""
    await use_case(actor, data.to_command(ConversationId(conversation_id)))
    return await conversation.show(actor, ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/transfer",
    operation_id="TransferConversation",
    summary="Pass a conversation on: to a person, to a department, or back to the bot.",
    description="Needs conversations:handle. In a department it waits for whoever takes it.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=CONVERSATION, raises=(*HANDLING, *BODY, AssigneeUnfitError)),
)
@inject
async def transfer_conversation(
    conversation_id: FromPath[UUID],
    data: Annotated[TransferConversationRequest, body(examples.TRANSFER)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[TransferConversationHandler],
    conversation: FromDishka[GetConversation],
) -> ConversationRow:
    """Pass it on, and show it."""
    await use_case(actor, data.to_command(ConversationId(conversation_id)))
    return await conversation.show(actor, ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/release",
    operation_id="ReleaseConversation",
    summary="Give a conversation back to the bot.",
    description="Needs conversations:handle. The contact's next message starts a flow.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=CONVERSATION, raises=HANDLING),
)
@inject
async def release_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ReleaseConversation],
    conversation: FromDishka[GetConversation],
) -> ConversationRow:
    """Release it, and show it."""
    await use_case(actor, ConversationId(conversation_id))
    return await conversation.show(actor, ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/resolve",
    operation_id="ResolveConversation",
    summary="End a conversation; the contact's next message opens another.",
    description="Needs conversations:handle. The body may be left out.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=CONVERSATION, raises=(*HANDLING, *BODY)),
)
@inject
async def resolve_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ResolveConversation],
    conversation: FromDishka[GetConversation],
    data: Annotated[ResolveConversationRequest | None, body(RESOLVE)] = None,
) -> ConversationRow:
    """Resolve it, and show it."""
    ending = data or ResolveConversationRequest()
    await use_case(actor, ConversationId(conversation_id), resolution=ending.resolution)
    return await conversation.show(actor, ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/close",
    operation_id="CloseConversation",
    summary="End a conversation; the contact's next message opens another.",
    description="Needs conversations:handle. Another word for `/resolve`. The body may be left out.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=CONVERSATION, raises=(*HANDLING, *BODY)),
)
@inject
async def close_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ResolveConversation],
    conversation: FromDishka[GetConversation],
    data: Annotated[ResolveConversationRequest | None, body(RESOLVE)] = None,
) -> ConversationRow:
    """Resolve it, and show it."""
    ending = data or ResolveConversationRequest()
    await use_case(actor, ConversationId(conversation_id), resolution=ending.resolution)
    return await conversation.show(actor, ConversationId(conversation_id))


@post(
    "/conversations/{conversation_id:uuid}/reopen",
    operation_id="ReopenConversation",
    summary="Go on with a conversation that was resolved or archived; whoever reopens it has it.",
    description="Needs conversations:handle. Refused while another conversation with the contact is open on the "
    "number.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    status_code=200,
    responses=answers(200, ConversationRow, example=CONVERSATION, raises=(*HANDLING, ConversationOpenError)),
)
@inject
async def reopen_conversation(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ReopenConversation],
    conversation: FromDishka[GetConversation],
) -> ConversationRow:
    """Reopen it, and show it."""
    await use_case(actor, ConversationId(conversation_id))
    return await conversation.show(actor, ConversationId(conversation_id))


hand_routes = Router(
    "/",
    route_handlers=[
        take_over_conversation,
        assign_conversation,
        transfer_conversation,
        release_conversation,
        resolve_conversation,
        close_conversation,
        reopen_conversation,
    ],
    tags=[CONVERSATIONS.name],
    security=SECURED,
)
