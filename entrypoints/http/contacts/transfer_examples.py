"""Examples about files of contacts, for the API's description."""

from datetime import UTC, datetime
from uuid import UUID

import msgspec

from application.contacts.get_contact_export import ExportView
from application.ports.readers.contact_transfers import ImportDetail, ImportErrorRow, ImportRow
from domain.contacts.contact_export import LIVES, ExportState
from domain.contacts.contact_import import ImportState, SheetFormat
from domain.contacts.import_plan import DuplicatePolicy, ImportPlan, PreviewRow, SheetFound
from domain.shared.ids import ContactExportId, ContactImportId, UserId
from entrypoints.http.contacts.transfer_responses import ImportErrors

_AT = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
_HEADINGS = ("Nome", "Celular")
_MAPPING = {"Nome": "name", "Celular": "phone"}

IMPORT_ROW = ImportRow(
    id=ContactImportId(UUID("0198a000-0000-7000-8000-0000000000e1")),
    filename="clientes.csv",
    format=SheetFormat.CSV,
    is_dry_run=False,
    state=ImportState.DONE,
    error_code=None,
    error_detail=None,
    rows_read=1200,
    created=1180,
    updated=0,
    skipped=15,
    refused=5,
    total_rows=1200,
    created_by=UserId(UUID("0198a000-0000-7000-8000-000000000011")),
    started_at=_AT,
    finished_at=_AT,
    created_at=_AT,
    updated_at=_AT,
    version=4,
)
IMPORT = ImportDetail(
    **msgspec.structs.asdict(IMPORT_ROW),
    plan=msgspec.Raw(msgspec.json.encode(ImportPlan(mapping=_MAPPING, duplicates=DuplicatePolicy.SKIP))),
    found=msgspec.Raw(
        msgspec.json.encode(
            SheetFound(
                headings=_HEADINGS,
                suggested=_MAPPING,
                preview=(PreviewRow(row_number=2, values={"name": "Ana", "phone": "5511955550001"}),),
            )
        )
    ),
)
EXPORT = ExportView(
    id=ContactExportId(UUID("0198a000-0000-7000-8000-0000000000e2")),
    format=SheetFormat.XLSX,
    state=ExportState.DONE,
    error_code=None,
    rows=1180,
    size=48_213,
    created_by=IMPORT_ROW.created_by,
    created_at=_AT,
    expires_at=_AT + LIVES,
    url=(
        "https://app.example.com/api/v1/contacts/exports/0198a000-0000-7000-8000-0000000000e2/file"
        "?tenant=0198a000-0000-7000-8000-000000000001&expires=1786536600&signature=c2lnbmF0dXJl"
    ),
    url_expires_at=_AT,
)
ERRORS = ImportErrors(
    items=[
        ImportErrorRow(
            row_number=7,
            field="phone",
            code="WRONG_VALUE",
            message="a phone number with 6 to 15 digits",
            raw="Bia,12",
        )
    ],
    next_after=7,
)
