"""Contacts: the list, and one of them."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter

from application.contacts.create_contact import CreateContactHandler
from application.contacts.delete_contact import DeleteContact
from application.contacts.get_contact import GetContact
from application.contacts.list_contacts import ListContacts
from application.contacts.list_duplicates import ListDuplicates
from application.contacts.update_contact import UpdateContactHandler
from application.ports.readers.contacts import CONTACT_SORTS, ContactDetail, ContactFilters, ContactRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.contacts.errors import ContactExistsError, ContactNotFoundError, SegmentNotFoundError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ContactId, SegmentId
from domain.tenants.errors import PlanLimitReachedError
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.contacts import examples
from entrypoints.http.contacts.filters import contact_filters_of
from entrypoints.http.contacts.requests import CreateContactRequest, UpdateContactRequest
from entrypoints.http.contacts.responses import Suggestions
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BODY, CONTACTS, PERSONAL, QUERY, SECURED, answers, body
from entrypoints.http.query import paged
from entrypoints.http.versions import IfMatch, shown, version_of


@get(
    "/contacts",
    operation_id="ListContacts",
    summary="List contacts, the newest first.",
    description="Needs contacts:read. `q` is beginnings of words of a name, an e-mail or a username, or four digits or "
    "more of a phone, with or without the ninth digit; with it `total` counts up to 10,000. `segment` is a stored "
    "filter.",
    opt=needs(Permission.CONTACTS_READ),
    dependencies={
        "filters": Provide(contact_filters_of, sync_to_thread=False),
        "paging": paged(sorts=CONTACT_SORTS, search=True),
    },
    responses=answers(
        200,
        Page[ContactRow],
        example=page_with(examples.CONTACT),
        raises=(*PERSONAL, *QUERY, SegmentNotFoundError),
    ),
)
@inject
async def list_contacts(
    actor: NamedDependency[Actor],
    filters: NamedDependency[ContactFilters],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListContacts],
    segment: Annotated[UUID | None, QueryParameter(description="In this segment.")] = None,
) -> Page[ContactRow]:
    """Give one page."""
    segment_id = SegmentId(segment) if segment else None
    return await use_case(actor, filters=filters, page=paging, segment_id=segment_id)


@post(
    "/contacts",
    operation_id="CreateContact",
    summary="Make a contact.",
    description="Needs contacts:manage. A phone belongs to one contact in all its spellings; whoever had it and was "
    "deleted is back, with what is given here.",
    opt={**needs(Permission.CONTACTS_MANAGE), **CREATES},
    responses=answers(
        201,
        ContactDetail,
        example=examples.DETAIL,
        raises=(*PERSONAL, *BODY, ContactExistsError, PlanLimitReachedError),
    ),
)
@inject
async def create_contact(
    data: Annotated[CreateContactRequest, body(examples.CREATE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CreateContactHandler],
    contact: FromDishka[GetContact],
) -> Response[ContactDetail]:
    """Make it, and show it."""
    contact_id = await use_case(actor, data.to_command())
    found = await contact.show(actor, contact_id)
    return shown(found, version=found.version, status_code=201)


@get(
    "/contacts/duplicates",
    operation_id="ListDuplicates",
    summary="Suggest contacts that may be one person.",
    description="Needs contacts:read. At most 100 pairs: the same e-mail or document, one phone in two spellings, or "
    "the same end of a phone and like names.",
    opt=needs(Permission.CONTACTS_READ),
    responses=answers(200, Suggestions, example=examples.SUGGESTIONS, raises=PERSONAL),
)
@inject
async def list_duplicates(actor: NamedDependency[Actor], use_case: FromDishka[ListDuplicates]) -> Suggestions:
    """Give pairs."""
    return Suggestions(items=await use_case(actor))


@get(
    "/contacts/{contact_id:uuid}",
    operation_id="GetContact",
    summary="Show a contact: its names, tags, consents, and how much was said.",
    description="Needs contacts:read. `ETag` is its version.",
    opt=needs(Permission.CONTACTS_READ),
    responses=answers(200, ContactDetail, example=examples.DETAIL, raises=(*PERSONAL, ContactNotFoundError)),
)
@inject
async def get_contact(
    contact_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[GetContact]
) -> Response[ContactDetail]:
    """Give one."""
    found = await use_case(actor, ContactId(contact_id))
    return shown(found, version=found.version)


@put(
    "/contacts/{contact_id:uuid}",
    operation_id="UpdateContact",
    summary="Change what is known of a contact.",
    description="Needs contacts:manage. What is absent stays as it is; null takes a value away. `attributes` are "
    "checked by the company's custom fields.",
    opt=needs(Permission.CONTACTS_MANAGE),
    responses=answers(
        200,
        ContactDetail,
        example=examples.DETAIL,
        raises=(*PERSONAL, *BODY, ContactNotFoundError, ContactExistsError, StaleVersionError),
    ),
)
@inject
async def update_contact(
    contact_id: FromPath[UUID],
    data: Annotated[UpdateContactRequest, body(examples.UPDATE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateContactHandler],
    contact: FromDishka[GetContact],
    if_match: IfMatch = None,
) -> Response[ContactDetail]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(ContactId(contact_id), version=version_of(if_match)))
    found = await contact.show(actor, ContactId(contact_id))
    return shown(found, version=found.version)


@delete(
    "/contacts/{contact_id:uuid}",
    operation_id="DeleteContact",
    summary="Take a contact off all lists.",
    description="Needs contacts:manage. Its conversations stay in the inbox. When the person writes again, the same "
    "contact is back.",
    opt=needs(Permission.CONTACTS_MANAGE),
    responses=answers(204, None, example=None, raises=(*PERSONAL, ContactNotFoundError, StaleVersionError)),
)
@inject
async def delete_contact(
    contact_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteContact]
) -> None:
    """Delete."""
    await use_case(actor, ContactId(contact_id))


contact_routes = Router(
    "/",
    route_handlers=[list_contacts, create_contact, list_duplicates, get_contact, update_contact, delete_contact],
    tags=[CONTACTS.name],
    security=SECURED,
)
