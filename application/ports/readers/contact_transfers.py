"""What is shown of files of contacts: those that were brought, and what was wrong with their rows."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.contacts.contact_import import ImportState, SheetFormat
from domain.shared.ids import ContactImportId, TenantId, UserId


class ImportRow(msgspec.Struct, frozen=True, kw_only=True):
    """An import. `total_rows` is a guess until it is over; `error_code` says why it failed."""

    id: ContactImportId
    filename: str
    format: SheetFormat
    is_dry_run: bool
    state: ImportState
    error_code: str | None
    error_detail: str | None
    rows_read: int
    created: int
    updated: int
    skipped: int
    refused: int
    total_rows: int | None
    created_by: UserId | None
    started_at: datetime | None
    finished_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int


class ImportDetail(ImportRow, frozen=True, kw_only=True):
    """An import with its plan, and what was found in its file: `headings`, `suggested`, `preview`. Both are JSON."""

    plan: msgspec.Raw
    found: msgspec.Raw


class ImportErrorRow(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a row of a file; `raw` is the row as it was, as a line of CSV."""

    row_number: int
    field: str
    code: str
    message: str
    raw: str


class ContactTransferList(Protocol):
    """Reads imports."""

    async def imports(self, tenant_id: TenantId, *, page: PageRequest) -> Page[ImportRow]:
        """Give the newest first. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, import_id: ContactImportId) -> ImportDetail:
        """Give one. Raises ImportNotFoundError."""
        ...

    async def errors(
        self, tenant_id: TenantId, *, import_id: ContactImportId, after: int, limit: int
    ) -> list[ImportErrorRow]:
        """Give what is wrong with the rows behind this one, in their order; all or nothing of a row.

        Raises ImportNotFoundError.
        """
        ...

    def all_errors(self, tenant_id: TenantId, *, import_id: ContactImportId) -> AsyncIterator[list[ImportErrorRow]]:
        """Give all, some hundreds at a time."""
        ...
