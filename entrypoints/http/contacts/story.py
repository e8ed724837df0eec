"""What hangs on a contact: tags, notes, conversations, the story."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.contacts.get_contact import GetContact
from application.contacts.list_contact_conversations import ListContactConversations
from application.contacts.list_contact_notes import ListContactNotes
from application.contacts.list_contact_timeline import ListContactTimeline
from application.contacts.set_contact_tags import SetContactTagsHandler
from application.contacts.write_contact_note import WriteContactNoteHandler
from application.ports.readers.contacts import ContactDetail, NoteRow, TimelineRow
from application.ports.readers.conversations import CONVERSATION_EXPANSIONS, CONVERSATION_SORTS, ConversationRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.contacts.errors import ContactNotFoundError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ContactId
from entrypoints.http import examples as common
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.contacts import examples
from entrypoints.http.contacts.requests import SetContactTagsRequest, WriteContactNoteRequest
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BODY, CONTACTS, PERSONAL, QUERY, SECURED, answers, body
from entrypoints.http.query import paged


@put(
    "/contacts/{contact_id:uuid}/tags",
    operation_id="SetContactTags",
    summary="Say which tags a contact has; it has no others from then on.",
    description="Needs contacts:manage.",
    opt=needs(Permission.CONTACTS_MANAGE),
    responses=answers(
        200, ContactDetail, example=examples.DETAIL, raises=(*PERSONAL, *BODY, ContactNotFoundError, StaleVersionError)
    ),
)
@inject
async def set_contact_tags(
    contact_id: FromPath[UUID],
    data: Annotated[SetContactTagsRequest, body(examples.SET_TAGS)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SetContactTagsHandler],
    contact: FromDishka[GetContact],
) -> ContactDetail:
    """Write them, and show the contact."""
    await use_case(actor, data.to_command(ContactId(contact_id)))
    return await contact.show(actor, ContactId(contact_id))


@get(
    "/contacts/{contact_id:uuid}/conversations",
    operation_id="ListContactConversations",
    summary="List a contact's conversations, those with the newest messages first.",
    description="Needs contacts:read, and conversations:read. Only what the caller may see.",
    opt=needs(Permission.CONTACTS_READ),
    dependencies={"paging": paged(sorts=CONVERSATION_SORTS, expands=CONVERSATION_EXPANSIONS)},
    responses=answers(
        200,
        Page[ConversationRow],
        example=common.page_with(common.CONVERSATION),
        raises=(*PERSONAL, *QUERY, ContactNotFoundError),
    ),
)
@inject
async def list_contact_conversations(
    contact_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListContactConversations],
) -> Page[ConversationRow]:
    """Give one page."""
    return await use_case(actor, ContactId(contact_id), page=paging)


@get(
    "/contacts/{contact_id:uuid}/timeline",
    operation_id="ListContactTimeline",
    summary="Tell the story of a contact, the newest first.",
    description="Needs contacts:read. Conversations' entries, consents, merges, and which fields changed; of "
    "conversations only what the caller may see.",
    opt=needs(Permission.CONTACTS_READ),
    dependencies={"paging": paged()},
    responses=answers(
        200,
        Page[TimelineRow],
        example=common.page_with(examples.ENTRY),
        raises=(*PERSONAL, *QUERY, ContactNotFoundError),
    ),
)
@inject
async def list_contact_timeline(
    contact_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListContactTimeline],
) -> Page[TimelineRow]:
    """Give one page."""
    return await use_case(actor, ContactId(contact_id), page=paging)


@get(
    "/contacts/{contact_id:uuid}/notes",
    operation_id="ListContactNotes",
    summary="List the notes about a contact, the newest first.",
    description="Needs contacts:read.",
    opt=needs(Permission.CONTACTS_READ),
    dependencies={"paging": paged()},
    responses=answers(
        200, Page[NoteRow], example=common.page_with(examples.NOTE), raises=(*PERSONAL, *QUERY, ContactNotFoundError)
    ),
)
@inject
async def list_contact_notes(
    contact_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListContactNotes],
) -> Page[NoteRow]:
    """Give one page."""
    return await use_case(actor, ContactId(contact_id), page=paging)


@post(
    "/contacts/{contact_id:uuid}/notes",
    operation_id="WriteContactNote",
    summary="Write down what the others should know of a contact.",
    description="Needs contacts:manage. It is never sent to the contact.",
    opt={**needs(Permission.CONTACTS_MANAGE), **CREATES},
    responses=answers(201, NoteRow, example=examples.NOTE, raises=(*PERSONAL, *BODY, ContactNotFoundError)),
)
@inject
async def write_contact_note(
    contact_id: FromPath[UUID],
    data: Annotated[WriteContactNoteRequest, body(examples.WRITE_NOTE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[WriteContactNoteHandler],
) -> Response[NoteRow]:
    """Write it, and show it."""
    note = await use_case(actor, data.to_command(ContactId(contact_id)))
    row = NoteRow(
        id=note.id, contact_id=note.contact_id, user_id=note.user_id, body=note.body, created_at=note.created_at
    )
    return Response(row, status_code=201)


contact_story_routes = Router(
    "/",
    route_handlers=[
        set_contact_tags,
        list_contact_conversations,
        list_contact_timeline,
        list_contact_notes,
        write_contact_note,
    ],
    tags=[CONTACTS.name],
    security=SECURED,
)
