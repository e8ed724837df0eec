"""Files of contacts that are written."""

from typing import Annotated
from uuid import UUID

import msgspec
from dishka import FromDishka
from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from litestar.response import Stream
from msgspec import UNSET, UnsetType

from application.contacts.export_addresses import ExportTicket
from application.contacts.export_contacts import ExportContacts, ExportContactsHandler
from application.contacts.get_contact_export import ExportView, GetContactExport
from application.contacts.open_contact_export import OpenContactExport
from application.ports.file_store import StoreUnavailableError
from application.shared.actor import Actor
from domain.contacts.contact_import import SheetFormat
from domain.contacts.errors import (
    ExportNotFoundError,
    ExportNotReadyError,
    FilterInvalidError,
    SegmentNotFoundError,
    TooManyTransfersError,
)
from domain.identity.permissions import Permission
from domain.media.errors import BadSignatureError
from domain.shared.ids import ContactExportId, SegmentId, TenantId
from entrypoints.http.access import CREATES, PUBLIC, SLOW, needs
from entrypoints.http.contacts import transfer_examples as examples
from entrypoints.http.contacts.requests import Request
from entrypoints.http.injection import inject
from entrypoints.http.media.downloads import A_FILE, disposition_of
from entrypoints.http.media.routes import LARGEST_SECOND
from entrypoints.http.openapi import BODY, CONTACTS, PERSONAL, QUERY, SECURED, answers, body


class ExportContactsRequest(Request, frozen=True, kw_only=True):
    """All contacts, those of a segment, or those of a filter as segments have."""

    format: SheetFormat = SheetFormat.CSV
    segment_id: UUID | None = None
    filter: msgspec.Raw | UnsetType = UNSET

    def to_command(self) -> ExportContacts:
        """Give the order."""
        return ExportContacts(
            format=self.format,
            segment_id=SegmentId(self.segment_id) if self.segment_id else None,
            filter=None if self.filter is UNSET else bytes(self.filter),
        )


@post(
    "/contacts/export",
    operation_id="ExportContacts",
    summary="Have contacts written into a file, CSV or XLSX.",
    description=(
        "Needs contacts:export. It is written in the background and there for a day; a `notification` says when. No "
        "spreadsheet takes what is in a cell for a formula, and an import reads the file as it was."
    ),
    opt={**needs(Permission.CONTACTS_EXPORT), **CREATES},
    responses=answers(
        202,
        ExportView,
        example=examples.EXPORT,
        raises=(*PERSONAL, *BODY, FilterInvalidError, SegmentNotFoundError, TooManyTransfersError),
    ),
    status_code=202,
    security=SECURED,
)
@inject
async def export_contacts(
    data: Annotated[ExportContactsRequest, body(ExportContactsRequest(format=SheetFormat.XLSX))],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ExportContactsHandler],
    show: FromDishka[GetContactExport],
) -> ExportView:
    """Order it, and show the order."""
    return await show(actor, await use_case(actor, data.to_command()))


@get(
    "/contacts/exports/{export_id:uuid}",
    operation_id="GetContactExport",
    summary="Show an export, and where to have its file.",
    description="Needs contacts:export. `url` needs no login and ends some minutes later.",
    opt=needs(Permission.CONTACTS_EXPORT),
    responses=answers(200, ExportView, example=examples.EXPORT, raises=(*PERSONAL, ExportNotFoundError)),
    security=SECURED,
)
@inject
async def get_contact_export(
    export_id: FromPath[UUID], actor: NamedDependency[Actor], show: FromDishka[GetContactExport]
) -> ExportView:
    """Give one."""
    return await show(actor, ContactExportId(export_id))


@get(
    "/contacts/exports/{export_id:uuid}/file",
    operation_id="DownloadContactExport",
    summary="Give an export's file to whoever has its signed address.",
    description="Public: the address is the right, and `GET /contacts/exports/{id}` gives it.",
    opt={**PUBLIC, **SLOW},
    responses=answers(
        200,
        bytes,
        example="…",
        media_type=A_FILE,
        raises=(*QUERY, BadSignatureError, ExportNotFoundError, ExportNotReadyError, StoreUnavailableError),
    ),
)
@inject
async def download_contact_export(
    export_id: FromPath[UUID],
    use_case: FromDishka[OpenContactExport],
    tenant: Annotated[UUID, QueryParameter(description="As the address says.")],
    expires: Annotated[int, QueryParameter(description="As the address says.", ge=0, le=LARGEST_SECOND)],
    signature: Annotated[str, QueryParameter(description="As the address says.", max_length=100)],
) -> Stream:
    """Give the bytes."""
    ticket = ExportTicket(
        tenant_id=TenantId(tenant), export_id=ContactExportId(export_id), expires=expires, signature=signature
    )
    export, content = await use_case(ticket)
    name = f"contacts-{export.created_at:%Y-%m-%d}.{export.format}"
    headers = {
        "content-disposition": disposition_of(name, is_shown=False),
        "content-length": str(export.size),
        "cache-control": "private, no-store",
    }
    return Stream(content, media_type=A_FILE, headers=headers)


export_routes = Router(
    "/", route_handlers=[export_contacts, get_contact_export, download_contact_export], tags=[CONTACTS.name]
)
