"""Custom fields: what a company wants to know of its contacts."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.contacts.add_contact_field import AddContactFieldHandler
from application.contacts.delete_contact_field import DeleteContactField
from application.contacts.update_contact_field import UpdateContactFieldHandler
from application.ports.readers.contact_settings import ContactFieldRow, ContactSettingsList
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.contacts.errors import (
    ContactFieldMisfitError,
    ContactFieldNotFoundError,
    ContactFieldTakenError,
    TooManyError,
)
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ContactFieldId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.contacts import examples
from entrypoints.http.contacts.settings_requests import AddContactFieldRequest, UpdateContactFieldRequest
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, CONTACTS, QUERY, SECURED, answers, body
from entrypoints.http.query import paged
from entrypoints.http.versions import IfMatch, shown, version_of


@get(
    "/contact-fields",
    operation_id="ListContactFields",
    summary="List custom fields by their place.",
    description="Needs contacts:read.",
    opt=needs(Permission.CONTACTS_READ),
    dependencies={"paging": paged(sorts=("place",))},
    responses=answers(200, Page[ContactFieldRow], example=page_with(examples.FIELD), raises=(*BEARER, *QUERY)),
)
@inject
async def list_contact_fields(
    actor: NamedDependency[Actor], paging: NamedDependency[PageRequest], found: FromDishka[ContactSettingsList]
) -> Page[ContactFieldRow]:
    """Give one page."""
    actor.require(Permission.CONTACTS_READ)
    return await found.fields(actor.tenant_id, page=paging)


@post(
    "/contact-fields",
    operation_id="AddContactField",
    summary="Make a custom field.",
    description="Needs contacts:manage.",
    opt={**needs(Permission.CONTACTS_MANAGE), **CREATES},
    responses=answers(
        201, ContactFieldRow, example=examples.FIELD, raises=(*BEARER, *BODY, ContactFieldTakenError, TooManyError)
    ),
)
@inject
async def add_contact_field(
    data: Annotated[AddContactFieldRequest, body(examples.ADD_FIELD)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddContactFieldHandler],
    found: FromDishka[ContactSettingsList],
) -> Response[ContactFieldRow]:
    """Make it, and show it."""
    field_id = await use_case(actor, data.to_command())
    row = await found.field(actor.tenant_id, field_id=field_id)
    return shown(row, version=row.version, status_code=201)


@get(
    "/contact-fields/{field_id:uuid}",
    operation_id="GetContactField",
    summary="Show a custom field.",
    description="Needs contacts:read. `ETag` is its version.",
    opt=needs(Permission.CONTACTS_READ),
    responses=answers(200, ContactFieldRow, example=examples.FIELD, raises=(*BEARER, ContactFieldNotFoundError)),
)
@inject
async def get_contact_field(
    field_id: FromPath[UUID], actor: NamedDependency[Actor], found: FromDishka[ContactSettingsList]
) -> Response[ContactFieldRow]:
    """Give one."""
    actor.require(Permission.CONTACTS_READ)
    row = await found.field(actor.tenant_id, field_id=ContactFieldId(field_id))
    return shown(row, version=row.version)


@put(
    "/contact-fields/{field_id:uuid}",
    operation_id="UpdateContactField",
    summary="Change a custom field.",
    description="Needs contacts:manage. What is absent stays as it is. Another type or other options are taken only "
    "where every value that contacts hold fits.",
    opt=needs(Permission.CONTACTS_MANAGE),
    responses=answers(
        200,
        ContactFieldRow,
        example=examples.FIELD,
        raises=(*BEARER, *BODY, ContactFieldNotFoundError, ContactFieldMisfitError, StaleVersionError),
    ),
)
@inject
async def update_contact_field(
    field_id: FromPath[UUID],
    data: Annotated[UpdateContactFieldRequest, body(examples.UPDATE_FIELD)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateContactFieldHandler],
    found: FromDishka[ContactSettingsList],
    if_match: IfMatch = None,
) -> Response[ContactFieldRow]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(ContactFieldId(field_id), version=version_of(if_match)))
    row = await found.field(actor.tenant_id, field_id=ContactFieldId(field_id))
    return shown(row, version=row.version)


@delete(
    "/contact-fields/{field_id:uuid}",
    operation_id="DeleteContactField",
    summary="Remove a custom field.",
    description="Needs contacts:manage. What contacts hold under its key stays.",
    opt=needs(Permission.CONTACTS_MANAGE),
    responses=answers(204, None, example=None, raises=(*BEARER, ContactFieldNotFoundError)),
)
@inject
async def delete_contact_field(
    field_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteContactField]
) -> None:
    """Delete."""
    await use_case(actor, ContactFieldId(field_id))


field_routes = Router(
    "/",
    route_handlers=[
        list_contact_fields,
        add_contact_field,
        get_contact_field,
        update_contact_field,
        delete_contact_field,
    ],
    tags=[CONTACTS.name],
    security=SECURED,
)
