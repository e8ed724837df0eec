"""Tags: words on contacts and conversations."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.contacts.add_tag import AddTagHandler
from application.contacts.delete_tag import DeleteTag
from application.contacts.update_tag import UpdateTagHandler
from application.ports.readers.contact_settings import TAG_SORTS, ContactSettingsList, TagRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.contacts.errors import TagNotFoundError, TagTakenError, TooManyError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TagId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.contacts import examples
from entrypoints.http.contacts.settings_requests import AddTagRequest, UpdateTagRequest
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, CONTACTS, QUERY, SECURED, answers, body
from entrypoints.http.query import paged
from entrypoints.http.versions import IfMatch, shown, version_of


@get(
    "/tags",
    operation_id="ListTags",
    summary="List tags by name, with how many contacts and conversations have them.",
    description="Needs contacts:read.",
    opt=needs(Permission.CONTACTS_READ),
    dependencies={"paging": paged(sorts=TAG_SORTS, search=True)},
    responses=answers(200, Page[TagRow], example=page_with(examples.TAG), raises=(*BEARER, *QUERY)),
)
@inject
async def list_tags(
    actor: NamedDependency[Actor], paging: NamedDependency[PageRequest], found: FromDishka[ContactSettingsList]
) -> Page[TagRow]:
    """Give one page."""
    actor.require(Permission.CONTACTS_READ)
    return await found.tags(actor.tenant_id, page=paging)


@post(
    "/tags",
    operation_id="AddTag",
    summary="Make a tag.",
    description="Needs contacts:manage. Two names that people would call the same are one tag.",
    opt={**needs(Permission.CONTACTS_MANAGE), **CREATES},
    responses=answers(201, TagRow, example=examples.TAG, raises=(*BEARER, *BODY, TagTakenError, TooManyError)),
)
@inject
async def add_tag(
    data: Annotated[AddTagRequest, body(examples.ADD_TAG)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddTagHandler],
    found: FromDishka[ContactSettingsList],
) -> Response[TagRow]:
    """Make it, and show it."""
    tag_id = await use_case(actor, data.to_command())
    row = await found.tag(actor.tenant_id, tag_id=tag_id)
    return shown(row, version=row.version, status_code=201)


@get(
    "/tags/{tag_id:uuid}",
    operation_id="GetTag",
    summary="Show a tag.",
    description="Needs contacts:read. `ETag` is its version.",
    opt=needs(Permission.CONTACTS_READ),
    responses=answers(200, TagRow, example=examples.TAG, raises=(*BEARER, TagNotFoundError)),
)
@inject
async def get_tag(
    tag_id: FromPath[UUID], actor: NamedDependency[Actor], found: FromDishka[ContactSettingsList]
) -> Response[TagRow]:
    """Give one."""
    actor.require(Permission.CONTACTS_READ)
    row = await found.tag(actor.tenant_id, tag_id=TagId(tag_id))
    return shown(row, version=row.version)


@put(
    "/tags/{tag_id:uuid}",
    operation_id="UpdateTag",
    summary="Change a tag.",
    description="Needs contacts:manage. What is absent stays as it is.",
    opt=needs(Permission.CONTACTS_MANAGE),
    responses=answers(
        200,
        TagRow,
        example=examples.TAG,
        raises=(*BEARER, *BODY, TagNotFoundError, TagTakenError, StaleVersionError),
    ),
)
@inject
async def update_tag(
    tag_id: FromPath[UUID],
    data: Annotated[UpdateTagRequest, body(examples.UPDATE_TAG)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateTagHandler],
    found: FromDishka[ContactSettingsList],
    if_match: IfMatch = None,
) -> Response[TagRow]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(TagId(tag_id), version=version_of(if_match)))
    row = await found.tag(actor.tenant_id, tag_id=TagId(tag_id))
    return shown(row, version=row.version)


@delete(
    "/tags/{tag_id:uuid}",
    operation_id="DeleteTag",
    summary="Remove a tag from everything that has it.",
    description="Needs contacts:manage.",
    opt=needs(Permission.CONTACTS_MANAGE),
    responses=answers(204, None, example=None, raises=(*BEARER, TagNotFoundError)),
)
@inject
async def delete_tag(tag_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteTag]) -> None:
    """Delete."""
    await use_case(actor, TagId(tag_id))


tag_routes = Router(
    "/",
    route_handlers=[list_tags, add_tag, get_tag, update_tag, delete_tag],
    tags=[CONTACTS.name],
    security=SECURED,
)
