"""What happened to a conversation, and what people write for each other beside it."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.conversations.add_note import AddNoteHandler
from application.conversations.read_story import ReadStory
from application.conversations.set_tags import SetTagsHandler
from application.ports.readers.story import NOTE_SORTS, STORY_SORTS, ConversationNoteRow, StoryRow, TransferRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.conversations.errors import ConversationNotFoundError
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.conversations import examples
from entrypoints.http.conversations.requests import AddNoteRequest, SetTagsRequest
from entrypoints.http.conversations.responses import ConversationNoteView, ConversationTagsView
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, CONVERSATIONS, PERSONAL, QUERY, SECURED, answers, body
from entrypoints.http.query import paged


@get(
    "/conversations/{conversation_id:uuid}/timeline",
    operation_id="ListTimeline",
    summary="List what happened to a conversation, the newest first.",
    description="Needs conversations:read.",
    opt=needs(Permission.CONVERSATIONS_READ),
    dependencies={"paging": paged(sorts=STORY_SORTS)},
    responses=answers(
        200,
        Page[StoryRow],
        example=page_with(examples.TIMELINE),
        raises=(*PERSONAL, *QUERY, ConversationNotFoundError),
    ),
)
@inject
async def list_timeline(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ReadStory],
) -> Page[StoryRow]:
    """Give one page."""
    return await use_case.timeline(actor, ConversationId(conversation_id), page=paging)


@get(
    "/conversations/{conversation_id:uuid}/transfers",
    operation_id="ListTransfers",
    summary="List who had a conversation, the newest change of hands first.",
    description="Needs conversations:read.",
    opt=needs(Permission.CONVERSATIONS_READ),
    dependencies={"paging": paged(sorts=STORY_SORTS)},
    responses=answers(
        200,
        Page[TransferRow],
        example=page_with(examples.TRANSFER_ROW),
        raises=(*PERSONAL, *QUERY, ConversationNotFoundError),
    ),
)
@inject
async def list_transfers(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ReadStory],
) -> Page[TransferRow]:
    """Give one page."""
    return await use_case.transfers(actor, ConversationId(conversation_id), page=paging)


@get(
    "/conversations/{conversation_id:uuid}/notes",
    operation_id="ListNotes",
    summary="List the notes beside a conversation, the newest first.",
    description="Needs conversations:read.",
    opt=needs(Permission.CONVERSATIONS_READ),
    dependencies={"paging": paged(sorts=NOTE_SORTS)},
    responses=answers(
        200,
        Page[ConversationNoteRow],
        example=page_with(examples.NOTE_ROW),
        raises=(*PERSONAL, *QUERY, ConversationNotFoundError),
    ),
)
@inject
async def list_notes(
    conversation_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ReadStory],
) -> Page[ConversationNoteRow]:
    """Give one page."""
    return await use_case.notes(actor, ConversationId(conversation_id), page=paging)


@post(
    "/conversations/{conversation_id:uuid}/notes",
    operation_id="AddNote",
    summary="Write a note that the contact never sees.",
    description="Needs conversations:handle. Whoever is mentioned must be able to see the conversation, and gets a "
    "notice.",
    opt={**needs(Permission.CONVERSATIONS_HANDLE), **CREATES},
    responses=answers(
        201, ConversationNoteView, example=examples.NOTE, raises=(*BEARER, *BODY, ConversationNotFoundError)
    ),
)
@inject
async def add_note(
    conversation_id: FromPath[UUID],
    data: Annotated[AddNoteRequest, body(examples.ADD_NOTE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddNoteHandler],
) -> ConversationNoteView:
    """Write it, and show it."""
    return ConversationNoteView.of(await use_case(actor, data.to_command(ConversationId(conversation_id))))


@put(
    "/conversations/{conversation_id:uuid}/tags",
    operation_id="SetTags",
    summary="Say which tags a conversation has; no others from then on.",
    description="Needs conversations:handle.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    responses=answers(
        200, ConversationTagsView, example=examples.TAGS, raises=(*BEARER, *BODY, ConversationNotFoundError)
    ),
)
@inject
async def set_tags(
    conversation_id: FromPath[UUID],
    data: Annotated[SetTagsRequest, body(examples.SET_TAGS)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SetTagsHandler],
) -> ConversationTagsView:
    """Write them, and show them."""
    return ConversationTagsView.of(await use_case(actor, data.to_command(ConversationId(conversation_id))))


story_routes = Router(
    "/",
    route_handlers=[list_timeline, list_transfers, list_notes, add_note, set_tags],
    tags=[CONVERSATIONS.name],
    security=SECURED,
)
