"""Segments: stored filters of contacts."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.contacts.create_segment import CreateSegmentHandler
from application.contacts.delete_segment import DeleteSegment
from application.contacts.list_contacts import ListContacts
from application.contacts.update_segment import UpdateSegmentHandler
from application.ports.readers.contact_settings import SEGMENT_SORTS, ContactSettingsList, SegmentRow
from application.ports.readers.contacts import ContactFilters
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.contacts.errors import FilterInvalidError, SegmentNotFoundError, SegmentTakenError, TooManyError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import SegmentId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.contacts import examples
from entrypoints.http.contacts.responses import SegmentPreview
from entrypoints.http.contacts.settings_requests import CreateSegmentRequest, UpdateSegmentRequest
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, CONTACTS, PERSONAL, QUERY, SECURED, answers, body
from entrypoints.http.query import paged
from entrypoints.http.versions import IfMatch, shown, version_of


@get(
    "/segments",
    operation_id="ListSegments",
    summary="List segments by name.",
    description="Needs contacts:read.",
    opt=needs(Permission.CONTACTS_READ),
    dependencies={"paging": paged(sorts=SEGMENT_SORTS, search=True)},
    responses=answers(200, Page[SegmentRow], example=page_with(examples.SEGMENT), raises=(*BEARER, *QUERY)),
)
@inject
async def list_segments(
    actor: NamedDependency[Actor], paging: NamedDependency[PageRequest], found: FromDishka[ContactSettingsList]
) -> Page[SegmentRow]:
    """Give one page."""
    actor.require(Permission.CONTACTS_READ)
    return await found.segments(actor.tenant_id, page=paging)


@post(
    "/segments",
    operation_id="CreateSegment",
    summary="Store a filter of contacts.",
    description="Needs contacts:manage. The guide on contacts describes filters.",
    opt={**needs(Permission.CONTACTS_MANAGE), **CREATES},
    responses=answers(
        201,
        SegmentRow,
        example=examples.SEGMENT,
        raises=(*BEARER, *BODY, FilterInvalidError, SegmentTakenError, TooManyError),
    ),
)
@inject
async def create_segment(
    data: Annotated[CreateSegmentRequest, body(examples.CREATE_SEGMENT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CreateSegmentHandler],
    found: FromDishka[ContactSettingsList],
) -> Response[SegmentRow]:
    """Make it, and show it."""
    segment_id = await use_case(actor, data.to_command())
    row = await found.segment(actor.tenant_id, segment_id=segment_id)
    return shown(row, version=row.version, status_code=201)


@get(
    "/segments/{segment_id:uuid}",
    operation_id="GetSegment",
    summary="Show a segment.",
    description="Needs contacts:read. `ETag` is its version.",
    opt=needs(Permission.CONTACTS_READ),
    responses=answers(200, SegmentRow, example=examples.SEGMENT, raises=(*BEARER, SegmentNotFoundError)),
)
@inject
async def get_segment(
    segment_id: FromPath[UUID], actor: NamedDependency[Actor], found: FromDishka[ContactSettingsList]
) -> Response[SegmentRow]:
    """Give one."""
    actor.require(Permission.CONTACTS_READ)
    row = await found.segment(actor.tenant_id, segment_id=SegmentId(segment_id))
    return shown(row, version=row.version)


@put(
    "/segments/{segment_id:uuid}",
    operation_id="UpdateSegment",
    summary="Change a segment.",
    description="Needs contacts:manage. What is absent stays as it is.",
    opt=needs(Permission.CONTACTS_MANAGE),
    responses=answers(
        200,
        SegmentRow,
        example=examples.SEGMENT,
        raises=(*BEARER, *BODY, SegmentNotFoundError, FilterInvalidError, SegmentTakenError, StaleVersionError),
    ),
)
@inject
async def update_segment(
    segment_id: FromPath[UUID],
    data: Annotated[UpdateSegmentRequest, body(examples.UPDATE_SEGMENT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateSegmentHandler],
    found: FromDishka[ContactSettingsList],
    if_match: IfMatch = None,
) -> Response[SegmentRow]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(SegmentId(segment_id), version=version_of(if_match)))
    row = await found.segment(actor.tenant_id, segment_id=SegmentId(segment_id))
    return shown(row, version=row.version)


@delete(
    "/segments/{segment_id:uuid}",
    operation_id="DeleteSegment",
    summary="Forget a segment; its contacts stay.",
    description="Needs contacts:manage.",
    opt=needs(Permission.CONTACTS_MANAGE),
    responses=answers(204, None, example=None, raises=(*BEARER, SegmentNotFoundError)),
)
@inject
async def delete_segment(
    segment_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteSegment]
) -> None:
    """Delete."""
    await use_case(actor, SegmentId(segment_id))


@get(
    "/segments/{segment_id:uuid}/preview",
    operation_id="PreviewSegment",
    summary="Count a segment's contacts at this moment, and show the first of them.",
    description="Needs contacts:read.",
    opt=needs(Permission.CONTACTS_READ),
    responses=answers(200, SegmentPreview, example=examples.PREVIEW, raises=(*PERSONAL, SegmentNotFoundError)),
)
@inject
async def preview_segment(
    segment_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[ListContacts]
) -> SegmentPreview:
    """Count, and give the first."""
    page = await use_case(actor, filters=ContactFilters(), page=PageRequest(), segment_id=SegmentId(segment_id))
    return SegmentPreview.of(page)


segment_routes = Router(
    "/",
    route_handlers=[list_segments, create_segment, get_segment, update_segment, delete_segment, preview_segment],
    tags=[CONTACTS.name],
    security=SECURED,
)
