"""A file of contacts on its way in: how far it is, what became of its rows, and what was wrong with them."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from domain.contacts.import_plan import ImportPlan, SheetFound
from domain.shared.aggregate import Aggregate
from domain.shared.events import Event
from domain.shared.ids import ContactImportId, UserId
from domain.shared.notification import Notification

MAX_ERRORS = 10_000
"""Rows that are kept with what is wrong with them; beyond, they are only counted."""
TELL_EVERY = timedelta(seconds=1)
"""Sockets are told no more often: nobody sees a bar move faster."""
DONE_NOTICE, EXPORTED_NOTICE = "import_done", "export_done"
"""The kinds of the notifications."""


class SheetFormat(StrEnum):
    """How a table is written."""

    CSV = "csv"
    XLSX = "xlsx"


class ImportState(StrEnum):
    """Where it is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


UNFINISHED = frozenset({ImportState.QUEUED, ImportState.RUNNING})


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What became of rows. `refused` are those that nothing was written of."""

    rows_read: int = 0
    created: int = 0
    updated: int = 0
    skipped: int = 0
    refused: int = 0


class RowError(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a row: its number in the file, the field, and the row as it was, as a line of CSV."""

    row_number: int
    field: str
    code: str
    message: str
    raw: str


class ImportProgress(Event, frozen=True, kw_only=True, tag="import_progress"):
    """How far an import is, for `user_ids`: who ordered it."""

    import_id: ContactImportId
    user_ids: tuple[UserId, ...]
    state: ImportState
    is_dry_run: bool
    tally: Tally
    total_rows: int | None = None

    def subject(self) -> UUID | None:
        """Name the import."""
        return self.import_id


class ContactImport(Aggregate, kw_only=True, eq=False):
    """An import. Its counts are written with the rows that they count, so that a crash loses and doubles none."""

    id: ContactImportId
    filename: str
    format: SheetFormat
    storage_key: str
    plan: ImportPlan
    is_dry_run: bool
    created_at: datetime
    created_by: UserId | None = None
    found: SheetFound = SheetFound()
    state: ImportState = ImportState.QUEUED
    error_code: str | None = None
    error_detail: str | None = None
    rows_read: int = 0
    created: int = 0
    updated: int = 0
    skipped: int = 0
    refused: int = 0
    total_rows: int | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None

    @property
    def tally(self) -> Tally:
        """Say what became of the rows so far."""
        return Tally(**{name: getattr(self, name) for name in Tally.__struct_fields__})

    @property
    def is_over(self) -> bool:
        """Whether nothing more becomes of it."""
        return self.state not in UNFINISHED

    def begin(self, plan: ImportPlan, *, found: SheetFound, total_rows: int | None, now: datetime) -> None:
        """Begin to read, or go on after a crash; a dry run, which has written nothing, begins anew."""
        self.plan, self.found, self.total_rows, self.state = plan, found, total_rows, ImportState.RUNNING
        self.started_at = self.started_at or now
        if self.is_dry_run:
            self._count(Tally())
        self._tell()

    def advance(self, done: Tally, *, is_told: bool) -> None:
        """Count rows that were written in the same transaction."""
        self._count(Tally(**{name: getattr(self, name) + getattr(done, name) for name in Tally.__struct_fields__}))
        if is_told:
            self._tell()

    def finish(self, *, now: datetime) -> None:
        """Say that all rows are read."""
        self.total_rows = self.rows_read
        self._end(ImportState.DONE, now=now)

    def fail(self, code: str, detail: str, *, now: datetime) -> None:
        """Say why it cannot go on; what was written stays."""
        self.error_code, self.error_detail = code, detail
        self._end(ImportState.FAILED, now=now)

    def cancel(self, *, now: datetime) -> None:
        """Stop; what was written stays."""
        self._end(ImportState.CANCELLED, now=now)

    def _end(self, state: ImportState, *, now: datetime) -> None:
        self.state, self.finished_at = state, now
        self._tell()
        if self.created_by is not None:
            told: dict[str, object] = {"import_id": str(self.id), "state": str(state), "is_dry_run": self.is_dry_run}
            self.record(Notification(kind=DONE_NOTICE, user_ids=(self.created_by,), data=told))

    def _count(self, tally: Tally) -> None:
        for name in Tally.__struct_fields__:
            setattr(self, name, getattr(tally, name))

    def _tell(self) -> None:
        self.record(
            ImportProgress(
                import_id=self.id,
                user_ids=(self.created_by,) if self.created_by is not None else (),
                state=self.state,
                is_dry_run=self.is_dry_run,
                tally=self.tally,
                total_rows=self.total_rows,
            )
        )
